/** A letter to the person, for what prints it. */
import { decisionLetterModel, type DecisionLetterModel } from "../../src/documents/decision-letter.ts";
import type { Identity } from "../../src/domain/participant/identity.ts";
import type { ReviewDecision } from "../../src/domain/review/records.ts";
import type { ToTell } from "../../src/wording/letter.ts";
import { realFramework } from "./a-lead.ts";

export interface LetterParts extends Partial<Omit<ToTell, "decision" | "framework">> {
  readonly decision?: Partial<ReviewDecision>;
  readonly identity?: Partial<Identity>;
}

const CHENOVE = { insee: "21166", name: "Chenôve", group: "Première couronne sud", lat: 47.2933, lon: 5.0083 };

const aDecision = (changes: Partial<ReviewDecision>): ReviewDecision => ({
  ...{ kind: "reviewDecision", schemaVersion: 1, review: "2026-001", study: 1, code: "P-2026-0001" },
  ...{ outcome: "stay", to: null, departs: null, proofs: [], next: "Prendre date en janvier." },
  reasons: "Vous avancez bien avec un rendez-vous par semaine.",
  ...{ by: "m", at: "2026-12-08T09:00:00.000Z", on: "2026-12-08", letterDueOn: "2026-12-18" },
  secondUntil: "2027-01-07",
  ...changes,
});

export const toTell = ({ decision = {}, ...tell }: Omit<LetterParts, "identity"> = {}): ToTell => ({
  framework: realFramework(),
  decision: aDecision(decision),
  facts: { rsa: "no", referringBody: null },
  service: null,
  referent: "Basile Tilleul",
  track: "full",
  second: false,
  completeUntil: "2027-01-07",
  contributed: "followed",
  ...tell,
});

export const aLetter = ({ decision = {}, identity = {}, ...tell }: LetterParts = {}): DecisionLetterModel =>
  decisionLetterModel({
    identity: {
      ...{
        givenName: "Amina",
        familyName: "Benali",
        address: "12 rue des Lilas",
        commune: "21166",
        communeTyped: null,
      },
      ...identity,
    },
    plie: { name: "PLIE de Dijon Métropole", communes: [CHENOVE] },
    today: "2026-12-09",
    decidedBy: "Dorian Bouleau",
    tell: toTell({ decision, ...tell }),
  });
