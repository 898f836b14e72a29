import type { LeadView } from "../../src/use-cases/see-lead.ts";
import { explainLead } from "../../src/wording/lead-why.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

/** *Pourquoi cette piste ?*, to be read with the person. */
export const presentLeadWhy = (screen: ScreenOf<"leadWhy">, view: LeadView, reader: Reader): Shown => {
  const { lead, inputs, findings, dossier } = view;
  const said = explainLead({
    framework: dossier.framework,
    inputs,
    lead,
    findings,
    directory: view.directory,
    timeZone: reader.timeZone,
  });
  return {
    name: "lead-why",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      person: personLine(view.identity),
      lead: said.lead,
      contribution: [...said.contribution],
      data: said.data.map((row) =>
        // Many subjects for one answer: the answer comes first, and is what stands out.
        row.label.includes(" ; ")
          ? { label: row.said, said: `${row.label} · ${row.source}` }
          : { label: row.label, said: `${row.said} · ${row.source}` },
      ),
      unused: [...said.unused],
      parameters: [...said.parameters],
      operations: [...said.operations],
      change: [...said.change],
      rights: [...said.rights],
      versions: said.versions,
      documentUrl: reader.leadDocumentUrl(screen.code),
    },
  };
};
