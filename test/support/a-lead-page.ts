import type { Finding } from "../../src/domain/diagnostic/assessment.ts";
import { domainId, type DomainId } from "../../src/domain/framework/schema.ts";
import { leadExplanationModel, type LeadExplanationModel } from "../../src/documents/lead-explanation.ts";
import { findLead } from "../../src/domain/suggestion/find-lead.ts";
import type { LeadInputs } from "../../src/domain/suggestion/lead.ts";
import { aDirectory, everyDomainAddressed, realFramework, someInputs, type SomeFindings } from "./a-lead.ts";
import { aFinding, anIdentity, REFERENT_ID, TODAY } from "./builders.ts";

const framework = realFramework();
const source = { kind: "dit", by: REFERENT_ID, on: TODAY } as const;

/** The page *Pourquoi cette piste ?* for these levels; `note` is written in everything that it must not say. */
export const aLeadPage = (
  given: SomeFindings,
  more: Partial<LeadInputs> = {},
  note = "CanariDeNote",
): LeadExplanationModel => {
  const found = everyDomainAddressed(given);
  const findings = new Map<DomainId, Finding>(
    Object.entries(found).map(([id, finding]) => [
      domainId.parse(id),
      aFinding({ ...finding, situations: [...finding.situations], source, facts: note, strength: note }),
    ]),
  );
  const inputs = someInputs(found, more);
  return leadExplanationModel({
    framework,
    inputs,
    lead: findLead(framework)(inputs, aDirectory()),
    findings,
    directory: { number: 3, at: "2026-11-24T08:00:00.000Z", fictional: true },
    identity: anIdentity({ phone: note, address: note }),
    plie: { name: "PLIE de Dijon Métropole", timeZone: "Europe/Paris" },
    today: TODAY,
  });
};
