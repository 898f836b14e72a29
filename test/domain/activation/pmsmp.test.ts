/** Every rule of an immersion, on dates that are given. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { fullestWindow, type Span } from "../../../src/domain/activation/rolling-days.ts";
import { pmsmpProblems, manyHours, type PmsmpContext, type PmsmpTyped } from "../../../src/domain/activation/pmsmp.ts";
import { addDays, addMonths, daysBetween } from "../../../src/domain/participant/days.ts";
import { pmsmpProblem } from "../../../src/wording/pmsmp.ts";

const RULES: PmsmpContext["rules"] = {
  daysAtMost: 30,
  hostDaysAtMost: 60,
  rollingMonths: 12,
  hoursAtMost: 48,
  hoursWarned: 35,
  ageAtLeast: 16,
  ageAlone: 18,
  renewalsAtMost: 1,
};
const TODAY = "2026-11-24";
const typed = (over: Partial<PmsmpTyped> = {}): PmsmpTyped => ({
  objective: "discover",
  job: "Vente",
  from: "2026-12-01",
  until: "2026-12-30",
  hoursPerWeek: 35,
  signedOn: null,
  postFree: "yes",
  representative: null,
  ...over,
});
const context = (over: Partial<PmsmpContext> = {}): PmsmpContext => ({
  rules: RULES,
  today: TODAY,
  birthDate: "1984-03-12",
  delegations: [{ from: "France Travail", until: "2027-12-31" }],
  atHost: [],
  renews: null,
  ...over,
});
const codes = (over: Partial<PmsmpTyped>, around: Partial<PmsmpContext> = {}): readonly string[] =>
  pmsmpProblems(typed(over), context(around)).map(({ field, code }) => `${field}: ${code}`);
const renewed = {
  objective: "discover",
  until: "2026-11-20",
  sameHost: true,
  before: 0,
  again: false,
  met: "no",
} as const;

describe("The rules of an immersion", () => {
  it("lets through one of thirty days, first and last included, and refuses the thirty-first", () => {
    assert.deepEqual(codes({}), []);
    assert.deepEqual(codes({ until: "2026-12-31" }), ["until: tooLong"]);
    assert.deepEqual(codes({ until: "2026-11-30" }), ["until: endsBefore"]);
    // A leap year: 1 February to 1 March is thirty days in 2028, twenty-nine in 2027.
    const far = { delegations: [{ from: "France Travail", until: "2029-12-31" }] };
    assert.deepEqual(codes({ from: "2028-02-01", until: "2028-03-01" }, far), []);
    assert.deepEqual(codes({ from: "2028-02-01", until: "2028-03-02" }, far), ["until: tooLong"]);
  });

  it("refuses more than forty-eight hours a week, and only warns above thirty-five", () => {
    assert.deepEqual(codes({ hoursPerWeek: 48 }), []);
    assert.deepEqual(codes({ hoursPerWeek: 48.5 }), ["hoursPerWeek: tooManyHours"]);
    assert.deepEqual(
      [35, 35.5, 48, 49].map((hoursPerWeek) => manyHours({ hoursPerWeek }, RULES)),
      [false, true, true, false],
    );
  });

  it("looks at the age on the first day: sixteen at least, a legal representative under eighteen", () => {
    assert.deepEqual(codes({}, { birthDate: null }), ["from: ageUnknown"]);
    assert.deepEqual(codes({}, { birthDate: "2010-12-02" }), ["from: tooYoung"]);
    assert.deepEqual(codes({}, { birthDate: "2010-12-01" }), ["representative: representative"]);
    assert.deepEqual(codes({ representative: "yes" }, { birthDate: "2010-12-01" }), []);
    assert.deepEqual(codes({}, { birthDate: "2008-12-02" }), ["representative: representative"]);
    assert.deepEqual(codes({}, { birthDate: "2008-12-01" }), []);
  });

  it("is covered by the delegation until its last day", () => {
    assert.deepEqual(codes({}, { delegations: [] }), ["until: noDelegation"]);
    assert.deepEqual(codes({}, { delegations: [{ from: "France Travail", until: "2026-12-30" }] }), []);
    assert.deepEqual(codes({}, { delegations: [{ from: "France Travail", until: "2026-12-29" }] }), [
      "until: delegationEnds",
    ]);
  });

  it("is planned before it is signed, and does not begin before", () => {
    assert.deepEqual(codes({ from: TODAY, until: TODAY }), ["from: unsigned"]);
    assert.deepEqual(codes({ from: TODAY, until: TODAY, signedOn: TODAY }), []);
    assert.deepEqual(codes({ from: "2026-11-23", until: TODAY, signedOn: TODAY }), ["signedOn: signedAfter"]);
  });

  it("replaces nobody", () => assert.deepEqual(codes({ postFree: "no" }), ["postFree: postTaken"]));

  it("is renewed once, after the first, with the same host and objective, when its bilan says that it was not met", () => {
    const renews = (over: object) => codes({}, { renews: { ...renewed, ...over } });
    assert.deepEqual(renews({}), []);
    assert.deepEqual(renews({ met: null }), ["why: noBilan"]);
    assert.deepEqual(renews({ met: "yes" }), ["why: objectiveMet"]);
    assert.deepEqual(renews({ again: true }), ["why: renewedEnough"]);
    assert.deepEqual(renews({ before: 1 }), ["why: renewedEnough"]);
    assert.deepEqual(renews({ sameHost: false }), ["why: otherThanRenewed"]);
    assert.deepEqual(renews({ objective: "confirm" }), ["why: otherThanRenewed"]);
    assert.deepEqual(renews({ until: "2026-12-01" }), ["from: beforeRenewed"]);
  });

  it("asks as a renewal what is the same objective, for the same job, at the same host", () => {
    const before = { from: "2026-06-01", until: "2026-06-10", objective: "discover", job: "VENTE" } as const;
    assert.deepEqual(codes({}, { atHost: [before] }), ["objective: sameAgain"]);
    assert.deepEqual(codes({ objective: "confirm" }, { atHost: [before] }), []);
    assert.deepEqual(codes({ job: "Cuisine" }, { atHost: [before] }), []);
    assert.deepEqual(codes({}, { atHost: [before], renews: renewed }), []);
  });

  it("adds up the days at one host over any twelve months, date to date", () => {
    const before = (from: string, until: string) => ({ from, until, objective: "confirm", job: "Autre" }) as const;
    const atHost = [before("2026-01-01", "2026-01-30"), before("2026-03-01", "2026-03-01")];
    assert.deepEqual(codes({ from: "2026-12-02", until: "2026-12-31" }, { atHost }), ["until: hostFull"]);
    assert.deepEqual(codes({ from: "2026-12-02", until: "2026-12-30" }, { atHost }), []);
    assert.deepEqual(codes({ from: "2027-01-02", until: "2027-01-31" }, { atHost }), []);
  });

  it("says every problem at once, each as a sentence that says its rule", () => {
    const problems = pmsmpProblems(
      typed({ until: "2027-01-15", hoursPerWeek: 60, postFree: "no" }),
      context({ birthDate: null, delegations: [] }),
    );
    assert.equal(problems.length, 5);
    const sentences = problems.map(pmsmpProblem);
    assert.match(sentences.join("\n"), /30 jours au plus, premier et dernier jours compris. Celle-ci en ferait 46/);
    for (const sentence of sentences) assert.match(sentence, /^[a-zà-ÿ].*\.$/s);
  });
});

/** Every window that opens on any day around, counted day by day. */
const oracle = (added: Span, others: readonly Span[], months: number): number => {
  const inSpan = (day: string, span: Span): boolean => span.from <= day && day <= span.until;
  const all = [added, ...others];
  const first = all.map(({ from }) => from).sort()[0] ?? added.from;
  const last =
    all
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? added.until;
  let most = 0;
  for (let start = addMonths(first, -months); start <= last; start = addDays(start, 1)) {
    const end = addMonths(start, months);
    let days = 0;
    let holds = false;
    for (let day = start < first ? first : start; day < end && day <= last; day = addDays(day, 1))
      if (all.some((span) => inSpan(day, span))) {
        days += 1;
        holds ||= inSpan(day, added);
      }
    if (holds && days > most) most = days;
  }
  return most;
};

describe("The days at one host", () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 40 }))
    .map(([start, length]): Span => {
      const from = addDays("2027-11-20", start);
      return { from, until: addDays(from, length) };
    });

  it("are those of the fullest window, leap years, month ends and overlaps included", () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 4 }), fc.integer({ min: 1, max: 12 }), (added, others, months) => {
        const found = fullestWindow(added, others, months);
        assert.equal(found.days, oracle(added, others, months));
        assert.ok(daysBetween(found.from, found.until) >= 27);
      }),
      { numRuns: 15 },
    );
  });
});
