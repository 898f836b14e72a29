import assert from "node:assert/strict";
import fc from "fast-check";
import { countsWith, differencesOf, type Change } from "../../../src/domain/dashboard/count-marks.ts";
import { documentsOf, lineOf } from "../../../src/domain/dashboard/line.ts";
import { listedKeys, peopleKey } from "../../../src/domain/dashboard/lists.ts";
import {
  counterKey,
  marks,
  PART_NOW,
  readCounterKey,
  type Counts,
  type Marks,
} from "../../../src/domain/dashboard/measures.ts";
import { counter, counterOf, countsIn, listed } from "../../../src/domain/dashboard/records.ts";
import { marksOf } from "../../../src/domain/dashboard/tally.ts";
import { rowOf } from "../../../src/domain/records/catalogue.ts";
import { anyCase, NAMES, pictureOfCase } from "../../support/any-case.ts";
import { numbersBehind } from "../../support/numbers-behind.ts";

type Counted = ReadonlyMap<string, Counts>;
const after = (counted: Counted, changes: readonly Change[]): Counted => {
  const next = new Map(counted);
  for (const [of, difference] of differencesOf(changes)) {
    const counts = countsWith(next.get(of) ?? {}, difference);
    if (Object.keys(counts).length === 0) next.delete(of);
    else next.set(of, counts);
  }
  return next;
};
const recount = (of: readonly (Marks | null)[]): Counted =>
  after(
    new Map(),
    of.map((one) => ({ before: null, after: one })),
  );
const bytes = (counted: Counted): string =>
  JSON.stringify([...counted].sort(([one], [other]) => (one < other ? -1 : 1)));

const code = (index: number): string => `P-2026-${String(index).padStart(4, "0")}`;
const people = (count: number) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) => fc.array(anyCase(code(index + 1)), { minLength: 1, maxLength: 3 })),
  );

describe("Counters", () => {
  it("cases that move in any order, alone or together, count the same as a count from nothing: same bytes, nobody negative", () => {
    fc.assert(
      fc.property(people(4), fc.infiniteStream(fc.nat()), (lives, choice) => {
        const at = lives.map(() => -1);
        const marksAt = (who: number): Marks | null => {
          const moment = lives[who]?.[at[who] ?? -1];
          return moment === undefined ? null : marksOf(pictureOfCase(moment));
        };
        let counted: Counted = new Map();
        for (;;) {
          const moving = lives.flatMap((life, who) => ((at[who] ?? 0) < life.length - 1 ? [who] : []));
          const who = moving[(choice.next().value ?? 0) % Math.max(1, moving.length)];
          if (who === undefined) break;
          const together = [...new Set([who, moving[0] ?? who])];
          const changes = together.map((one) => {
            const before = marksAt(one);
            at[one] = (at[one] ?? 0) + 1;
            return { before, after: marksAt(one) };
          });
          counted = after(counted, changes);
          for (const count of [...counted.values()].flatMap((counts) => Object.values(counts)))
            assert.ok(count > 0, `a count of ${count}`);
          assert.equal(bytes(counted), bytes(recount(lives.map((_, one) => marksAt(one)))));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a case that goes leaves nothing behind it", () => {
    fc.assert(
      fc.property(anyCase(code(1)), (one) => {
        const counted = marksOf(pictureOfCase(one));
        assert.deepEqual([...after(recount([counted]), [{ before: counted, after: null }])], []);
        assert.deepEqual(
          [...differencesOf([{ before: counted, after: counted }])],
          [],
          "what does not move is written",
        );
      }),
    );
  });

  it("a document of counters says the same counts again, each référent once, and keeps no day of a month", () => {
    fc.assert(
      fc.property(people(4), (lives) => {
        for (const [of, counts] of recount(lives.map((life) => marksOf(pictureOfCase(life[0]!))))) {
          const doc = counterOf("g", of, counts);
          assert.deepEqual(countsIn(counter.parse(JSON.parse(JSON.stringify(doc)))), counts);
          assert.equal(JSON.stringify(countsIn(doc)), JSON.stringify(counts), "in another order");
          const text = JSON.stringify(doc);
          for (const referent of doc.referents)
            assert.equal(text.split(referent).length, 2, "a référent is said twice");
          if (of !== PART_NOW) for (const key of Object.keys(counts)) assert.equal(readCounterKey(key).on, null, key);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("a key says its mark again", () => {
    fc.assert(
      fc.property(anyCase(code(1)), (one) => {
        for (const mark of Object.values(marksOf(pictureOfCase(one))).flat())
          assert.deepEqual(readCounterKey(counterKey(mark)), mark);
      }),
    );
  });
});

describe("Lists and marks", () => {
  it("behind each number of today and of each month stand exactly that many people, for everyone and for each référent", () => {
    fc.assert(
      fc.property(people(5), (lives) => {
        const lines = lives.flatMap((life) => lineOf(pictureOfCase(life[0]!)) ?? []);
        const keys = lines.flatMap(documentsOf).flatMap((doc) => rowOf(doc).keys);
        for (const [of, counts] of recount(lines.map((line) => line.marks)))
          for (const [key, count] of numbersBehind(of, counts))
            assert.equal(keys.filter((one) => one === key).length, count, key);
      }),
      { numRuns: 60 },
    );
  });

  it("a mark never holds a name, and every document is one that a store takes", () => {
    fc.assert(
      fc.property(anyCase(code(1)), (one) => {
        const picture = pictureOfCase(one);
        const counted = marksOf(picture);
        assert.ok(marks.safeParse(counted).success);
        const said = JSON.stringify(counted);
        for (const name of Object.values(NAMES)) assert.ok(!said.includes(name), "someone is named in a mark");
        const line = lineOf(picture);
        for (const doc of line === null ? [] : documentsOf(line)) {
          assert.ok(listed.safeParse(doc).success, `${doc.sortedBy} is refused`);
          for (const key of listedKeys(doc))
            for (const name of Object.values(NAMES)) assert.ok(!key.includes(name), "someone is named in a key");
        }
      }),
    );
  });

  it("everyone who is not cancelled is in the list of people, once in each order; whoever is cancelled is in none", () => {
    fc.assert(
      fc.property(anyCase(code(1)), (one) => {
        const line = lineOf(pictureOfCase(one));
        const keys = line === null ? [] : documentsOf(line).flatMap((doc) => listedKeys(doc));
        const times = (sort: "name" | "since" | "due"): number =>
          keys.filter((key) => key === peopleKey(sort, { place: null, referent: null })).length;
        const isThere = one.head.status !== "cancelled";
        assert.deepEqual([times("name"), times("since")], isThere ? [1, 1] : [0, 0]);
        assert.equal(times("due"), isThere && one.summary.due.length > 0 ? 1 : 0);
      }),
    );
  });
});
