/** The diagnostic, and two versions of one subject when they wait. */
import { seeDiagnostic, seeUrgent } from "../../src/use-cases/see-case.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import * as present from "../presenters/index.ts";
import { through, conflictOf, type Shows } from "./show.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";

const healthClosed = (screen: ScreenOf<"domain">, { dossier }: CaseView): boolean =>
  screen.domain === "sante" && dossier.file.doc.health !== "agreed";

export const diagnosticShows: Pick<Shows, "overview" | "domain" | "guidance" | "urgent" | "conflict"> = {
  overview: (screen, on) =>
    through(screen, on, seeDiagnostic, { code: screen.code }, (view) =>
      view.toSettle.includes("overview")
        ? conflictOf(screen, "overview", on)
        : present.presentOverview(screen, view, on.reader),
    ),
  domain: (screen, on) =>
    through(screen, on, seeDiagnostic, { code: screen.code }, (view) => {
      if (healthClosed(screen, view))
        return present.presentRefusal(
          { screen: "refusal", refusal: "healthClosed", code: screen.code, ...quiet },
          on.reader,
        );
      return view.toSettle.includes(screen.domain)
        ? conflictOf(screen, screen.domain, on)
        : present.presentDomain(screen, view, on.reader);
    }),
  guidance: (screen, on) =>
    through(screen, on, seeDiagnostic, { code: screen.code }, (view) =>
      present.presentGuidance(screen, view, on.reader),
    ),
  urgent: (screen, on) =>
    through(screen, on, seeUrgent, { code: screen.code, urgent: screen.urgent }, (view) =>
      present.presentUrgent(screen, view, on.reader, view.typed),
    ),
  conflict: (screen, on) => conflictOf(screen, screen.about, on),
};
