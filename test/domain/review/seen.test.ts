import assert from "node:assert/strict";
import { HEALTH, seenBy } from "../../../src/domain/review/seen.ts";
import { aFrozenFinding, aSnapshot } from "../../support/a-review.ts";

const CANARY = "CanariDeTexte";
const roles = {
  colleague: { roles: ["referent"] },
  partner: { roles: ["membreCellule"] },
  assistante: { roles: ["assistante"] },
} as const;

describe("What a reader sees of a case under study", () => {
  it("is what colleagues wrote, for who works on files: what comes first for the person, then the heaviest", () => {
    const findings = {
      mobilite: aFrozenFinding({ severity: 2, impact: 1, priority: true }),
      famille: aFrozenFinding({ severity: 3, impact: 3 }),
      logement: aFrozenFinding({ state: "toExplore", severity: null, impact: null }),
    };
    const seen = seenBy(roles.colleague, aSnapshot({ findings }));
    assert.deepEqual(seen.difficulties, [
      { domain: "mobilite", severity: 2, impact: 1 },
      { domain: "famille", severity: 3, impact: 3 },
      { domain: "logement", severity: null, impact: null },
    ]);
    assert.deepEqual([seen.person?.words, seen.recommendation?.why], [CANARY, CANARY]);
  });

  it("is what the channel shows, for a partner: no word of anybody, no weight, no order of the person's", () => {
    const seen = seenBy(roles.partner, aSnapshot({ provisional: true }));
    assert.equal(JSON.stringify(seen).includes(CANARY), false);
    assert.deepEqual(
      seen.difficulties.map(({ domain, impact }) => [domain, impact]),
      [
        ["famille", null],
        ["mobilite", null],
        ["logement", null],
      ],
    );
    assert.equal(seen.provisional, false, "how far the diagnostic is stays among colleagues");
  });

  it("is no level at all, for who takes notes", () => {
    const seen = seenBy(roles.assistante, aSnapshot());
    assert.deepEqual([seen.reading, seen.difficulties], ["noLevel", []]);
    assert.equal(JSON.stringify(seen).includes(CANARY), false);
  });

  it("never holds health, in what helps nor in what is difficult", () => {
    for (const actor of Object.values(roles)) {
      const { helps, difficulties } = seenBy(actor, aSnapshot());
      assert.ok(![...helps, ...difficulties.map(({ domain }) => domain)].includes(HEALTH));
    }
  });

  it("keeps what was erased with health erased", () => {
    const seen = seenBy(roles.colleague, aSnapshot({ question: "", lead: null, withdrawn: true }));
    assert.deepEqual([seen.question, seen.lead, seen.withdrawn], ["", null, true]);
  });
});
