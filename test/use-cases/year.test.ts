/** A small year of the PLIE, through the commands of the product: at its end nobody is lost, and what is counted is what was recorded. */
import assert from "node:assert/strict";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { checkTheYear, type YearReport } from "../support/year-check.ts";
import { liveTheYear, yearServices } from "../support/year-place.ts";

const SCALE = 0.03;

/** What a year of the PLIE holds: each happens at least once at this scale. */
const HAPPENS = [
  ...["first appointment: missedOutreach", "tried: noted", "outreach: reviewed", "ended movedAway: endedMoved"],
  ...[
    "immersion: planned",
    "immersion tooLong: toMend",
    "immersion tooManyHours: toMend",
    "immersion postTaken: toMend",
  ],
  ...["immersion noObjective: toMend", "renewal: planned", "action: cancelled", "action put off: deferred"],
  ...["session: opened", "session: cancelled", "joined: enrolled", "convention: signed"],
  ...["bilan completed: recorded", "bilan partial: recorded", "bilan didNotShow: recorded"],
  ...["evidence kept: settled", "evidence adjusted: settled", "evidence left: settled", "assessed again: opened"],
  ...[
    "decided: stay",
    "decided: stayWithRelays",
    "decided: reorient",
    "suspended: recorded",
    "taken up again: recorded",
  ],
  ...["handover send: done", "handover remind: done", "handover call: done", "handover refused: recorded"],
  ...["handover next: done", "handover accepted: recorded", "handover heldPartner: done", "handover giveUp: done"],
  ...["point: recorded", "exit decided: exitJob", "exit news: recorded", "prescriber: told"],
  ...["another référent: planned", "leave: planned", "transfer: planned"],
] as const;

describe("A simulated year", function () {
  this.timeout(240_000);
  let report: YearReport;
  let lived: Awaited<ReturnType<typeof liveTheYear>>;
  before(async () => {
    const place = await yearServices((_plieId, now) =>
      Promise.resolve({ store: createMemoryStore({ now }), directory: createMemoryStore({ now }) }),
    );
    lived = await liveTheYear(place, { seed: 2026, scale: SCALE });
    report = await checkTheYear(lived.services, lived.people);
  });

  it("loses nobody, decides nothing without an author and reasons, keeps its chains whole, and counts what was recorded", () => {
    const people = [661, 543, 45].reduce((sum, count) => sum + Math.max(1, Math.round(count * SCALE)), 0);
    assert.equal(report.people, people);
    assert.ok(report.auditEntries > report.people * 10, "people were registered and nothing was done with them");
  });

  it("goes as far as exits", () => {
    const left = Object.keys(report.byStatus);
    assert.ok(report.decisions > 0 && report.exits > 0 && left.includes("left"), JSON.stringify(report));
  });

  it("lives everything that a year holds, and nothing of it is refused but an immersion against a rule", () => {
    assert.deepEqual(
      HAPPENS.filter((one) => lived.happened[one] === undefined),
      [],
      "a part of the year was not lived",
    );
    const odd = Object.keys(lived.happened).filter((one) => /: (?:refused |toMend|overtaken|no$)/.test(one));
    assert.deepEqual(
      odd.filter((one) => !/^immersion \w+: toMend$/.test(one)),
      [],
    );
  });

  it("tells everything that is due to whoever carries the case, once, and on no quiet hour", () => {
    const { items, cards } = lived.watch.told();
    assert.ok(items > report.people && cards > 0, "almost nothing was told");
  });
});
