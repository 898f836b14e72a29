/** What the tenant allows, shared by any number of instances: never more tokens than there are, and none left unused for long. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { nextHolding, type Part } from "../../src/outbox/share-out.ts";
import { Tokens } from "../../src/outbox/tokens.ts";
import { strictly } from "../support/sliding-windows.ts";

const TOTAL = 30;
const step = fc.record({
  who: fc.integer({ min: 0, max: 5 }),
  wants: fc.boolean(),
  inUse: fc.integer({ min: 0, max: TOTAL }),
});

describe("Tokens shared between instances", () => {
  it("are never more than there are, whoever comes, wants, gives back or renews, in any order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const parts = new Map<number, Part>();
        for (const { who, wants, inUse } of steps) {
          const mine = { ...(parts.get(who) ?? { instance: `i${who}`, tokens: 0 }), wants };
          const others = [...parts].flatMap(([id, part]) => (id === who ? [] : [part]));
          const { held, used } = nextHolding(TOTAL, others, mine, inUse);
          assert.ok(used <= held);
          assert.ok(held >= Math.min(inUse, mine.tokens), "what is in use is never said to be free");
          parts.set(who, { ...mine, tokens: held });
          const sum = [...parts.values()].reduce((total, { tokens }) => total + tokens, 0);
          assert.ok(sum <= TOTAL, `${sum} tokens`);
        }
      }),
    );
  });

  for (const [name, wants, expected] of [
    ["alone, it takes all", [true], [30]],
    ["two that send share evenly", [true, true], [15, 15]],
    ["seven that send leave none over", [true, true, true, true, true, true, true], [5, 5, 4, 4, 4, 4, 4]],
    ["one with little to send keeps enough for an answer", [true, false], [27, 3]],
  ] as const)
    it(name, () => {
      let parts: Part[] = wants.map((want, index) => ({ instance: `i${index}`, tokens: 0, wants: want }));
      // Each renews twice: what one gives back, the other takes.
      for (let round = 0; round < 2; round += 1)
        for (const [index, mine] of parts.entries())
          parts = parts.with(index, {
            ...mine,
            tokens: nextHolding(TOTAL, parts.toSpliced(index, 1), mine, 0).held,
          });
      assert.deepEqual(
        parts.map(({ tokens }) => tokens),
        expected,
      );
    });
});

describe("The tokens of one instance", () => {
  const call = fc.record({
    lasts: fc.integer({ min: 0, max: 900 }),
    arrives: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it("whatever the calls last, no second sees more sends than there are tokens", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(call, { minLength: 1, maxLength: 120 }), (count, calls) => {
        const tokens = new Tokens(1_000);
        tokens.grant(count);
        const ends: number[] = [];
        let now = 1_000_000;
        const arrivals = calls.map(({ lasts, arrives }) => {
          // The next call begins as early as a token allows; those that ended before give theirs back.
          for (;;) {
            for (const end of ends.splice(0).sort((one, other) => one - other))
              if (end <= now) tokens.used(end);
              else ends.push(end);
            const from = tokens.nextFrom(now);
            if (from <= now) break;
            now = Math.min(from, ...ends);
          }
          tokens.take(now);
          ends.push(now + lasts);
          return now + lasts * arrives;
        });
        assert.deepEqual(strictly(arrivals, { count, ms: 1_000 }), []);
      }),
    );
  });

  it("taken a little ahead, serves at its instant and no other takes it", () => {
    const tokens = new Tokens(1_000);
    tokens.grant(1);
    assert.equal(tokens.take(0), 0);
    assert.equal(tokens.nextFrom(10), Infinity, "on its way");
    tokens.used(100);
    const from = tokens.nextFrom(200);
    assert.equal(from, 1_102);
    assert.equal(tokens.take(1_080), from);
    assert.equal(tokens.nextFrom(1_090), Infinity, "one token serves one");
    tokens.unused(from);
    assert.equal(tokens.nextFrom(1_090), from, "what served nothing may serve");
  });

  it("those to give back rest first, and serve no more", () => {
    const tokens = new Tokens(1_000);
    tokens.grant(3);
    for (const end of [100, 200, 300]) {
      tokens.take(0);
      tokens.used(end);
    }
    tokens.grant(1);
    assert.equal(tokens.nextFrom(400), 1_302, "two are given back, the third serves");
    assert.equal(tokens.inUse(1_250), 1);
  });
});
