import assert from "node:assert/strict";
import { milestones } from "../../../src/domain/participant/milestones.ts";
import { aHandover, calendar, decidedOn, facts } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";

const dueIn = (status: "entered" | "decided" | "inPath" | "left", of: Parameters<typeof aHandover>[0]) =>
  milestones(
    facts({ status, decided: decidedOn("2027-01-04", "reorient"), handovers: [aHandover(of)] }),
    aFramework(),
    calendar(),
  ).filter(({ milestone }) => milestone.startsWith("handover"));

describe("what is due of a hand-over that does not go straight", () => {
  it("nothing while a second study is asked, of a relay as of a way out, wherever the person stands", () => {
    for (const status of ["entered", "decided", "inPath", "left"] as const)
      for (const kind of ["relay", "reorient"] as const)
        for (const sentOn of [null, "2027-01-11"])
          assert.deepEqual(dueIn(status, { kind, sentOn, pausedOn: "2027-01-20" }), [], `${status} ${kind}`);
  });

  it("a partner who refuses: the other destination is due now, not on the forty-fifth day", () => {
    assert.deepEqual(dueIn("decided", { refusedOn: "2027-01-22" }), [
      { milestone: "handoverFallback", on: "2027-01-22" },
    ]);
    assert.deepEqual(dueIn("decided", { kind: "relay", refusedOn: "2027-01-23" }), [
      { milestone: "handoverFallback", on: "2027-01-25" },
    ]);
  });

  it("the other destination is sent within eight working days of that answer, not of the decision", () => {
    assert.deepEqual(dueIn("decided", { nextSince: "2027-01-22" }), [{ milestone: "handoverSend", on: "2027-02-03" }]);
  });
});
