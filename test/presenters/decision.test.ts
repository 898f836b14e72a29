/** *Décision* and what follows, as they are shown: within what Teams takes, whatever was written. */
import assert from "node:assert/strict";
import { presentDecision, presentReviewDecided } from "../../bot/presenters/index.ts";
import { presentRetry } from "../../bot/presenters/retry.ts";
import type { Opinion, ReviewDecision } from "../../src/domain/review/records.ts";
import { LEAD_KINDS, type LeadKind } from "../../src/domain/suggestion/lead-kinds.ts";
import type { DecisionForm, DecisionView } from "../../src/use-cases/see-decision-form.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import { aDossier, aReader, COLLEAGUE_ID } from "../support/a-view.ts";
import { anIdentity } from "../support/builders.ts";
import { DORIAN } from "../support/chat.ts";
import { quiet } from "../../bot/screens.ts";
import { checked } from "./checked.ts";

const review = "2026-001";
const WORST = 'é"\n<é>&*_';
const long = (length: number): string => WORST.repeat(length).slice(0, length);
const at = "2026-11-24T13:40:00.000Z";

const opinion = (index: number, changes: Partial<Opinion> = {}): Opinion => ({
  ...{ kind: "opinion", schemaVersion: 1, review, study: 1, code: "P-2026-0001", memberId: `m${index}` },
  ...{ outcome: "stay", to: null, why: `Avis ${index}.`, next: "", notedBy: null, at },
  ...changes,
});

const formOf = (changes: Partial<DecisionForm> = {}): DecisionForm => ({
  view: {
    review: { doc: aReview({ revealed: { by: DORIAN, at } }), version: "1" },
    snapshot: { doc: aSnapshot(), version: "1" },
    post: undefined,
    link: undefined,
    rules: { members: null, quorum: 3, channel: null, dates: [] },
    voters: [],
    cellMembers: [],
    sitting: undefined,
    onAgenda: true,
  },
  dossier: aDossier({}),
  identity: anIdentity(),
  held: null,
  facts: { rsa: null, referringBody: null },
  personView: null,
  form: { name: "decision", id: "d", code: "P-2026-0001", rev: "1~new", shown: {}, draft: undefined },
  hindrance: null,
  offered: ["stay", "stayWithRelays", "reorient", "toComplete"],
  compared: true,
  destinations: [],
  problems: [],
  opinions: [],
  ...changes,
});
const shown = (view: DecisionForm) =>
  checked(presentDecision({ screen: "decision", review, check: true, ...quiet }, view, aReader()), "decision");

describe("The decision as it is shown", () => {
  it("counts opinions by what they say, with each why, and names nobody", () => {
    const opinions = [
      opinion(1),
      opinion(2),
      opinion(3, { outcome: "reorient", to: { lead: "capEmploi", service: null } }),
    ];
    const model = shown(formOf({ opinions }));
    assert.match(model.opinions?.title ?? "", /^3 avis donnés · Poursuite en PLIE : 2 · Réorientation \(.+\) : 1$/);
    assert.deepEqual(
      model.opinions?.lines.map(({ text }) => text),
      ["Avis 1.", "Avis 2.", "Avis 3."],
    );
  });

  it("offers the person's view where the way out that was chosen lacks it, and only there", () => {
    const chosen = (outcome: string, changes: Partial<DecisionForm> = {}) =>
      shown(formOf({ form: { ...formOf().form, shown: { outcome } }, ...changes })).toView;
    assert.ok(chosen("reorient") !== null);
    assert.equal(chosen("stay"), null);
    const personView = { agreement: "agrees", words: "", heard: false, on: "2026-11-24", by: COLLEAGUE_ID } as const;
    assert.equal(chosen("reorient", { personView }), null);
  });

  it("asks neither for a structure nor for a departure where there is none, and for proofs with an exit", () => {
    const exits = shown(formOf({ offered: ["exitJob", "exitTraining", "exitOther", "goOn"], compared: false }));
    assert.deepEqual([exits.choices.to, exits.choices.departs], [[], []]);
    assert.ok(exits.choices.proofs.length > 0);
    assert.deepEqual(shown(formOf()).choices.proofs, []);
  });

  it("fits in a card of Teams with the longest texts, thirteen members of opposite views and every structure", () => {
    const leads = LEAD_KINDS.filter((kind): kind is Exclude<LeadKind, "plie"> => kind !== "plie");
    const destinations = leads.flatMap((lead) =>
      [null, "a", "b", "c"].map((service) => ({
        to: { lead, service },
        service: service === null ? null : { name: long(200), structure: long(200) },
      })),
    );
    const opinions = Array.from({ length: 13 }, (_, index) =>
      opinion(index, { why: long(1_000), outcome: index % 2 === 0 ? "stay" : "stayWithRelays" }),
    );
    const base = formOf();
    const texts = { outcome: "reorient", to: "capEmploi", reasons: long(9_000), next: long(9_000), departs: "other" };
    shown({
      ...base,
      view: {
        ...base.view,
        snapshot: { doc: aSnapshot({ question: long(1_000) }, long(1_000)), version: "1" },
      },
      form: { ...base.form, shown: texts },
      destinations,
      opinions,
      problems: [
        { field: "reasons", code: "tooLong", limit: 1_000, length: 9_000 },
        { field: "next", code: "names", found: [long(60)] },
      ],
    });
  });
});

describe("What the référent is told, as it is shown", () => {
  const decision = (changes: Partial<ReviewDecision> = {}): ReviewDecision => ({
    ...{ kind: "reviewDecision", schemaVersion: 1, review, study: 1, code: "P-2026-0001", outcome: "stay", to: null },
    ...{ reasons: long(1_000), departs: "otherView", proofs: [], next: long(300), by: COLLEAGUE_ID, at },
    ...{ on: "2026-11-24", letterDueOn: "2026-12-04", secondUntil: "2026-12-24" },
    ...changes,
  });
  const told = (changes: Partial<ReviewDecision> = {}, dossier = aDossier({})) => {
    const view: DecisionView = { ...formOf(), dossier, decision: decision(changes), opens: true };
    return checked(
      presentReviewDecided({ screen: "reviewDecided", review, ...quiet }, view, aReader()),
      "review-decided",
    );
  };

  it("fits in a card of Teams, with the letter and until when the person may ask for a second study", () => {
    const model = told();
    assert.ok(model.letterUrl?.endsWith("kind=courrier-decision&code=2026-001"));
    assert.match(model.steps[0] ?? "", /^D'abord, dites la décision à la personne.* 4 décembre 2026/, "told last");
    assert.match(model.steps.at(-1) ?? "", /réexamen jusqu'au 24 décembre 2026/);
  });

  it("asks for nothing, and has no letter, once the person died", () => {
    const ended = { how: "death", door: "none", on: "2026-11-26", by: COLLEAGUE_ID } as const;
    const model = told({ outcome: "reorient" }, aDossier({ file: { status: "left", ended } }));
    assert.deepEqual([model.letterUrl, model.canHandOver, model.steps.length], [null, false, 1]);
    assert.match(model.steps[0] ?? "", /décès .* plus rien n'est à faire/);
  });

  it("has no letter for a view on practice, and says so of reasons that were erased", () => {
    const practice = told({ outcome: "practice", secondUntil: null });
    assert.equal(practice.letterUrl, null);
    assert.match(practice.title, /^Avis du GTA · /, "nothing is decided there");
    assert.match(told({ reasons: "" }).why[0]?.text ?? "", /Retirées à la demande de la personne/);
  });
});

describe("What was written of a review when nothing can be kept", () => {
  it("is given back, with the name of its field: the question, the reasons, the next step", () => {
    const typed = { question: "Une question", reasons: "Des raisons", next: "Un pas" };
    const said = { reference: "r", busy: false };
    const shown = presentRetry("decision.save", { review, rev: "1", whole: "true", ...typed }, said);
    assert.ok(shown !== null);
    const model = checked(shown, "retry");
    assert.deepEqual(
      model.fields.map(({ label, value }) => [label, value]),
      [
        ["Question posée", "Une question"],
        ["Raisons (lues par la personne)", "Des raisons"],
        ["Prochain pas", "Un pas"],
      ],
    );
  });
});
