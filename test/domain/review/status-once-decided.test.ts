import assert from "node:assert/strict";
import { statusOnceDecided } from "../../../src/domain/review/after-decision.ts";
import { aHandover, decidedOn } from "../../support/a-clock.ts";

describe("Where a record that was cancelled by mistake stands again", () => {
  const held = { sentOn: "2027-01-11", acceptedOn: "2027-01-15", heldOn: "2027-02-01" };
  const status = (outcome: "stay" | "stayWithRelays" | "reorient", ...handovers: ReturnType<typeof aHandover>[]) =>
    statusOnceDecided({ decided: decidedOn("2027-01-04", outcome), handovers });

  it("a person whom a partner received is with them, and no more under the decision", () => {
    assert.equal(status("reorient", aHandover()), "decided");
    assert.equal(status("reorient", aHandover(held)), "reoriented");
    assert.equal(status("reorient", aHandover({ ...held, kind: "relay" })), "decided", "a relay is no way out");
  });

  it("whoever stays with relays is in the path once one of them received them", () => {
    assert.equal(status("stayWithRelays", aHandover({ kind: "relay" })), "decided");
    assert.equal(status("stayWithRelays", aHandover({ ...held, kind: "relay" })), "inPath");
    assert.equal(status("stay"), "inPath");
    assert.equal(statusOnceDecided({ decided: null, handovers: [] }), null);
  });
});
