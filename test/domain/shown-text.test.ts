import assert from "node:assert/strict";
import fc from "fast-check";
import { shownAtMost, shownPart, wholeText } from "../../src/domain/shown-text.ts";

const anyText = fc.string({ unit: "grapheme", maxLength: 900 });

describe("A text longer than its field shows", () => {
  it("loses nothing when its card comes back untouched", () => {
    fc.assert(
      fc.property(anyText, (kept) => {
        assert.equal(wholeText("address", kept, shownPart("address", kept)), kept);
      }),
    );
  });

  it("loses nothing when a client changes the line breaks of what it shows", () => {
    const kept = "une ligne\n".repeat(900);
    assert.equal(wholeText("facts", kept, shownPart("facts", kept).replaceAll("\n", "\r\n")), kept);
  });

  it("keeps what was not shown while what is shown is corrected but still too long", () => {
    const kept = `${"a".repeat(4_000)}la suite`;
    assert.equal(wholeText("facts", kept, `b${"a".repeat(3_990)}`), `b${"a".repeat(3_990)}la suite`);
  });

  it("goes when the person shortened it", () => {
    assert.equal(wholeText("facts", "a".repeat(9_000), "Permis obtenu."), "Permis obtenu.");
    assert.equal(wholeText("facts", "a".repeat(9_000), ""), "");
  });

  it("takes what is typed over a text that was shown whole", () => {
    assert.equal(wholeText("facts", "court", "plus court"), "plus court");
  });

  it("never cuts a character in two", () => {
    const part = shownPart("strength", "😀".repeat(5_000));
    assert.equal(part, "😀".repeat(shownAtMost("strength")));
  });
});
