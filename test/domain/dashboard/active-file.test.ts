import assert from "node:assert/strict";
import fc from "fast-check";
import { countsWith, differencesOf } from "../../../src/domain/dashboard/count-marks.ts";
import { dashboardOf } from "../../../src/domain/dashboard/dashboard.ts";
import { leaveOf } from "../../../src/domain/dashboard/file-marks.ts";
import type { Counts, Part } from "../../../src/domain/dashboard/measures.ts";
import { isFollowed } from "../../../src/domain/dashboard/followed.ts";
import { isListed } from "../../../src/domain/dashboard/picture.ts";
import { marksOf } from "../../../src/domain/dashboard/tally.ts";
import { BRUNO, CLAIRE, countsOf, period, type Bears } from "../../support/a-count.ts";
import { aFramework } from "../../support/a-framework.ts";
import { anyCase, pictureOfCase } from "../../support/any-case.ts";
import { aHandover } from "../../support/a-clock.ts";
import { aCase } from "../../support/builders.ts";

const around = { framework: aFramework(), referents: [CLAIRE, BRUNO], groups: ["Dijon"], prescribers: [] };
const times = (count: number, one: Bears): Bears[] => Array.from({ length: count }, () => one);
const fileOf = (bears: readonly Bears[], asked: Parameters<typeof period>[0] = {}) =>
  dashboardOf(countsOf(bears), period(asked), around).lead.file;

describe("The active file", () => {
  const bears = [
    ...times(40, { measure: "file" }),
    ...times(9, { measure: "entered", on: "2026-10-12" }),
    ...times(6, { measure: "entered", on: "2026-09-02" }),
    ...times(6, { measure: "leaves/exitJob", on: "2026-11-10" }),
    ...times(5, { measure: "leaves/reorient", on: "2026-10-20" }),
    ...times(7, { measure: "leaves/exitOther", on: "2026-09-12" }),
  ];

  it("counts who was there, who came, who left, and who is there", () => {
    const { start, entries, exitsTotal, end } = fileOf(bears);
    assert.deepEqual(
      [start, entries, exitsTotal, end].map(({ count }) => count),
      [42, 9, 11, 40],
    );
    const september = fileOf(bears, { from: "2026-09-01", to: "2026-09-30" });
    assert.deepEqual(
      [september.start, september.entries, september.exitsTotal, september.end].map(({ count }) => count),
      [43, 6, 7, 42],
      "the end of September is the start of October",
    );
  });

  it("is positive by employment or training, out of every exit, reorientations included", () => {
    const { positive, percent, mayGoOut } = fileOf([
      ...times(6, { measure: "leaves/exitJob", on: "2026-11-10" }),
      ...times(5, { measure: "leaves/exitTraining", on: "2026-11-10" }),
      ...times(6, { measure: "leaves/reorient", on: "2026-11-10" }),
      ...times(5, { measure: "leaves/lastingJob", on: "2026-11-10" }),
    ]);
    assert.deepEqual([positive, percent, mayGoOut], [11, 50, true], "11 of 22");
    assert.deepEqual([fileOf([]).percent, fileOf([]).mayGoOut], [null, false]);
  });

  it("a small number of exits is not told, nor found from who was there before and after", () => {
    const { start, end, exitsTotal, mayGoOut } = fileOf([
      ...times(40, { measure: "file" }),
      ...times(2, { measure: "leaves/exitJob", on: "2026-11-10" }),
    ]);
    assert.deepEqual(
      [start, end, exitsTotal].map(({ out }) => out.kind === "count"),
      [false, false, false],
    );
    assert.equal(mayGoOut, false);
  });

  it("is left on the day the partner received the person, the cell decided, or the parcours was ended", () => {
    const decided = { review: "2026-001", outcome: "reorient", to: null, on: "2026-12-08", by: CLAIRE } as const;
    assert.equal(leaveOf(aCase({ status: "decided", decided }), true), null, "the référent stays responsible");
    assert.deepEqual(
      leaveOf(aCase({ status: "reoriented", decided, handovers: [aHandover({ heldOn: "2027-01-20" })] }), true),
      { how: "reorient", on: "2027-01-20" },
    );
    assert.deepEqual(leaveOf(aCase({ status: "left", decided: { ...decided, outcome: "exitJob" } }), true), {
      how: "exitJob",
      on: "2026-12-08",
    });
    const ended = { how: "movedAway", door: "partner", on: "2026-12-20", by: CLAIRE } as const;
    assert.deepEqual(leaveOf(aCase({ status: "left", ended }), true), { how: "movedAway", on: "2026-12-20" });
    assert.equal(leaveOf(aCase({ status: "left", ended, entry: null }), true), null, "never entered");
    const death = { how: "death", door: "none", on: "2027-02-01", by: CLAIRE, wayOut: null } as const;
    assert.deepEqual(
      leaveOf(
        aCase({ status: "reoriented", decided, ended: death, handovers: [aHandover({ heldOn: "2027-01-20" })] }),
        true,
      ),
      { how: "reorient", on: "2027-01-20" },
      "a death that is noted later is another exit",
    );
  });

  it("is what a recount of the people gives, at the start and at the end of any period", () =>
    fc.assert(
      fc.property(fc.array(anyCase("P-2026-0001"), { maxLength: 15 }), (cases) => {
        const pictures = cases.filter(({ past }) => past.length === 0).map(pictureOfCase);
        const counts = new Map<Part, Counts>();
        for (const [of, difference] of differencesOf(
          pictures.map((picture) => ({ before: null, after: marksOf(picture) })),
        ))
          counts.set(of, countsWith({}, difference));
        const asked = period({ from: "2026-08-01", to: "2026-10-31", today: "2027-06-01" });
        const { start, end } = dashboardOf(counts, asked, around).lead.file;
        const inFile = (day: string): number =>
          pictures.filter((picture) => {
            const { head } = picture;
            if (head.entry === null || head.entry.on > day || !isListed(picture)) return false;
            const left = leaveOf(head, true);
            return left === null ? isFollowed(head) : left.on > day;
          }).length;
        assert.equal(end.count, inFile("2026-10-31"));
        assert.equal(start.count, inFile("2026-07-31"));
      }),
      { numRuns: 60 },
    ));
});
