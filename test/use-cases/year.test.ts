/** A small year of the PLIE, through the commands of the product: at its end nobody is lost, and what is counted is what was recorded. */
import assert from "node:assert/strict";
import { createMemoryStore } from "../../src/stores/memory/memory-store.ts";
import { checkTheYear, type YearReport } from "../support/year-check.ts";
import { checkTheFiles } from "../support/year-file-check.ts";
import { liveTheYear, yearPlace } from "../support/year-place.ts";

/** In this one, four people are reoriented, soon enough for each of their hand-overs to come to its end. */
const YEAR = { seed: 108, scale: 0.03 } as const;
const LONGEST_MS = 240_000;

/** Everything that a year of the PLIE holds: each happens at least once. */
const HAPPENS: Readonly<Record<string, readonly string[]>> = {
  registered: ["yes"],
  reached: ["noted"],
  tried: ["noted"],
  "first appointment": ["missedOutreach"],
  outreach: ["reviewed"],
  prescriber: ["told"],
  ...{ "ended death": ["endedDeath"], "ended lastingJob": ["ended"], "ended movedAway": ["endedMoved"] },
  ...{ "ended request": ["ended"], "ended training": ["ended"], "ended noNews": ["ended"] },
  ...{ "immersion noObjective": ["toMend"], "immersion postTaken": ["toMend"], "immersion tooLong": ["toMend"] },
  ...{ "immersion tooManyHours": ["toMend"], immersion: ["planned"], renewal: ["planned"], convention: ["signed"] },
  ...{ action: ["cancelled"], "action put off": ["deferred"], session: ["opened", "cancelled"], joined: ["enrolled"] },
  ...{ "bilan completed": ["recorded"], "bilan partial": ["recorded"], "bilan didNotShow": ["recorded"] },
  ...{ "evidence kept": ["settled"], "evidence adjusted": ["settled"], "evidence left": ["settled"] },
  "assessed again": ["opened"],
  presented: ["yes"],
  decided: ["stay", "stayWithRelays", "reorient"],
  ...{ "handover sheet": ["recorded"], "handover refer": ["done"], "handover referAccepted": ["done"] },
  ...{ "handover agree": ["done"], "handover send": ["done"], "handover remind": ["done"], "handover call": ["done"] },
  ...{ "handover refused": ["recorded"], "handover next": ["done"], "handover giveUp": ["done"] },
  ...{ "handover accepted": ["recorded"], "handover heldPerson": ["done"], "handover unreached": ["done"] },
  ...{ "handover heldPartner": ["done"], "handover stillNo": ["done"], "handover stillUnknown": ["done"] },
  "handover stillYes": ["done"],
  ...{ point: ["recorded"], suspended: ["recorded"], "taken up again": ["recorded"] },
  ...{ "exit presented": ["yes"], "exit decided": ["exitJob", "exitTraining", "exitOther"], "exit news": ["recorded"] },
  ...{ leave: ["planned"], transfer: ["planned"], "another référent": ["asked", "planned"] },
  "person informed": ["informed"],
  "line of a file": ["created", "same", "updated"],
  ...{ "questionnaire entry": ["begun, recorded", "signed"], "questionnaire exit": ["begun, recorded", "signed"] },
  "questionnaire later": ["begun, recorded", "signed"],
  ...{ health: ["agreed", "withdrawn"], copy: ["given"], "stage point": ["recorded"] },
  ...{ "request copy": ["noted, recorded", "recorded"], "request correct": ["noted, recorded", "recorded"] },
  ...{ "request contest": ["noted, recorded", "recorded"], "request object": ["noted, recorded", "recorded"] },
  ...{ "request restrict": ["noted, recorded", "recorded"], "request erase": ["noted, recorded", "erased"] },
  /** Where nobody knows who refers them, nothing can leave. */
  transmission: ["confirmed", "toMend"],
  retention: ["accompanied", "archived", "erased"],
};

describe("A simulated year", function () {
  this.timeout(LONGEST_MS);
  let report: YearReport;
  let lived: Awaited<ReturnType<typeof liveTheYear>>;
  before(async () => {
    const place = await yearPlace((_plieId, now) =>
      Promise.resolve({ store: createMemoryStore({ now }), directory: createMemoryStore({ now }) }),
    );
    lived = await liveTheYear(place, YEAR);
    report = await checkTheYear(lived.services, lived.people);
  });

  it("loses and forgets nobody, names nobody, decides nothing without an author and reasons, and counts what was recorded", () => {
    const people = [661, 543, 45, 100].reduce((sum, count) => sum + Math.max(1, Math.round(count * YEAR.scale)), 0);
    assert.equal(report.people, people);
    assert.ok(report.auditEntries > report.people * 10, "people were registered and nothing was done with them");
  });

  it("makes each month once and for good, enters nobody unheard, loses no questionnaire, and ends no file by time alone", async () => {
    const { months, questionnaires, ends } = await checkTheFiles(lived.services, lived.months);
    assert.equal(months, 12);
    assert.ok(questionnaires.signed > 20 && questionnaires.missing > 0, JSON.stringify(questionnaires));
    assert.deepEqual(ends, { lists: 30, confirmed: 3, erased: 2, archived: 1 });
  });

  it("goes as far as exits", () => {
    const left = Object.keys(report.byStatus);
    assert.ok(report.decisions > 0 && report.exits > 0 && left.includes("left"), JSON.stringify(report));
    assert.ok(left.includes("reoriented"), "nobody was received elsewhere");
  });

  it("lives everything that a year holds, and nothing else comes of it", () => {
    const expected = Object.entries(HAPPENS).flatMap(([what, came]) => came.map((one) => `${what}: ${one}`));
    assert.deepEqual(Object.keys(lived.happened).toSorted(), expected.toSorted());
  });

  it("tells everything that is due to whoever carries the case, once, and on no quiet hour", () => {
    const { items, cards } = lived.watch.told();
    assert.ok(items > report.people && cards > 0, "almost nothing was told");
  });
});
