/**
 * The one door through which records become the inputs of a lead. What it does not take never enters: no name, address, phone, language,
 * strength, fact in words or author. Birth date and commune go through for the eligibility that a partner states, and for distances.
 */
import type { Findings } from "../diagnostic/findings.ts";
import { DOMAIN_IDS, type DomainId, type Framework } from "../framework/schema.ts";
import type { CaseFile } from "../participant/case-file.ts";
import type { Day } from "../participant/codes.ts";
import type { Identity } from "../participant/identity.ts";
import type { SituationFacts } from "./facts.ts";
import { NOTHING_ASKED } from "./facts.ts";
import type { LeadFinding, LeadInputs } from "./lead.ts";
import type { LeadKind } from "./lead-kinds.ts";

/** What is recorded of a person when the lead is asked for. */
export interface Recorded {
  readonly framework: Framework;
  readonly directoryVersion: string;
  readonly asOf: Day;
  readonly findings: Findings;
  readonly bilanRecorded: boolean;
  readonly head: Pick<CaseFile, "orientedOn" | "urgent">;
  readonly identity: Pick<Identity, "birthDate" | "commune" | "prescriber">;
  /** Null: nothing was asked yet. */
  readonly facts: SituationFacts | null;
  readonly plie: {
    readonly communes: readonly { readonly insee: string; readonly lat: number; readonly lon: number }[];
    readonly prescriberLeads: ReadonlyMap<string, LeadKind>;
    readonly epci: string | null;
  };
}

export const leadInputsOf = (recorded: Recorded): LeadInputs => {
  const { framework, identity, head, plie } = recorded;
  const commune = plie.communes.find(({ insee }) => insee === identity.commune);
  const lead = identity.prescriber === null ? undefined : plie.prescriberLeads.get(identity.prescriber);
  const open = new Set(head.urgent.filter(({ done }) => done === null).map(({ id }) => id));
  return {
    frameworkVersion: framework.version,
    directoryVersion: recorded.directoryVersion,
    asOf: recorded.asOf,
    findings: leadFindings(recorded.findings),
    bilanRecorded: recorded.bilanRecorded,
    urgent: framework.urgentPoints.flatMap(({ id }) => (open.has(id) ? [id] : [])),
    facts: recorded.facts ?? NOTHING_ASKED,
    prescriber: lead === undefined ? null : { lead, on: head.orientedOn },
    birthDate: identity.birthDate,
    commune: identity.commune,
    from: commune === undefined ? null : { lat: inMillionths(commune.lat), lon: inMillionths(commune.lon) },
    epci: commune === undefined ? null : plie.epci,
  };
};

const inMillionths = (degrees: number): number => Math.round(degrees * 1_000_000);

/** Only what was spoken of, in the order of the domains, situations in one order whatever the order in which they were ticked. */
const leadFindings = (findings: Findings): LeadInputs["findings"] => {
  const found: Partial<Record<DomainId, LeadFinding>> = {};
  for (const domain of DOMAIN_IDS) {
    const finding = findings.get(domain);
    if (finding === undefined || finding.state === "notAddressed") continue;
    const { state, severity, impact, priority, situations } = finding;
    found[domain] = { state, severity, impact, priority, situations: [...situations].sort() };
  }
  return found;
};
