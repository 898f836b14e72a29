/** The card of a situation in its channel: what it says, and what it never says. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { renderCard } from "../../cards/index.ts";
import { presentMovedReview, presentReviewCard, presentUnreadableReview } from "../../bot/presenters/review-card.ts";
import { reviewCardLines } from "../../bot/presenters/review-lines.ts";
import type { Review, Snapshot } from "../../src/domain/review/records.ts";
import type { ReviewOutcome } from "../../src/domain/review/outcomes.ts";
import type { ReviewCardView } from "../../src/use-cases/see-review-card.ts";
import { realFramework } from "../support/a-lead.ts";
import { aFrozenFinding, aReview, aSnapshot, labelIn } from "../support/a-review.ts";
import { ALIX, DORIAN, EUGENIE, textOf } from "../support/chat.ts";
import { checked } from "./checked.ts";

const framework = realFramework();
const member = (aadObjectId: string) => ({ aadObjectId, name: "Collègue Canari", roles: ["referent"] as const });
const voters = [ALIX, DORIAN, EUGENIE].map(member);

const viewOf = (
  review: Partial<Review> = {},
  snapshot: Partial<Snapshot> | null = {},
  counts: readonly (readonly [ReviewOutcome, number])[] = [],
): ReviewCardView => ({
  review: { doc: aReview(review), version: "1" },
  snapshot: snapshot === null ? undefined : { doc: aSnapshot(snapshot), version: "1" },
  post: undefined,
  link: undefined,
  rules: { members: null, quorum: 3, channel: null, dates: [] },
  voters,
  cellMembers: voters,
  sitting: undefined,
  onAgenda: true,
  framework,
  counts: new Map(counts),
  refreshedFor: [`29:${ALIX}`],
});
const shown = (view: ReviewCardView) => {
  const presented = presentReviewCard(view);
  const model = checked(presented, "review-card");
  return { model, text: textOf(renderCard("review-card", model).card).replace(/[\u00A0\u2060]/g, " ") };
};

describe("The card of a situation in its channel", () => {
  it("says the label, the question, the deadline, why it is studied, and the three points of view side by side", () => {
    const { model, text } = shown(viewOf({ givers: [ALIX] }));
    assert.equal(model.title, "Situation 2026-001 — Cellule entrées");
    assert.equal(model.state, "1 avis sur 3, quorum de 3");
    assert.match(text, /Un accompagnement renforcé est-il encore utile/);
    assert.match(text, /avant le 24 mars 2027/);
    assert.match(text, /30 à 44 ans, Dijon/);
    assert.deepEqual(
      model.voices.map(({ value }) => value),
      [
        "Poursuite avec relais",
        "En partie d'accord, souhaite être entendue",
        `Poursuite avec relais, fragile, 2 relais, pistes équivalentes : ${framework.suggestion.leads.find(({ kind }) => kind === "capEmploi")?.label ?? ""}`,
      ],
    );
  });

  it("orders difficulties by weight, and counts no lack where nothing was said, or where the person prefers not to", () => {
    const { difficulties } = shown(viewOf()).model;
    assert.deepEqual(difficulties?.lines, [
      `${labelIn("famille")} : ${framework.levels[3]}`,
      `${labelIn("mobilite")} : ${framework.levels[2]}`,
      `${labelIn("logement")} : à creuser`,
    ]);
  });

  it("names what helps by its domain only, and never health", () => {
    const helps = shown(viewOf()).model.facts.find(({ title }) => title === "Ce qui aide déjà");
    assert.equal(helps?.value, `${labelIn("mobilite")} ; ${labelIn("numerique")}`);
  });

  it("says the same of health and of urgent points whatever is known of them", () => {
    const health = (findings: Snapshot["findings"]) =>
      shown(viewOf({}, { findings })).model.facts.find(({ title }) => title === "Santé")?.value;
    const values = [
      {},
      { sante: aFrozenFinding({ state: "nothing", severity: 0, impact: null }) },
      { sante: aFrozenFinding({ severity: 4, impact: 3 }) },
      { sante: aFrozenFinding({ state: "declined", severity: null, impact: null }) },
    ].map(health);
    assert.deepEqual([...new Set(values)], ["à voir dans l'onglet"]);
    const [open, none] = [shown(viewOf({}, { urgentOpen: true })), shown(viewOf({}, { urgentOpen: false }))];
    assert.match(open.text, /Points urgents\nà voir dans l'onglet/);
    assert.equal(none.text, open.text, "the card tells whether an urgent point is open");
  });

  it("does not say where someone lives when too few people live there", () => {
    assert.match(shown(viewOf({}, { communeGroup: null })).text, /30 à 44 ans, secteur non précisé/);
  });

  it("says what is not there yet without calling it a fault", () => {
    const { voices } = shown(viewOf({}, { recommendation: null, personView: null, lead: null })).model;
    assert.deepEqual(
      voices.map(({ value }) => value),
      ["Préconisation pas encore écrite", "Point de vue pas encore recueilli", "Pas de piste enregistrée"],
    );
    assert.equal(
      shown(viewOf({}, { lead: null, withdrawn: true })).model.voices[2]?.value,
      "Retirée à la demande de la personne",
    );
  });

  it("offers what makes sense where it stands", () => {
    const verbs = (view: ReviewCardView) => shown(view).model.buttons.map(({ verb }) => verb);
    const revealed = { by: DORIAN, at: "2026-12-08T09:00:00.000Z" };
    assert.deepEqual(verbs(viewOf()), ["review.giveOpinion"]);
    assert.deepEqual(verbs(viewOf({ state: "underReview", givers: [ALIX] })), ["review.giveOpinion", "review.reveal"]);
    assert.deepEqual(verbs(viewOf({ state: "underReview", givers: [ALIX], revealed })), ["review.decide"]);
    assert.deepEqual(verbs(viewOf({ state: "withdrawn" })), []);
  });

  it("says how many opinions for each outcome once they are revealed, and not before", () => {
    const revealed = { by: DORIAN, at: "2026-12-08T09:00:00.000Z" };
    const counts = [
      ["stay", 2],
      ["reorient", 1],
    ] as const;
    const { model } = shown(viewOf({ state: "underReview", givers: [ALIX, DORIAN, EUGENIE], revealed }, {}, counts));
    assert.deepEqual(model.counts, ["Poursuite en PLIE : 2", "Réorientation : 1"]);
    assert.match(model.state, /Avis révélés/);
  });

  it("is one line once it is decided, withdrawn, adjourned or followed elsewhere", () => {
    const decided: Review["decided"] = {
      ...{ outcome: "reorient", to: { lead: "capEmploi", service: null }, departs: null, concordant: true },
      ...{ on: "2026-12-08", by: DORIAN, at: "2026-12-08T10:00:00.000Z" },
    };
    const short = shown(viewOf({ state: "decided", decided }));
    assert.equal(short.model.state, "Réorientation, décidé le 8 décembre 2026.");
    assert.deepEqual([short.model.question, short.model.difficulties, short.model.voices], [null, null, []]);
    for (const state of ["withdrawn", "adjourned"] as const)
      assert.deepEqual(shown(viewOf({ state })).model.facts, [], state);
    for (const line of [presentMovedReview("2026-001"), presentUnreadableReview("2026-001", "k")])
      assert.doesNotMatch(JSON.stringify(line), /Dijon|accompagnement/);
  });

  it("keeps the ids of its refresh as they are, and lists them even when there is nobody", () => {
    const model = checked(presentReviewCard({ ...viewOf(), refreshedFor: ["29:a{{b", "29:c"] }), "review-card");
    const { refresh } = renderCard("review-card", model).card;
    assert.deepEqual((refresh as { userIds: unknown }).userIds, ["29:a{{b", "29:c"]);
    const nobody = checked(presentReviewCard({ ...viewOf(), refreshedFor: [] }), "review-card");
    assert.deepEqual((renderCard("review-card", nobody).card["refresh"] as { userIds: unknown }).userIds, []);
  });

  it("holds no field, no name of a colleague, and no word that was said or written but the question", () => {
    const word = fc.string({ minLength: 6, maxLength: 40 }).map((typed) => `Zqx${typed}`);
    fc.assert(
      fc.property(word, (canary) => {
        const snapshot = aSnapshot({}, canary);
        const { text } = shown(viewOf({}, snapshot));
        assert.ok(!text.includes("Zqx"), text);
        assert.ok(!text.includes("Canari"), text);
        assert.ok(
          !JSON.stringify(reviewCardLines(framework, { dueOn: null, fullBecause: [], snapshot })).includes("Zqx"),
        );
      }),
    );
    assert.doesNotMatch(JSON.stringify(renderCard("review-card", shown(viewOf()).model).card), /"Input\./);
  });
});
