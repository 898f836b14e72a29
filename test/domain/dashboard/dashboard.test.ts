import assert from "node:assert/strict";
import fc from "fast-check";
import { dashboardOf, WORKLOAD_STEPS, type Around } from "../../../src/domain/dashboard/dashboard.ts";
import { medianOf } from "../../../src/domain/dashboard/delays.ts";
import { CRITERIA, CRITERION_IDS } from "../../../src/domain/dashboard/equity.ts";
import type { Figure } from "../../../src/domain/dashboard/figures.ts";
import type { MaskedCount } from "../../../src/domain/dashboard/mask.ts";
import { monthsBetween, partsOf } from "../../../src/domain/dashboard/reading.ts";
import { aFramework } from "../../support/a-framework.ts";
import { BRUNO, CLAIRE, countsOf, monthOf, period, type Bears } from "../../support/a-count.ts";

const around: Around = {
  framework: aFramework(),
  referents: [CLAIRE, BRUNO],
  groups: ["Dijon", "Couronne sud"],
  prescribers: ["Mission locale", "France Travail"],
};
const seen = (bears: readonly Bears[], asked: Parameters<typeof period>[0] = {}) =>
  dashboardOf(countsOf(bears), period(asked), around);
const times = (count: number, one: Bears): Bears[] => Array.from({ length: count }, () => one);
const said = ({ out }: Figure): string => maskedSaid(out);
const maskedSaid = (out: MaskedCount): string => (out.kind === "count" ? String(out.count) : out.kind);

describe("The dashboard", () => {
  it("reads today, the months of the period and the year in which it ends, each once", () => {
    assert.deepEqual(monthsBetween("2025-11-15", "2026-02-01"), ["2025-11", "2025-12", "2026-01", "2026-02"]);
    const parts = partsOf({ from: "2025-12-01", to: "2026-02-28", today: "2026-11-27" });
    assert.equal(parts[0], "now");
    assert.equal(parts.length, 1 + 13);
    assert.equal(new Set(parts).size, parts.length);
    assert.ok(parts.includes("2025-12") && parts.includes("2026-12"));
  });

  it("says what became of each orientation of the period, and zero when nobody is lost", () => {
    const { oriented, entered } = seen([
      ...times(7, { measure: "oriented/met", on: "2026-11-02" }),
      { measure: "oriented/waiting", on: "2026-11-20" },
      { measure: "oriented/notMet", on: "2026-05-02" },
      ...times(6, { measure: "entered", on: "2026-11-12" }),
    ]).follow;
    assert.deepEqual(
      [oriented.total, oriented.met, oriented.waiting, oriented.notMet, entered].map(({ count }) => count),
      [8, 7, 1, 0, 6],
      "the orientation of May is of another period",
    );
  });

  it("says whom each prescriber and each part of the territory sent, where no small number can be found from it", () => {
    const seenBy = (bears: Parameters<typeof seen>[0]) => seen(bears).lead.origins;
    const one = (what: string, rank: string, on = "2026-11-02") => [
      { measure: `oriented/${what}`, on },
      { measure: `sentBy/${rank}/${what}`, referent: null, on },
      { measure: `sentFrom/0/${what}`, referent: null, on },
    ];
    const many = Array.from({ length: 23 }, (_, at) => (at < 12 ? "0" : "1")).flatMap((rank) => one("met", rank));
    const { prescribers, notMet } = seenBy(many);
    assert.deepEqual("rows" in prescribers ? prescribers.rows.map(({ rank, total }) => [rank, total]) : [], [
      ["0", { kind: "count", count: 12 }],
      ["1", { kind: "count", count: 11 }],
    ]);
    assert.deepEqual(notMet, []);
    const lost = [...many, ...one("notMet", "0"), { measure: "notMet/request", referent: null, on: "2026-11-02" }];
    const few = seenBy(lost).prescribers;
    assert.deepEqual(
      few.kind === "table" ? few.rows.flatMap(({ cells }) => cells.map(({ kind }) => kind)) : [],
      Array.from({ length: 6 }, () => "hidden"),
      "one person who was never met would be shown",
    );
    assert.deepEqual(
      seenBy(lost).notMet.map(({ reason, people }) => [reason, people.kind]),
      [["request", "hidden"]],
    );
    assert.equal(seenBy([]).groups.kind, "nobody");
  });

  it("tells who should have been received already, and who waits since the outreach was to be reviewed", () => {
    const { late, outreach, milestones } = seen([
      { measure: "due/firstAppointment", on: "2026-11-30" },
      { measure: "waiting", on: "2026-11-13" },
      ...times(2, { measure: "due/firstAppointment", on: "2026-11-10" }),
      ...times(2, { measure: "waiting", on: "2026-10-24" }),
      { measure: "due/firstAppointment", on: "2026-10-01" },
      { measure: "waiting", on: "2026-09-14" },
    ]).follow;
    assert.deepEqual([late.count, outreach.count], [3, 1]);
    assert.deepEqual(
      milestones.map(({ milestone, late: past, coming }) => [milestone, past.count, coming.count]),
      [["firstAppointment", 3, 1]],
      "a milestone that nobody has is no line",
    );
  });

  it("a milestone of today is to come, one of yesterday is late, one in fifteen days is neither", () => {
    const { milestones } = seen(
      ["2026-11-26", "2026-11-27", "2026-12-11", "2026-12-12"].map((on) => ({ measure: "due/t0", on })),
    ).follow;
    const t0 = milestones.find(({ milestone }) => milestone === "t0");
    assert.deepEqual([t0?.late.count, t0?.coming.count], [1, 2]);
  });

  it("one référent's numbers are their own, and those of the territory everyone's", () => {
    const bears: Bears[] = [
      ...times(6, { measure: "step/assessing", referent: CLAIRE }),
      ...times(5, { measure: "step/assessing", referent: BRUNO }),
      ...times(7, { measure: "entered", referent: BRUNO, on: "2026-11-12" }),
      ...times(9, { measure: "barrier/mobilite/3", referent: null }),
    ];
    const [all, claire] = [seen(bears), seen(bears, { referent: CLAIRE })];
    assert.deepEqual([all.follow.inFirstPhase, claire.follow.inFirstPhase], [11, 6]);
    assert.deepEqual([all.follow.entered.count, claire.follow.entered.count], [7, 0]);
    assert.deepEqual(claire.lead.barriers, all.lead.barriers);
    assert.equal(maskedSaid(claire.lead.barriers[0]!.total), "9");
    assert.equal(claire.lead.workload.length, 2, "the workload stays everyone's: it is read side by side");
  });

  it("who left the team and still accompanies somebody is not forgotten, after the others", () => {
    const gone = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a99";
    const { workload } = seen([{ measure: "step/inPath", referent: gone }]).lead;
    assert.deepEqual(
      workload.map(({ referent, total }) => [referent, total.count]),
      [
        [CLAIRE, 0],
        [BRUNO, 0],
        [gone, 1],
      ],
    );
  });

  it("a median is given with its number of people, and leaves the screen with five of them", () => {
    const delays = (count: number) =>
      seen(times(count, { measure: "delay/entry/12", on: "2026-11-03" })).follow.delays.find(
        ({ delay }) => delay === "entry",
      );
    assert.deepEqual(delays(0), { delay: "entry", people: 0, median: null, mayGoOut: false });
    assert.deepEqual(delays(4), { delay: "entry", people: 4, median: 12, mayGoOut: false });
    assert.deepEqual(delays(5), { delay: "entry", people: 5, median: 12, mayGoOut: true });
  });

  it("the median of the histogram is the median of the people", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), (days) => {
        const histogram = [...new Set(days)].map((day) => ({
          days: day,
          people: days.filter((one) => one === day).length,
        }));
        const ordered = [...days].sort((one, other) => one - other);
        const middle = ordered.length / 2;
        const naive =
          ordered.length % 2 === 1 ? ordered[Math.floor(middle)] : (ordered[middle - 1]! + ordered[middle]!) / 2;
        assert.equal(medianOf(histogram), naive);
      }),
    );
  });

  it("decisions are told by outcome and destination, exits by phase", () => {
    const { decisions } = seen([
      ...times(3, { measure: "decided/stay/none", on: "2026-11-10" }),
      ...times(2, { measure: "decided/reorient/missionLocale", on: "2026-11-10" }),
      { measure: "decided/reorient/capEmploi", on: "2026-10-13" },
      { measure: "exit/during/exitOther", on: "2026-11-10" },
      ...times(3, { measure: "exit/after/exitJob", on: "2026-11-10" }),
      { measure: "exit/after/exitOther", on: "2026-11-10" },
    ]).lead;
    assert.deepEqual(
      decisions.entries.map(({ outcome, to, people }) => [outcome, to, people.count]),
      [
        ["stay", null, 3],
        ["stayWithRelays", null, 0],
        ["reorient", "missionLocale", 2],
        ["reorient", "capEmploi", 1],
        ["toComplete", null, 0],
      ],
    );
    assert.equal(decisions.entriesTotal.count, 6);
    assert.deepEqual(
      decisions.exits.map(({ phase, outcomes }) => [phase, ...outcomes.map(({ people }) => people.count)]),
      [
        ["during", 0, 0, 1],
        ["after", 3, 0, 1],
      ],
    );
  });

  const alarmOf = (yes: number, no: number) =>
    seen([
      ...times(yes, { measure: "concordance/yes", on: "2026-11-10" }),
      ...times(no, { measure: "concordance/no", on: "2026-11-10" }),
      ...times(30, { measure: "concordance/none", on: "2026-11-10" }),
    ]).lead.decisions.concordance;

  it("agreement with the lead alarms from 90 of a hundred, over 20 decisions that have a lead", () => {
    assert.deepEqual([alarmOf(18, 2).alarm, alarmOf(18, 2).percent], [true, 90]);
    assert.equal(alarmOf(17, 3).alarm, false, "85 of a hundred");
    assert.equal(alarmOf(19, 0).alarm, false, "19 decisions");
    assert.equal(alarmOf(0, 0).percent, null);
  });

  it("who stays and who goes out is given by whole years, whatever the period", () => {
    const bears = CRITERION_IDS.flatMap((criterion) =>
      (["stay", "out"] as const).flatMap((way) =>
        times(8, { measure: `fair/${criterion}/${CRITERIA[criterion][0]}/${way}`, referent: null, on: "2026-02-03" }),
      ),
    );
    const { equity } = seen(bears, { from: "2026-11-01", to: "2026-11-30", referent: BRUNO }).lead;
    assert.ok(equity.kind === "tables");
    assert.deepEqual(
      equity.tables.map(({ criterion, rows }) => [criterion, rows[0]?.value, rows[0]?.outPercent]),
      [
        ["age", "under26", 50],
        ["rsa", "yes", 50],
        ["rqth", "yes", 50],
        ["qpv", "yes", 50],
      ],
    );
    assert.deepEqual(seen(bears, { from: "2027-01-01", to: "2027-01-31" }).lead.equity, { kind: "nobody" });
  });

  it("who stays and who goes out is not told of so few that a table would point at somebody", () => {
    const bears = CRITERION_IDS.flatMap((criterion) => [
      ...times(8, { measure: `fair/${criterion}/unknown/stay`, referent: null, on: monthOf("2026-02") }),
      { measure: `fair/${criterion}/unknown/out`, referent: null, on: monthOf("2026-02") },
    ]);
    assert.deepEqual(seen(bears).lead.equity, { kind: "tooFew" });
  });
});

describe("What leaves the dashboard", () => {
  const someone = fc.record({
    referent: fc.constantFrom(CLAIRE, BRUNO),
    measure: fc.constantFrom(...WORKLOAD_STEPS.map((step) => `step/${step}`)),
  });

  it("the steps are the columns of the workload: no small number is told, not even by subtraction", () => {
    fc.assert(
      fc.property(fc.array(someone, { maxLength: 60 }), (bears) => {
        const { follow, lead } = seen(bears);
        const rows = lead.workload.map(({ cells, total }) => [...cells.map(({ people }) => people), total]);
        for (const figure of [...rows.flat(), ...follow.steps.map(({ people }) => people)])
          if (figure.count > 0 && figure.count < 5) assert.notEqual(figure.out.kind, "count", "a few are told");
        for (const [at, { people }] of follow.steps.entries()) {
          const column = rows.map((row) => row[at]!);
          const masked = [...column, people].filter(({ out }) => out.kind !== "count");
          assert.notEqual(masked.length, 1, `what is masked in ${follow.steps[at]!.step} is the rest of its column`);
          assert.equal(
            people.count,
            column.reduce((sum, { count }) => sum + count, 0),
          );
        }
        for (const row of rows)
          assert.notEqual(
            row.filter(({ out }) => out.kind !== "count").length,
            1,
            "what is masked is the rest of its row",
          );
        for (const referent of [CLAIRE, BRUNO]) {
          const own = seen(bears, { referent }).follow.steps.map(({ people }) => said(people));
          const row = lead.workload.find((one) => one.referent === referent)!;
          assert.deepEqual(
            own,
            row.cells.slice(0, own.length).map(({ people }) => said(people)),
            "asked alone, more is told",
          );
        }
      }),
    );
  });

  it("what the first appointments are made of is told only where their number is told", () => {
    const { follow } = seen([
      ...times(3, { measure: "step/toMeet" }),
      ...times(3, { measure: "due/firstAppointment", on: "2026-11-10" }),
    ]);
    assert.equal(follow.late.count, 3);
    assert.equal(follow.late.out.kind, "hidden");
  });
});
