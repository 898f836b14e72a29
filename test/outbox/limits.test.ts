/** What Teams takes from one bot, on every schedule: never one too many in any window, and no later than needed. */
import assert from "node:assert/strict";
import fc from "fast-check";
import {
  allowedFrom,
  faster,
  noteSend,
  NO_SENDS,
  TEAMS_LIMITS,
  type Limits,
  type Sends,
} from "../../src/outbox/limits.ts";
import { strictly } from "../support/sliding-windows.ts";

const START = Date.parse("2026-11-24T08:00:00.000Z");

interface Send {
  readonly waits: number;
  readonly lasts: number;
  readonly arrives: number;
}
/** How long one waits although it might leave, how long its call lasts, and when in the call it arrives. */
const send: fc.Arbitrary<Send> = fc.record({
  waits: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 0, max: 3_000 })),
  lasts: fc.integer({ min: 0, max: 1_500 }),
  arrives: fc.double({ min: 0, max: 1, noNaN: true }),
});

const LIMITS: Limits = { ...TEAMS_LIMITS, long: { count: 90, ms: 120_000 } };

/** One after another, each as early as allowed: when each began and arrived. */
const run = (
  sends: readonly Send[],
  limits: Limits,
): readonly { readonly begins: number; readonly arrives: number }[] => {
  let known: Sends = NO_SENDS;
  let free = START;
  return sends.map(({ waits, lasts, arrives }) => {
    const begins = Math.max(free, allowedFrom(known, limits)) + waits;
    free = begins + lasts;
    known = noteSend(known, free, limits);
    return { begins, arrives: begins + lasts * arrives };
  });
};

describe("What a conversation takes", () => {
  it("whatever the calls last and whenever they arrive, no window ever sees one too many", () => {
    fc.assert(
      fc.property(fc.array(send, { minLength: 1, maxLength: 300 }), (sends) => {
        const arrivals = run(sends, LIMITS).map(({ arrives }) => arrives);
        for (const window of [...LIMITS.conversation, LIMITS.long]) assert.deepEqual(strictly(arrivals, window), []);
      }),
      { numRuns: 200 },
    );
  });

  it("what would be one too many is seen by the check itself", () => {
    assert.deepEqual(strictly([0, 100, 200, 300, 400, 500, 600], { count: 7, ms: 1_000 }), []);
    assert.deepEqual(strictly([0, 100, 200, 300, 400, 500, 600, 999], { count: 7, ms: 1_000 }), [7]);
    assert.deepEqual(strictly([0, 1, 2_000], { count: 1, ms: 1_000 }), [1]);
  });

  it("seven leave at once, the eighth after a second, the ninth after two, the sixty-first after thirty", () => {
    const now = run(
      Array.from({ length: 61 }, () => ({ waits: 0, lasts: 0, arrives: 0 })),
      TEAMS_LIMITS,
    );
    const after = (count: number): number => (now[count - 1]?.begins ?? 0) - START;
    assert.equal(after(7), 0);
    assert.ok(after(8) >= 1_000 && after(8) < 1_010, String(after(8)));
    assert.ok(after(9) >= 2_000 && after(9) < 2_020, String(after(9)));
    assert.ok(after(61) >= 30_000 && after(61) < 30_050, String(after(61)));
  });

  it("1,800 an hour, no more, and hardly less", () => {
    const sent = run(
      Array.from({ length: 3_700 }, () => ({ waits: 0, lasts: 0, arrives: 0 })),
      TEAMS_LIMITS,
    );
    const begins = sent.map((one) => one.begins);
    assert.deepEqual(strictly(begins, TEAMS_LIMITS.long), []);
    const inTwoHours = begins.filter((at) => at < START + 2 * 3_600_000).length;
    assert.ok(inTwoHours >= 0.97 * 3_600, `${inTwoHours} in two hours`);
  });

  it("what is remembered stays small", () => {
    let known: Sends = NO_SENDS;
    for (let at = START; at < START + 3 * 3_600_000; at += 700) known = noteSend(known, at, TEAMS_LIMITS);
    assert.ok(known.recent.length <= 60, `${known.recent.length} instants`);
    assert.ok(known.slices.length <= 122, `${known.slices.length} slices`);
  });

  it("a clock that is late on another machine takes nothing off what was counted", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 61, maxLength: 90 }), (late) => {
        let known: Sends = NO_SENDS;
        let latest = 0;
        for (const [index, skew] of late.entries()) {
          const at = START + index * 300 + skew;
          latest = Math.max(latest, at);
          known = noteSend(known, at, TEAMS_LIMITS);
          assert.deepEqual(
            [...known.recent].sort((one, other) => one - other),
            known.recent,
          );
          assert.equal(known.recent.at(-1), latest);
        }
      }),
    );
  });

  it("where time runs ten times faster, so do the limits", () => {
    const fast = run(
      Array.from({ length: 61 }, () => ({ waits: 0, lasts: 0, arrives: 0 })),
      faster(TEAMS_LIMITS, 10),
    );
    const last = (fast.at(-1)?.begins ?? 0) - START;
    assert.ok(last >= 3_000 && last < 3_060, String(last));
  });
});
