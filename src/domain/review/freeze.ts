/** What a cell sees of a case: taken once, so that what it saw is what is kept. */
import type { Finding, Round } from "../diagnostic/assessment.ts";
import type { DomainId } from "../framework/schema.ts";
import type { Lead } from "../suggestion/lead.ts";
import type { FrozenFinding, Snapshot } from "./records.ts";

/** Who wrote a finding, and when, is not what a cell is asked about. */
const frozenFinding = ({ by: _by, at: _at, ...finding }: Finding): FrozenFinding => finding;

export const frozenFindings = (findings: ReadonlyMap<DomainId, Finding>): Snapshot["findings"] =>
  Object.fromEntries([...findings].map(([domain, finding]) => [domain, frozenFinding(finding)]));

export const frozenLeadOf = (id: string, lead: Lead): NonNullable<Snapshot["lead"]> => ({
  id,
  first: lead.first,
  equivalents: [...lead.equivalents],
  toDiscuss: lead.toDiscuss,
  outcome: lead.outcome.kind,
  solid: lead.robustness === null ? null : lead.robustness.verdict === "solid",
  relays: lead.relays.length,
  steps: lead.steps.length,
  unmet: lead.needs.filter(({ by }) => by === "unmet" || by === "toVerify").map(({ domain, by }) => ({ domain, by })),
});

export const frozenView = (view: Round["personView"]): Snapshot["personView"] =>
  view === null ? null : { agreement: view.agreement, words: view.words, heard: view.heard, on: view.on, by: view.by };

const withoutSante = ({ sante: _erased, ...findings }: Snapshot["findings"]): Snapshot["findings"] => findings;

/** What was said about health leaves what the cell saw, and with it all that may have been argued with it: question, reasons, lead, words of the person. */
export const snapshotWithoutHealth = (snapshot: Snapshot): Snapshot => {
  const { recommendation, personView } = snapshot;
  return {
    ...snapshot,
    findings: withoutSante(snapshot.findings),
    question: "",
    recommendation: recommendation === null ? null : { ...recommendation, why: "" },
    lead: null,
    personView: personView === null ? null : { ...personView, words: "" },
    withdrawn: true,
  };
};
