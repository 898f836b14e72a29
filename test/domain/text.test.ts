/** What is kept of typed text can be printed anywhere: a Word file with a single character that XML forbids does not open. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { cleanText } from "../../src/domain/text.ts";

describe("Typed text", () => {
  it("holds nothing that a Word file refuses, and loses no word", () => {
    const forbidden = /[^\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    const any = units.map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(any, (typed) => {
        assert.doesNotMatch(cleanText(typed), forbidden);
      }),
      { numRuns: 200, examples: [["a\uFFFEb\uFFFFc\u0000\u000B"], ["\uD800"]] },
    );
    assert.equal(cleanText("a\uFFFEb\uFFFF\tc\r\nd 😀"), "ab c\nd 😀");
  });
});
