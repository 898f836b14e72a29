/** The person's copy holds everything that is about them: a kind of document that is in neither of its two files fails here. */
import assert from "node:assert/strict";
import { KEEPING } from "../../../src/domain/records/keeping.ts";
import { COPY_KINDS } from "../../../src/domain/rights/copy-kinds.ts";
import { COPY_CHAPTERS } from "../../../src/documents/copy/words.ts";

describe("The person's copy", () => {
  const about = Object.entries(KEEPING).flatMap(([kind, keeping]) =>
    keeping === "person" || keeping === "esf" ? [kind] : [],
  );

  it("tells every kind of document that is about somebody", () => {
    assert.deepEqual(
      about.filter((kind) => !COPY_KINDS.some((told) => told === kind)),
      [],
    );
  });

  it("has a chapter for each of them, once", () => {
    const told = COPY_CHAPTERS.flatMap(({ kinds }) => kinds);
    assert.deepEqual([...told].sort(), [...COPY_KINDS].sort());
  });
});
