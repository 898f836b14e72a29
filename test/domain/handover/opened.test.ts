import assert from "node:assert/strict";
import { handoversOnceDecided, handoversOnceWithdrawn, openedHandover } from "../../../src/domain/handover/opened.ts";
import type { Handover } from "../../../src/domain/handover/records.ts";
import { decidedOn } from "../../support/a-clock.ts";

const FILE = { code: "P-2026-0001", parcours: 1, handovers: [] };
const FIRST = "2026-001";
const opening = { urgent: false, on: "2027-01-04", by: "m", at: "2027-01-04T09:00:00.000Z" };
const relay = (over: Partial<Handover> = {}): Handover => ({
  ...openedHandover(
    FILE,
    "P-2026-0001.1.1",
    { what: "relay", decided: { lead: null, service: null }, to: null, answers: [] },
    { ...opening, review: FIRST },
  ),
  ...over,
});

describe("Hand-overs when a study concludes", () => {
  it("a person who goes on in the path finds their relays again where they were", () => {
    const waits = relay({ pausedOn: "2027-02-01" });
    const after = { ...opening, review: "2026-002", on: "2027-02-10" };
    const [goesOn] = handoversOnceDecided(FILE, [waits], [], "goOn", after);
    assert.deepEqual([goesOn?.pausedOn, goesOn?.closed, goesOn?.edition], [null, null, waits.edition + 1]);
    assert.deepEqual(handoversOnceDecided(FILE, [relay()], [], "goOn", after), [], "nothing waited");
  });

  it("a second study that is taken back lets what was decided first go on", () => {
    const decided = decidedOn("2027-01-04", "stayWithRelays");
    const again = { review: "2026-002", on: "2027-02-10" };
    const [one] = handoversOnceWithdrawn(
      { decided: decided === null ? null : { ...decided, review: FIRST } },
      [relay({ pausedOn: "2027-02-01" })],
      again,
    );
    assert.deepEqual([one?.pausedOn, one?.closed], [null, null]);
  });

  it("a decision taken up again, then taken back, sends nobody to a partner: it does not stand any more", () => {
    const again = { review: FIRST, on: "2027-02-10" };
    const [one] = handoversOnceWithdrawn({ decided: null }, [relay({ pausedOn: "2027-02-01" })], again);
    assert.deepEqual([one?.pausedOn, one?.closed], [null, { on: "2027-02-10", because: "undone" }]);
  });

  it("whoever was received by a partner stays received, whatever is taken back", () => {
    const held = { byPerson: "2027-01-20", byPartner: "2027-01-20", unreachedOn: null };
    const received = relay({ appointment: { on: "2027-01-20", givenOn: "2027-01-10" }, held });
    const [one] = handoversOnceWithdrawn({ decided: null }, [received], { review: FIRST, on: "2027-02-10" });
    assert.equal(one?.closed, null);
  });
});
