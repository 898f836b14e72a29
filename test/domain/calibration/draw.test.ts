import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { isDrawn } from "../../../src/domain/calibration/draw.ts";
import { mergedInputs, NOT_SCORED, scoresFromInputs } from "../../../src/domain/calibration/scores-from-inputs.ts";
import { DOMAIN_IDS } from "../../../src/domain/framework/schema.ts";

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("Files drawn to be scored twice", () => {
  it("are about the share that the framework says, and always the same ones", () => {
    const drawn = Array.from({ length: 5_000 }, (_, index) => isDrawn(digest(`P-2026-${index}.1.0`), 10));
    const share = drawn.filter((one) => one).length;
    assert.ok(share > 400 && share < 600, `${share} of 5000 at 10 %`);
    assert.deepEqual(
      drawn,
      drawn.map((_, index) => isDrawn(digest(`P-2026-${index}.1.0`), 10)),
    );
  });

  it("are none at 0 and all at 100, and a larger share keeps those that were drawn", () =>
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 99 }), (text, percent) => {
        const of = digest(text);
        assert.deepEqual([isDrawn(of, 0), isDrawn(of, 100)], [false, true]);
        if (isDrawn(of, percent)) assert.ok(isDrawn(of, percent + 1));
      }),
    ));
});

describe("Levels chosen on a card", () => {
  it("are those of the domains that were scored; nothing chosen is nothing to record", () => {
    assert.deepEqual(scoresFromInputs({ mobilite: "0", logement: NOT_SCORED, droits: "4" }), {
      mobilite: 0,
      droits: 4,
    });
    for (const typed of [{}, { mobilite: "" }, { mobilite: NOT_SCORED }, { mobilite: "5" }, { mobilite: "1.5" }])
      assert.equal(scoresFromInputs(typed), undefined, JSON.stringify(typed));
  });

  it("never score what the card did not show", () => {
    assert.equal(scoresFromInputs({ sante: "4" }, ["mobilite"]), undefined);
  });

  it("of two cards of one's own keep what either scored, the one just sent first", () => {
    const value = fc.constantFrom(NOT_SCORED, "0", "1", "2", "3", "4");
    const card = fc.dictionary(fc.constantFrom(...DOMAIN_IDS), value);
    fc.assert(
      fc.property(card, card, (kept, sent) => {
        const both = { ...scoresFromInputs(kept), ...scoresFromInputs(sent) };
        assert.deepEqual({ ...scoresFromInputs(mergedInputs(kept, sent)) }, both);
      }),
    );
  });
});
