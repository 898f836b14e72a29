import assert from "node:assert/strict";
import fc from "fast-check";
import { proposalsOf } from "../../../src/domain/activation/evidence.ts";
import {
  findingSeen,
  settledAs,
  settlingFromInputs,
  domainsSeen,
} from "../../../src/domain/activation/settle-evidence.ts";
import type { Evidence, Observation } from "../../../src/domain/activation/records.ts";
import { OBSERVED_DOMAINS, OBSERVERS } from "../../../src/domain/activation/codes.ts";
import { severity } from "../../../src/domain/framework/schema.ts";
import { anAction, aBilan } from "../../support/a-bilan.ts";
import { aLevel } from "../../support/builders.ts";
import { realFramework } from "../../support/a-lead.ts";

const framework = realFramework();
const { criteria } = framework.activation;
const action = anAction();
const NOW = { by: action.by, now: "2026-11-30T10:00:00.000Z" };

const proposed = (
  observations: readonly Observation[],
  known: readonly Evidence[] = [],
  lastDay: string | null = null,
) => proposalsOf({ action, bilan: aBilan({ observations: [...observations], lastDay }), criteria, known });

/** What is kept once these proposals are written. */
const after = (known: readonly Evidence[], { put, drop }: ReturnType<typeof proposed>): readonly Evidence[] => [
  ...known.filter(({ id }) => ![...put, ...drop].some((one) => one.id === id)),
  ...put,
];

const anyLevel = fc.integer({ min: 0, max: 4 }).map((level) => severity.parse(level));
const anyGrid: fc.Arbitrary<Observation[]> = fc
  .array(
    fc.record({
      criterion: fc.constantFrom(...criteria.map(({ id }) => id)),
      by: fc.constantFrom(...OBSERVERS),
      level: anyLevel,
    }),
    { maxLength: 24 },
  )
  .map((all) => [...new Map(all.map((one) => [`${one.criterion}.${one.by}`, one])).values()]);

const domainOf = (id: string) => criteria.find((one) => one.id === id)?.domain;

describe("What was seen in an action, as it is proposed", () => {
  it("is one proposal for each domain and observer, at the most serious level seen, on the last day of the action", () => {
    const { put } = proposed([
      { criterion: "horaires", by: "host", level: 1 },
      { criterion: "equipe", by: "host", level: 3 },
      { criterion: "horaires", by: "person", level: 0 },
      { criterion: "gestes", by: "referent", level: 2 },
    ]);
    assert.deepEqual(
      put.map(({ domain, by, severity: level, on, state }) => [domain, by, level, on, state]),
      [
        ["travail", "host", 3, "2026-11-27", "proposed"],
        ["travail", "person", 0, "2026-11-27", "proposed"],
        ["competences", "referent", 2, "2026-11-27", "proposed"],
      ],
    );
    assert.deepEqual(put[0]?.seen, [
      { criterion: "horaires", level: 1 },
      { criterion: "equipe", level: 3 },
    ]);
    assert.equal(
      proposed([{ criterion: "horaires", by: "host", level: 1 }], [], "2026-11-25").put[0]?.on,
      "2026-11-25",
    );
  });

  it("never speaks of health, family, entourage or mobility, and never makes a level of what was not seen", () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const { put, drop } = proposed(grid);
        assert.deepEqual(drop, []);
        for (const one of put) {
          assert.ok(OBSERVED_DOMAINS.includes(one.domain), `${one.domain} was proposed`);
          const levels = grid.filter(({ by, criterion }) => by === one.by && domainOf(criterion) === one.domain);
          assert.equal(one.severity, Math.max(...levels.map(({ level }) => level)));
        }
        const pairs = new Set(grid.map(({ by, criterion }) => `${by}.${domainOf(criterion) ?? ""}`));
        assert.equal(put.length, pairs.size, "one for each domain and observer");
      }),
      { numRuns: 200 },
    );
  });

  it("proposes nothing twice, and a later bilan never erases what was settled", () => {
    fc.assert(
      fc.property(
        anyGrid,
        anyGrid,
        fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
        (first, second, settles) => {
          const once = after([], proposed(first));
          assert.deepEqual(proposed(first, once), { put: [], drop: [] }, "the same bilan proposed again");
          const settled = once.map((one, index): Evidence =>
            settles[index] === true
              ? {
                  ...one,
                  state: "confirmed",
                  kept: { severity: one.severity, impact: null, round: 0 },
                  settledBy: action.by,
                  settledAt: NOW.now,
                }
              : one,
          );
          const next = proposed(second, settled);
          for (const one of [...next.put, ...next.drop])
            assert.notEqual(
              settled.find(({ id }) => id === one.id)?.state,
              "confirmed",
              "what was settled was written over",
            );
          const all = after(settled, next);
          assert.ok(settled.filter(({ state }) => state === "confirmed").every((one) => all.includes(one)));
          assert.deepEqual(proposed(second, all), { put: [], drop: [] }, "not at rest after one recording");
          for (const { domain, by } of all.filter(({ state }) => state === "proposed"))
            assert.equal(
              all.filter((one) => one.state === "proposed" && one.domain === domain && one.by === by).length,
              1,
              "two proposals wait for one domain and observer",
            );
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is withdrawn by a bilan that does not say it any more, while nobody settled it", () => {
    const once = after([], proposed([{ criterion: "gestes", by: "host", level: 2 }]));
    const { put, drop } = proposed([], once);
    assert.deepEqual([put, drop], [[], once]);
  });
});

describe("What the référent does with what was seen", () => {
  const before = aLevel(3, 2, { strength: "Vient à l'heure", facts: "En parle", selfSeverity: 1, priority: true });
  const grid: readonly Observation[] = [
    { criterion: "gestes", by: "host", level: 1 },
    { criterion: "gestes", by: "referent", level: 2 },
  ];
  const seen = domainsSeen(proposed(grid).put, new Map([["competences", before]]), undefined);
  const read = (inputs: Record<string, string>) => settlingFromInputs(inputs, seen, framework);

  it("waits where nothing is chosen", () => {
    assert.deepEqual(read({}), { ok: true, settled: [] });
  });

  it("keeps one level for the domain: confirmed where it was seen so, adjusted elsewhere, with all that was said", () => {
    const chosen = read({ keep_competences: "1" });
    assert.ok(chosen.ok);
    const [settling] = chosen.settled;
    assert.ok(settling?.level === 1);
    assert.deepEqual(
      settling.seen.proposed.map((one) => settledAs(one, settling, 0, NOW).state),
      ["confirmed", "adjusted"],
    );
    const finding = findingSeen({ ...settling, level: 1 }, NOW, true);
    assert.deepEqual(finding.source, { kind: "observe", by: NOW.by, on: "2026-11-27" });
    const { strength, facts, selfSeverity, priority, impact } = finding;
    assert.deepEqual(
      { strength, facts, selfSeverity, priority, impact },
      { strength: "Vient à l'heure", facts: "En parle", selfSeverity: 1, priority: true, impact: 2 },
    );
  });

  it("leaves it aside, and no level moves", () => {
    const chosen = read({ keep_competences: "leave" });
    assert.ok(chosen.ok);
    const [settling] = chosen.settled;
    assert.ok(settling !== undefined && settling.level === null);
    assert.ok(settling.seen.proposed.every((one) => settledAs(one, settling, 0, NOW).kept === null));
  });

  it("asks the weight where the domain has none yet, and which knowledge « savoirs » speaks of from level 2", () => {
    const fresh = domainsSeen(
      proposed([{ criterion: "lire-compter", by: "host", level: 2 }]).put,
      new Map(),
      undefined,
    );
    const missing = settlingFromInputs({ keep_savoirs: "2" }, fresh, framework);
    assert.ok(!missing.ok);
    assert.deepEqual(
      missing.problems.map(({ field }) => field),
      ["impact", "situations"],
    );
    const [situation] = framework.domains.find(({ id }) => id === "savoirs")?.situations ?? [];
    const whole = { keep_savoirs: "2", impact_savoirs: "3", situations_savoirs: situation?.id ?? "" };
    assert.ok(settlingFromInputs(whole, fresh, framework).ok);
    assert.ok(settlingFromInputs({ keep_savoirs: "0" }, fresh, framework).ok, "no difficulty weighs nothing");
  });

  it("reads what stood in the evaluation before, where the open one has not come back to it", () => {
    const [one] = domainsSeen(proposed(grid).put, new Map(), new Map([["competences", before]]));
    assert.equal(one?.before, before);
  });
});
