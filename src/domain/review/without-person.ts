/** What was written of a case, as it is read by whoever is not to know of whom it speaks: a text that was typed elsewhere may hold a name. */
import { withoutPerson } from "./identifies.ts";
import type { FrozenFinding, ReviewDecision, Snapshot } from "./records.ts";

type Person = Parameters<typeof withoutPerson>[0];

export const snapshotWithoutPerson = (person: Person, snapshot: Snapshot): Snapshot => {
  const masked = (text: string): string => (text === "" ? text : withoutPerson(person, text));
  const found = (finding: FrozenFinding): FrozenFinding => ({
    ...finding,
    strength: masked(finding.strength),
    facts: masked(finding.facts),
  });
  const { recommendation, personView, findings } = snapshot;
  return {
    ...snapshot,
    question: masked(snapshot.question),
    recommendation: recommendation && { ...recommendation, why: masked(recommendation.why) },
    personView: personView && { ...personView, words: masked(personView.words) },
    findings: Object.fromEntries(Object.entries(findings).map(([domain, finding]) => [domain, found(finding)])),
  };
};

export const decisionWithoutPerson = (person: Person, decision: ReviewDecision): ReviewDecision => ({
  ...decision,
  reasons: withoutPerson(person, decision.reasons),
  next: withoutPerson(person, decision.next),
});
