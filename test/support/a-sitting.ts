/** A sitting that was held, with what it studied: fresh each time. */
import type { ToldCase, ToMinute } from "../../src/domain/review/minutes.ts";
import type { Meeting, Opinion, ReviewDecision } from "../../src/domain/review/records.ts";
import { NOTHING_ASKED } from "../../src/domain/suggestion/facts.ts";
import { aReview } from "./a-review.ts";
import { ALIX, BASILE, DORIAN, EUGENIE } from "./chat.ts";

const at = "2026-12-08T13:30:00.000Z";

export const aMeeting = (changes: Partial<Meeting> = {}): Meeting => ({
  ...{ kind: "meeting", schemaVersion: 1, cell: "entree", on: "2026-12-08", state: "open" },
  ...{ openedBy: DORIAN, openedAt: "2026-12-08T13:00:00.000Z", secretaryId: BASILE },
  ...{ order: ["2026-001", "2026-002"], current: null, currentSince: null, spent: {}, present: [DORIAN] },
  closed: null,
  ...changes,
});

export const anOpinion = (changes: Partial<Opinion> = {}): Opinion => ({
  ...{ kind: "opinion", schemaVersion: 1, review: "2026-001", study: 1, code: "P-2026-0001", memberId: ALIX },
  ...{ outcome: "stay", to: null, why: "CanariDePourquoi", next: "", notedBy: null, at },
  ...changes,
});

export const aDecision = (changes: Partial<ReviewDecision> = {}): ReviewDecision => ({
  ...{ kind: "reviewDecision", schemaVersion: 1, review: "2026-001", study: 1, code: "P-2026-0001" },
  ...{ outcome: "stay", to: null, reasons: "Tient dans la durée.", departs: null, proofs: [], next: "" },
  ...{ by: DORIAN, at, on: "2026-12-08", letterDueOn: "2026-12-18", secondUntil: "2027-01-07" },
  ...changes,
});

export const aToldCase = (changes: Partial<ToldCase> = {}): ToldCase => ({
  review: aReview({
    state: "decided",
    givers: [ALIX, EUGENIE],
    revealed: { by: DORIAN, at },
    decided: { outcome: "stay", to: null, departs: null, concordant: true, on: "2026-12-08", by: DORIAN, at },
  }),
  opinions: [anOpinion(), anOpinion({ memberId: EUGENIE })],
  decision: aDecision(),
  service: null,
  facts: NOTHING_ASKED,
  ...changes,
});

const NAMES: Readonly<Record<string, string>> = {
  [ALIX]: "Alix Lavande",
  [BASILE]: "Basile Tilleul",
  [DORIAN]: "Dorian Bouleau",
  [EUGENIE]: "Eugénie Cerisier",
};

export const toMinute = (changes: Partial<ToMinute> = {}): ToMinute => ({
  meeting: aMeeting({ spent: { "2026-001": 700 } }),
  closedAt: "2026-12-08T15:05:00.000Z",
  ...{ plie: "PLIE de Dijon Métropole", frameworkVersion: "2026.6", quorum: 3, next: "2026-12-22" },
  members: [ALIX, BASILE, DORIAN, EUGENIE].map((id) => ({ aadObjectId: id, name: NAMES[id] ?? "" })),
  cases: [aToldCase()],
  told: [],
  nameOf: (id) => NAMES[id] ?? "",
  completeBy: () => "2027-01-07",
  ...changes,
});
