import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalJson } from "../../src/domain/canonical-json.ts";

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, reversed(inner)] as const)
      .reverse(),
  );
};

describe("what is hashed, compared or replayed", () => {
  it("is one text, with the keys in order at every depth and lists as they stand", () =>
    assert.equal(
      canonicalJson({ b: [1, null, "é", { z: 1, y: 2 }], a: { d: true, c: "" } }),
      '{"a":{"c":"","d":true},"b":[1,null,"é",{"y":2,"z":1}]}',
    ));

  it("does not depend on the order in which the keys were written, and reads back as it was", () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(canonicalJson(reversed(value)), canonicalJson(value));
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    ));
});
