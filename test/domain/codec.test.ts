import assert from "node:assert/strict";
import { z } from "zod";
import { catalogue } from "../../src/domain/records/catalogue.ts";
import { define } from "../../src/domain/codec.ts";

/** A kind whose shape changed twice: its name was `title`, and its days were not counted. */
const changedTwice = define({
  schema: z.strictObject({ kind: z.literal("note"), schemaVersion: z.literal(3), name: z.string(), days: z.number() }),
  id: (doc) => doc.name,
  keys: () => [],
  order: (doc) => doc.name,
  upgrades: {
    1: ({ title, ...rest }) => ({ ...rest, name: title }),
    2: (older) => ({ ...older, days: 0 }),
  },
});
const stored = (document: object): string => JSON.stringify({ kind: "note", ...document });

describe("A document of an older product", () => {
  it("is brought up step by step to today's shape", () => {
    const today = { kind: "note", schemaVersion: 3, name: "a", days: 0 };
    assert.deepEqual(changedTwice.read(stored({ schemaVersion: 1, title: "a" })), today);
    assert.deepEqual(changedTwice.read(stored({ schemaVersion: 2, name: "a" })), today);
    assert.deepEqual(changedTwice.read(stored({ schemaVersion: 3, name: "a", days: 0 })), today);
  });

  it("is written in today's shape only", () => {
    assert.throws(() => changedTwice.row({ kind: "note", schemaVersion: 2, name: "a" }));
  });

  it("is refused when it is of a later product, of no version, or not what its version says", () => {
    for (const wrong of [{ schemaVersion: 4, name: "a", days: 0 }, { name: "a" }, { schemaVersion: 2, title: "a" }])
      assert.throws(() => changedTwice.read(stored(wrong)), JSON.stringify(wrong));
  });

  it("is never read half: a field that today's shape does not know is refused", () => {
    const sequence = { kind: "sequence", schemaVersion: 1, id: "people.2026", last: 12 };
    assert.deepEqual(catalogue.sequence.read(JSON.stringify(sequence)), sequence);
    assert.throws(() => catalogue.sequence.read(JSON.stringify({ ...sequence, first: 1 })));
    assert.throws(() => catalogue.sequence.read(JSON.stringify({ ...sequence, schemaVersion: 2 })));
  });
});
