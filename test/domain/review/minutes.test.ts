import assert from "node:assert/strict";
import fc from "fast-check";
import { countedOpinions, minutesModel, minutesOf } from "../../../src/domain/review/minutes.ts";
import { REVIEW_OUTCOMES } from "../../../src/domain/review/outcomes.ts";
import { adjournedIn, closedSitting, nextOf, presentAfter, taken } from "../../../src/domain/review/sitting.ts";
import { NOTHING_ASKED } from "../../../src/domain/suggestion/facts.ts";
import { aReview } from "../../support/a-review.ts";
import { aDecision, aMeeting, anOpinion, aToldCase, toMinute } from "../../support/a-sitting.ts";
import { ALIX, BASILE, DORIAN, EUGENIE } from "../../support/chat.ts";

describe("The minutes of a sitting", () => {
  it("are read back as they were frozen, and hold neither a code of a person nor a word of an opinion", () => {
    const text = JSON.stringify(minutesOf(toMinute()));
    assert.deepEqual(minutesModel.parse(JSON.parse(text)), minutesOf(toMinute()));
    assert.doesNotMatch(text, /P-2026|CanariDePourquoi|Tient dans la durée/);
  });

  it("count opinions once they are revealed, and only how many before", () => {
    const [revealed] = minutesOf(toMinute()).cases;
    assert.deepEqual(revealed?.opinions, [{ outcome: "stay", to: null, count: 2 }]);
    const hidden = aToldCase({ review: aReview({ state: "underReview", givers: [ALIX] }), decision: undefined });
    const [before] = minutesOf(toMinute({ cases: [hidden] })).cases;
    assert.deepEqual([before?.opinions, before?.given, before?.state], [[], 1, "waiting"]);
  });

  it("keep every opinion in the counts, whatever was said", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...REVIEW_OUTCOMES), { maxLength: 40 }), (outcomes) => {
        const counts = countedOpinions(outcomes.map((outcome) => anOpinion({ outcome })));
        assert.equal(
          counts.reduce((sum, { count }) => sum + count, 0),
          outcomes.length,
        );
      }),
    );
  });

  it("tell a reorientation of someone on RSA as a proposal, and the hand-over that follows", () => {
    const decision = aDecision({ outcome: "reorient", to: { lead: "missionLocale", service: "x" } });
    const facts = { ...NOTHING_ASKED, rsa: "yes", referringBody: "CD" } as const;
    const [told] = minutesOf(toMinute({ cases: [aToldCase({ decision, facts, service: "Accueil" })] })).cases;
    assert.ok(told);
    assert.deepEqual(told.decided?.referred, { body: "CD" });
    assert.deepEqual(told.decided.to, { lead: "missionLocale", service: "Accueil" });
    assert.deepEqual(
      told.toDo.map(({ what }) => what),
      ["letter", "handOver"],
    );
  });

  it("say what is adjourned in this sitting, and when it comes back", () => {
    const adjourned = { because: "quorum", by: DORIAN, at: "2026-12-08T14:00:00.000Z" } as const;
    const review = aReview({ state: "adjourned", adjourned });
    const [told] = minutesOf(toMinute({ cases: [aToldCase({ review, decision: undefined })] })).cases;
    assert.deepEqual([told?.state, told?.adjourned], ["adjourned", "quorum"]);
    assert.deepEqual(told?.toDo, [{ what: "again", on: "2026-12-22" }]);
    assert.equal(adjournedIn(review, { openedAt: "2026-12-22T13:00:00.000Z" }), false, "that was another sitting");
  });

  it("list everyone of the cell, present or absent, and whoever else was there", () => {
    const meeting = aMeeting({ present: [DORIAN, "visitor"] });
    const { attendance } = minutesOf(toMinute({ meeting, nameOf: (id) => (id === "visitor" ? "Zoé Érable" : id) }));
    assert.deepEqual(
      attendance.filter(({ present }) => present).map(({ name }) => name),
      ["Dorian Bouleau", "Zoé Érable"],
    );
    assert.equal(attendance.length, 5);
  });
});

describe("A sitting", () => {
  const later = (minutes: number): string =>
    new Date(Date.parse("2026-12-08T13:00:00.000Z") + minutes * 60_000).toISOString();

  it("counts the time of each case, also when it is taken twice", () => {
    const first = taken(aMeeting(), "2026-001", later(0));
    const second = first && taken(first, "2026-002", later(10));
    const again = second && taken(second, "2026-001", later(15));
    assert.ok(again);
    assert.deepEqual(closedSitting(again, DORIAN, later(17)).spent, { "2026-001": 720, "2026-002": 300 });
  });

  it("goes on in its order, comes back to what was left behind, and stops when nothing is left", () => {
    const order = ["2026-001", "2026-002", "2026-003"];
    assert.equal(
      nextOf({ order, current: null }, () => true),
      "2026-001",
    );
    assert.equal(
      nextOf({ order, current: "2026-002" }, (id) => id !== "2026-003"),
      "2026-001",
    );
    assert.equal(
      nextOf({ order, current: "2026-003" }, () => false),
      undefined,
    );
  });

  it("a case that came after the opening joins the end", () => {
    assert.deepEqual(taken(aMeeting(), "2026-009", later(0))?.order, ["2026-001", "2026-002", "2026-009"]);
  });

  it("loses no tick of two devices, whoever comes last", () => {
    const shown = [DORIAN];
    const one = presentAfter(shown, shown, [DORIAN, ALIX]);
    const both = presentAfter(one, shown, [BASILE, EUGENIE]);
    assert.deepEqual(both, [ALIX, BASILE, EUGENIE], "Dorian was unticked, Alix stays");
  });
});
