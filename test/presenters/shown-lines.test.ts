import assert from "node:assert/strict";
import fc from "fast-check";
import { decodeShown, encodeShown } from "../../bot/shown-lines.ts";
import { OVERVIEW_CHOICES } from "../../src/domain/diagnostic/overview.ts";
import { DOMAIN_IDS } from "../../src/domain/framework/schema.ts";

const anyLines = fc.record(
  Object.fromEntries(DOMAIN_IDS.map((domain) => [domain, fc.constantFrom(...OVERVIEW_CHOICES)])),
  { requiredKeys: [] },
);

describe("What the lines of the overview said, travelling with its card", () => {
  it("comes back as it left, whichever lines are said", () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        assert.deepEqual(decodeShown(encodeShown(lines)), { ...lines });
      }),
    );
  });

  it("is one letter for each domain", () => {
    fc.assert(fc.property(anyLines, (lines) => encodeShown(lines).length === DOMAIN_IDS.length));
  });

  it("reads what a client invents without failing, and believes no unknown letter", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.ok(Object.values(decodeShown(text)).every((line) => OVERVIEW_CHOICES.includes(line)));
      }),
    );
    assert.deepEqual(decodeShown("x???"), {});
  });
});
