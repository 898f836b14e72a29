/** What each move changes of a review: opinions and studies are never lost, and a second study is for others. */
import assert from "node:assert/strict";
import {
  adjournedReview,
  reopenedReview,
  secondAsked,
  secondStudyOf,
  takenInFull,
  withdrawnReview,
} from "../../../src/domain/review/moves.ts";
import { aReview } from "../../support/a-review.ts";

const AT = "2026-12-08T09:00:00.000Z";
const mark = <B extends string>(because: B) => ({ because, by: "chargée", at: AT });
const decided = aReview({
  state: "decided",
  givers: ["a", "b"],
  revealed: { by: "chargée", at: AT },
  decided: { outcome: "stay", to: null, departs: null, concordant: true, on: "2026-12-08", by: "chargée", at: AT },
  toldIn: "entree.2026-12-08",
});

describe("A review that moves", () => {
  it("keeps its opinions, and the reveal where there was one, when it is adjourned", () => {
    const { givers, revealed } = decided;
    const after = adjournedReview({ ...decided, state: "underReview", decided: null }, mark("noTime"));
    assert.deepEqual(
      { state: after.state, givers: after.givers, revealed: after.revealed, adjourned: after.adjourned },
      { state: "adjourned", givers, revealed, adjourned: mark("noTime") },
    );
  });

  it("says why it was withdrawn", () => {
    assert.deepEqual(withdrawnReview(aReview(), mark("error")).withdrawn, mark("error"));
  });

  it("is studied anew and in full once reopened, with no opinion carried over", () => {
    const after = reopenedReview({ ...decided, track: "short", fullBecause: [] }, mark("newInformation"));
    assert.deepEqual(
      [
        after.state,
        after.study,
        after.track,
        after.fullBecause,
        after.givers,
        after.revealed,
        after.decided,
        after.toldIn,
      ],
      ["submitted", 2, "full", ["onRequest"], [], null, null, null],
    );
    assert.deepEqual(reopenedReview(decided, mark("other")).fullBecause, decided.fullBecause);
  });

  it("goes to the cell when one asks for the full study", () => {
    const after = takenInFull(aReview({ track: "short", fullBecause: [] }));
    assert.deepEqual([after.track, after.fullBecause], ["full", ["onRequest"]]);
  });

  it("has a second study for other members than those who gave an opinion or decided", () => {
    const second = secondStudyOf(decided, { id: "2026-007", round: 1, by: "référente", at: AT });
    assert.deepEqual(second.second, { of: decided.id, barred: ["a", "b", "chargée"] });
    assert.deepEqual(
      [second.id, second.study, second.state, second.track, second.fullBecause, second.givers, second.round],
      ["2026-007", 1, "submitted", "full", ["secondStudy"], [], 1],
    );
    assert.equal(second.decided, null);
    assert.equal(second.revealed, null);
  });

  it("may be asked for once, until the day that the letter says, that day included", () => {
    const until = { secondUntil: "2027-01-07" };
    assert.equal(secondAsked(decided, until, "2027-01-07"), "may");
    assert.equal(secondAsked(decided, until, "2027-01-08"), "tooLate");
    assert.equal(secondAsked({ ...decided, secondedBy: "2026-007" }, until, "2026-12-09"), "already");
    assert.equal(secondAsked(decided, { secondUntil: null }, "2026-12-09"), "noneHere");
    assert.equal(secondAsked(aReview(), until, "2026-12-09"), "notDecided");
    assert.equal(secondAsked(decided, undefined, "2026-12-09"), "notDecided");
  });
});
