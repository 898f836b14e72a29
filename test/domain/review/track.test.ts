/** The short circuit takes the simple stays, and nothing else. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { CELL_IDS } from "../../../src/domain/review/codes.ts";
import { FULL_REASONS } from "../../../src/domain/review/records.ts";
import { fullReasons, trackOf, type ToTrack } from "../../../src/domain/review/track.ts";
import { LEAD_KINDS } from "../../../src/domain/suggestion/lead-kinds.ts";
import { RECOMMENDATIONS } from "../../../src/domain/suggestion/stored-lead.ts";

const SIMPLE: ToTrack = {
  cell: "entree",
  recommendation: "stay",
  lead: { first: "plie", solid: true },
  sameWay: true,
  personAgrees: true,
  urgentOpen: false,
  onRequest: false,
  second: false,
};
const track = (changes: Partial<ToTrack> = {}, draw = 0.5) => trackOf({ ...SIMPLE, ...changes }, draw, 10);

describe("Short circuit or full study", () => {
  it("a stay that everyone sees alike, with a solid lead and nothing urgent, takes the short circuit, with relays or without", () => {
    assert.deepEqual(track(), { track: "short", fullBecause: [] });
    assert.deepEqual(track({ recommendation: "stayWithRelays" }), { track: "short", fullBecause: [] });
  });

  it("each of the other ways takes the full study, and says why", () => {
    const because = (changes: Partial<ToTrack>) => track(changes).fullBecause;
    assert.deepEqual(because({ recommendation: "reorient:capEmploi", lead: { first: "capEmploi", solid: true } }), [
      "wayOut",
    ]);
    assert.deepEqual(because({ lead: { first: "missionLocale", solid: true }, sameWay: false }), [
      "wayOut",
      "disagreement",
    ]);
    assert.deepEqual(because({ sameWay: false }), ["disagreement"]);
    assert.deepEqual(because({ personAgrees: false }), ["disagreement"]);
    assert.deepEqual(because({ personAgrees: null }), ["disagreement"], "a view that is not recorded is no agreement");
    assert.deepEqual(because({ recommendation: "toComplete", sameWay: false }), ["disagreement"]);
    assert.deepEqual(because({ lead: { first: "plie", solid: false } }), ["fragile"]);
    assert.ok(because({ lead: { first: null, solid: null }, sameWay: false }).includes("noLead"));
    assert.ok(because({ lead: null, sameWay: false }).includes("noLead"));
    assert.deepEqual(because({ urgentOpen: true }), ["urgent"]);
    assert.deepEqual(because({ onRequest: true }), ["onRequest"]);
    assert.deepEqual(because({ second: true }), ["secondStudy"]);
    assert.deepEqual(because({ cell: "sortie" }), ["otherCell"]);
    assert.deepEqual(because({ cell: "gta", onRequest: true }), ["otherCell", "onRequest"]);
  });

  it("of the simple stays, one in ten is drawn for the full study; the others never say that they were", () => {
    assert.deepEqual(track({}, 0.0999), { track: "full", fullBecause: ["drawn"] });
    assert.deepEqual(track({}, 0.1), { track: "short", fullBecause: [] });
    assert.deepEqual(track({ urgentOpen: true }, 0), { track: "full", fullBecause: ["urgent"] });
    assert.deepEqual(trackOf(SIMPLE, 0, 0).track, "short");
  });

  it("whatever is known of a case, the short circuit is a solid lead to the PLIE that all three follow", () => {
    const facts: fc.Arbitrary<ToTrack> = fc.record({
      cell: fc.constantFrom(...CELL_IDS),
      recommendation: fc.option(fc.constantFrom(...RECOMMENDATIONS)),
      lead: fc.option(fc.record({ first: fc.option(fc.constantFrom(...LEAD_KINDS)), solid: fc.option(fc.boolean()) })),
      sameWay: fc.boolean(),
      personAgrees: fc.option(fc.boolean()),
      urgentOpen: fc.boolean(),
      onRequest: fc.boolean(),
      second: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (known) => {
        const reasons = fullReasons(known);
        assert.ok(reasons.every((reason) => FULL_REASONS.includes(reason) && reason !== "drawn"));
        const simple =
          known.cell === "entree" &&
          (known.recommendation === "stay" || known.recommendation === "stayWithRelays") &&
          known.lead?.first === "plie" &&
          known.lead.solid === true &&
          known.sameWay &&
          known.personAgrees === true &&
          !known.urgentOpen &&
          !known.onRequest &&
          !known.second;
        assert.equal(reasons.length === 0, simple);
      }),
      { numRuns: 5_000 },
    );
  });
});
