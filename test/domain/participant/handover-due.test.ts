import assert from "node:assert/strict";
import { milestones } from "../../../src/domain/participant/milestones.ts";
import { aHandover, calendar, decidedOn, facts } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";

const MEMBER = "00000000-0000-4000-8000-000000000001";
const dueIn = (
  status: "entered" | "decided" | "inPath" | "left" | "reoriented",
  of: Parameters<typeof aHandover>[0],
  more: Parameters<typeof facts>[0] = {},
) =>
  milestones(
    facts({ status, decided: decidedOn("2027-01-04", "reorient"), handovers: [aHandover(of)], ...more }),
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

  it("in a passage urgent, is sent within two working days, and so is its fallback", () => {
    const urgent = { kind: "relay", urgent: true, decidedOn: "2027-01-08" } as const;
    assert.deepEqual(dueIn("entered", urgent), [{ milestone: "handoverSend", on: "2027-01-12" }]);
    assert.deepEqual(dueIn("entered", { ...urgent, nextSince: "2027-01-22" }), [
      { milestone: "handoverSend", on: "2027-01-26" },
    ]);
  });

  it("nothing once the person has died, wherever they were accompanied", () => {
    const held = { acceptedOn: "2027-01-20", heldOn: "2027-01-29" };
    assert.equal(dueIn("reoriented", held).length, 1, "whether they are still followed is asked");
    const ended = { how: "death", door: "none", on: "2027-02-01", by: MEMBER, wayOut: null } as const;
    assert.deepEqual(dueIn("reoriented", held, { ended }), []);
    assert.deepEqual(dueIn("left", { kind: "relay" }, { ended }), []);
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
