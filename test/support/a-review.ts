/** A situation put to a cell, as it is stored: for what does not need the whole way of a référent to get there. */
import type { DomainId } from "../../src/domain/framework/schema.ts";
import type { FrozenFinding, Review, Snapshot } from "../../src/domain/review/records.ts";
import { BASILE } from "./chat.ts";
import { realFramework } from "./a-lead.ts";

export const A_MOMENT = "2026-11-24T13:40:00.000Z";

export const aReview = (changes: Partial<Review> = {}): Review => ({
  ...{ kind: "review", schemaVersion: 1, id: "2026-001", code: "P-2026-0001", parcours: 1, round: 0 },
  ...{ cell: "entree", track: "full", fullBecause: ["fragile", "urgent"], state: "submitted", study: 1 },
  ...{
    referentId: BASILE,
    substituteId: null,
    submittedBy: BASILE,
    submittedAt: A_MOMENT,
    dueOn: "2027-03-24",
    givers: [],
  },
  ...{ revealed: null, decided: null, adjourned: null, withdrawn: null, reopened: null },
  ...{ second: null, secondedBy: null, toldIn: null },
  ...changes,
});

export const aFrozenFinding = (changes: Partial<FrozenFinding> = {}): FrozenFinding => ({
  ...{ state: "assessed", severity: 3, impact: 2, priority: false, situations: [], selfSeverity: 1 },
  ...{ strength: "", facts: "", source: null },
  ...changes,
});

/** Everything that a person may have said or written is `words`. */
export const aSnapshot = (changes: Partial<Snapshot> = {}, words = "CanariDeTexte"): Snapshot => ({
  ...{ kind: "snapshot", schemaVersion: 1, review: "2026-001", study: 1, code: "P-2026-0001", cell: "entree" },
  ...{ at: A_MOMENT, by: BASILE, frameworkVersion: realFramework().version },
  question: "Un accompagnement renforcé est-il encore utile ?",
  recommendation: { choice: "stayWithRelays", why: words, by: BASILE, at: A_MOMENT },
  lead: {
    ...{ id: "P-2026-0001.1.0.1", first: "plie", equivalents: ["plie", "capEmploi"], toDiscuss: false },
    ...{ outcome: "stayWithRelays", solid: false, relays: 2, steps: 1, unmet: [] },
  },
  personView: { agreement: "partly", words, heard: true, on: "2026-11-23", by: BASILE },
  ageBand: "30to44",
  communeGroup: "Dijon",
  findings: {
    mobilite: aFrozenFinding({ severity: 2, impact: 1, facts: words, strength: words }),
    famille: aFrozenFinding({ severity: 3, impact: 3, facts: words }),
    logement: aFrozenFinding({ state: "toExplore", severity: null, impact: null }),
    sante: aFrozenFinding({ severity: 4, impact: 3, facts: words, strength: words }),
    droits: aFrozenFinding({ state: "declined", severity: null, impact: null }),
    finances: aFrozenFinding({ state: "notApplicable", severity: null, impact: null }),
    numerique: aFrozenFinding({ state: "nothing", severity: 0, impact: null, strength: words }),
  },
  addressed: 12,
  provisional: false,
  urgentOpen: true,
  withdrawn: false,
  ...changes,
});

/** Labels as the framework in force says them. */
export const labelIn = (domain: DomainId): string =>
  realFramework().domains.find(({ id }) => id === domain)?.label ?? domain;
