import assert from "node:assert/strict";
import { milestones } from "../../../src/domain/participant/milestones.ts";
import { suspendedNow } from "../../../src/domain/participant/suspended-now.ts";
import { aHandover, calendar, facts, pause } from "../../support/a-clock.ts";
import { aFramework } from "../../support/a-framework.ts";

const pauses = [pause("2026-12-01", null, "2027-01-31")];

describe("A suspension", () => {
  it("is told while the parcours goes on, and no more once it has ended or is resumed", () => {
    for (const status of ["oriented", "entered", "decided", "inPath"] as const)
      assert.equal(suspendedNow({ status, pauses })?.from, "2026-12-01", status);
    for (const status of ["cancelled", "left", "reoriented"] as const)
      assert.equal(suspendedNow({ status, pauses }), undefined, status);
    assert.equal(suspendedNow({ status: "inPath", pauses: [pause("2026-12-01", "2026-12-11")] }), undefined);
  });

  it("that was never closed hides nothing of what is due once a partner received the person", () => {
    const handovers = [aHandover({ sentOn: "2027-01-11", acceptedOn: "2027-01-15", heldOn: "2027-02-01" })];
    const due = milestones(facts({ status: "reoriented", pauses, handovers }), aFramework(), calendar());
    assert.deepEqual(due, [{ milestone: "handoverFollow", on: "2027-05-03" }]);
  });
});
