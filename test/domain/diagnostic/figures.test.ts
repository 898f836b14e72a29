import assert from "node:assert/strict";
import fc from "fast-check";
import * as figures from "../../../src/domain/diagnostic/figures.ts";
import { movement } from "../../../src/domain/diagnostic/movement.ts";
import type { Finding } from "../../../src/domain/diagnostic/assessment.ts";
import type { Findings } from "../../../src/domain/diagnostic/findings.ts";
import type { DomainId, Impact, Severity } from "../../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../../src/domain/framework/schema.ts";
import { aFramework } from "../../support/a-framework.ts";
import {
  aFinding,
  aLevel,
  anyDomain,
  anyFinding,
  anyFindings,
  everywhere,
  someFindings,
} from "../../support/builders.ts";

const framework = aFramework();
const before = { bilanRecorded: false };
const after = { bilanRecorded: true };
const anyRule = fc.constantFrom(before, after);

const put = (findings: Findings, domain: DomainId, finding: Finding): Findings =>
  new Map(findings).set(domain, finding);
const valueOf = (extent: figures.Extent): number =>
  extent.kind === "figure" ? extent.numerator / extent.denominator : NaN;
const everyFigure = (findings: Findings) => ({
  extent: figures.extent(findings),
  byFamily: figures.extentByFamily(findings, framework),
  barriers: figures.barriersByWeight(findings),
  gaps: figures.gaps(findings, framework),
  movement: movement(new Map(), findings),
});

describe("the figures of the method", () => {
  it("gives no extent, rather than zero, while no domain has a level", () => {
    assert.deepEqual(figures.extent(new Map()), { kind: "notComputable" });
    assert.deepEqual(figures.extent(everywhere(() => aFinding({ state: "declined" }))), { kind: "notComputable" });
    assert.deepEqual(figures.extent(someFindings({ famille: aLevel(0) })), {
      kind: "figure",
      numerator: 0,
      denominator: 12,
      value: 0,
      domains: 1,
    });
  });

  it("computes the carer of the method: 26 points of weight over fourteen domains is 15", () => {
    const carer = new Map([
      ...everywhere(() => aLevel(0)),
      ...someFindings({
        famille: aLevel(3, 3),
        mobilite: aLevel(3, 3),
        finances: aLevel(2, 2),
        recherche: aLevel(2, 2),
      }),
    ]);
    assert.deepEqual(figures.extent(carer), {
      kind: "figure",
      numerator: 26,
      denominator: 168,
      value: 15,
      domains: 14,
    });
    assert.deepEqual(
      figures.barriersByWeight(carer).map(({ domain, weight }) => [domain, weight]),
      [
        ["mobilite", 9],
        ["famille", 9],
        ["finances", 4],
        ["recherche", 4],
      ],
    );
  });

  it("rounds halves up", () => {
    // 3/24 is 12,5.
    assert.equal(figures.extent(someFindings({ famille: aLevel(1, 3), projet: aLevel(0) })).kind, "figure");
    const extent = figures.extent(someFindings({ famille: aLevel(1, 3), projet: aLevel(0) }));
    assert.equal(extent.kind === "figure" && extent.value, 13);
  });

  it("keeps the extent between 0 and 100, whole and by family", () =>
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const all = [
          figures.extent(findings),
          ...figures.extentByFamily(findings, framework).map((entry) => entry.extent),
        ];
        for (const extent of all)
          if (extent.kind === "figure") {
            assert.ok(Number.isInteger(extent.value) && extent.value >= 0 && extent.value <= 100);
            assert.ok(Math.abs(extent.value - (100 * extent.numerator) / extent.denominator) <= 0.5);
          }
      }),
    ));

  it("never lowers the extent when a level or a weight on the project goes up", () =>
    fc.assert(
      fc.property(
        anyFindings,
        anyDomain,
        fc.constantFrom<Severity>(0, 1, 2, 3, 4),
        fc.constantFrom<Severity>(0, 1, 2, 3, 4),
        fc.constantFrom<Impact>(1, 2, 3),
        fc.constantFrom<Impact>(1, 2, 3),
        (findings, domain, s1, s2, i1, i2) => {
          const lower = figures.extent(put(findings, domain, aLevel(s1 < s2 ? s1 : s2, i1 < i2 ? i1 : i2)));
          const higher = figures.extent(put(findings, domain, aLevel(s1 < s2 ? s2 : s1, i1 < i2 ? i2 : i1)));
          assert.ok(valueOf(higher) >= valueOf(lower));
          assert.ok(lower.kind === "figure" && higher.kind === "figure" && higher.value >= lower.value);
        },
      ),
    ));

  it("does not depend on the order in which domains were explored", () =>
    fc.assert(
      fc.property(anyFindings, fc.infiniteStream(fc.nat()), anyRule, (findings, keys, rule) => {
        const shuffled = new Map(
          [...findings]
            .map((entry) => [keys.next().value ?? 0, entry] as const)
            .sort(([a], [b]) => a - b)
            .map(([, entry]) => entry),
        );
        assert.deepEqual(everyFigure(shuffled), everyFigure(findings));
        assert.deepEqual(figures.range(shuffled, rule), figures.range(findings, rule));
        assert.deepEqual(figures.addressed(shuffled, rule), figures.addressed(findings, rule));
      }),
    ));

  it("never counts what was not spoken of, declined or not applicable as zero", () =>
    fc.assert(
      fc.property(
        anyFindings,
        anyDomain,
        fc.constantFrom("notAddressed", "toExplore", "declined", "notApplicable"),
        (findings, domain, state) => {
          const without = new Map(findings);
          without.delete(domain);
          assert.deepEqual(everyFigure(put(findings, domain, aFinding({ state }))), everyFigure(without));
        },
      ),
    ));

  it("treats a domain recorded as not spoken of like one never opened", () =>
    fc.assert(
      fc.property(anyFindings, anyDomain, anyRule, (findings, domain, rule) => {
        const without = new Map(findings);
        without.delete(domain);
        const blank = put(findings, domain, aFinding());
        assert.deepEqual(figures.range(blank, rule), figures.range(without, rule));
        assert.deepEqual(figures.addressed(blank, rule), figures.addressed(without, rule));
      }),
    ));
});

describe("the range of the extent", () => {
  it("contains the extent", () =>
    fc.assert(
      fc.property(anyFindings, anyRule, (findings, rule) => {
        const extent = figures.extent(findings);
        const range = figures.range(findings, rule);
        if (extent.kind === "notComputable") return;
        assert.ok(range.kind === "range" && range.low.value <= extent.value && extent.value <= range.high.value);
        assert.ok(range.low.numerator * extent.denominator <= extent.numerator * range.low.denominator);
        assert.ok(range.high.numerator * extent.denominator >= extent.numerator * range.high.denominator);
      }),
    ));

  it("contains the extent that any level given later to its open domains would make", () =>
    fc.assert(
      fc.property(
        anyFindings,
        anyRule,
        fc.array(anyFinding, { minLength: 14, maxLength: 14 }),
        (findings, rule, later) => {
          const range = figures.range(findings, rule);
          if (range.kind === "notComputable") return;
          const full = new Map(findings);
          range.open.forEach((domain, index) => {
            const finding = later[index];
            full.set(domain, finding?.severity === null || finding === undefined ? aLevel(2, 2) : finding);
          });
          const extent = figures.extent(full);
          assert.ok(extent.kind === "figure" && range.low.value <= extent.value && extent.value <= range.high.value);
        },
      ),
    ));

  it("is the extent itself when every domain has a level", () => {
    const range = figures.range(
      everywhere(() => aLevel(2, 2)),
      before,
    );
    assert.ok(range.kind === "range" && range.low.value === 33 && range.high.value === 33 && range.open.length === 0);
  });

  it("leaves out what the person declines or what does not apply, and says nothing when nothing can count", () => {
    assert.deepEqual(
      figures.range(
        everywhere(() => aFinding({ state: "declined" })),
        after,
      ),
      { kind: "notComputable" },
    );
    const range = figures.range(
      new Map([...everywhere(() => aFinding({ state: "notApplicable" })), ["projet", aFinding()]]),
      after,
    );
    assert.deepEqual(range.kind === "range" && range.open, ["projet"]);
  });

  it("lets a domain flagged without a level vary like one not spoken of", () => {
    const range = figures.range(someFindings({ projet: aFinding({ state: "toExplore" }), droits: aLevel(0) }), after);
    assert.ok(range.kind === "range" && range.open.includes("projet") && range.open.length === 13);
    assert.deepEqual([range.low.value, range.high.value], [0, 93]);
  });

  it("leaves `travail` out until the first bilan, unless it has a level", () => {
    const open = (findings: Findings, rule: figures.CountingRule) => {
      const range = figures.range(findings, rule);
      return range.kind === "range" && range.open.includes("travail");
    };
    assert.equal(open(new Map(), before), false);
    assert.equal(open(someFindings({ travail: aFinding({ state: "toExplore" }) }), before), false);
    assert.equal(open(new Map(), after), true);
  });
});

describe("what is addressed", () => {
  it("counts nothing to report, assessed, declined and not applicable; never a flag", () => {
    const findings = someFindings({
      mobilite: aLevel(0),
      logement: aLevel(2, 2),
      sante: aFinding({ state: "declined" }),
      famille: aFinding({ state: "notApplicable" }),
      finances: aFinding({ state: "toExplore" }),
    });
    const { count, of, missing } = figures.addressed(findings, after);
    assert.deepEqual([count, of], [4, 14]);
    assert.deepEqual(missing, DOMAIN_IDS.slice(4));
  });

  it("counts over thirteen until the first bilan, over fourteen once `travail` has a level", () => {
    assert.equal(figures.addressed(new Map(), before).of, 13);
    assert.equal(figures.addressed(someFindings({ travail: aFinding({ state: "declined" }) }), before).of, 13);
    const observed = figures.addressed(someFindings({ travail: aLevel(1) }), before);
    assert.deepEqual([observed.count, observed.of], [1, 14]);
    assert.equal(figures.addressed(new Map(), after).of, 14);
  });

  it("meets T0 at eight domains and stays provisional until twelve", () => {
    const first = (count: number) => new Map(DOMAIN_IDS.slice(0, count).map((domain) => [domain, aLevel(0)]));
    assert.equal(figures.t0Met(first(7), framework, before), false);
    assert.equal(figures.t0Met(first(8), framework, before), true);
    assert.equal(figures.provisional(first(11), framework, before), true);
    assert.equal(figures.provisional(first(12), framework, before), false);
  });
});

describe("what the synthesis lists", () => {
  it("puts the person's priorities first, then the heaviest, then the framework's order", () => {
    const findings = someFindings({
      recherche: aLevel(1, 1, { priority: true }),
      droits: aLevel(4, 3),
      mobilite: aLevel(2, 1),
      logement: aLevel(1, 2),
      numerique: aLevel(0, 1, { priority: true }),
    });
    assert.deepEqual(
      figures.barriersByWeight(findings).map((entry) => entry.domain),
      ["recherche", "droits", "mobilite", "logement"],
    );
    assert.deepEqual(figures.priorities(findings), ["numerique", "recherche"]);
  });

  it("keeps the sign of a gap between the two voices", () => {
    const findings = someFindings({
      mobilite: aLevel(3, 2, { selfSeverity: 1 }),
      logement: aLevel(1, 2, { selfSeverity: 4 }),
      famille: aLevel(2, 2, { selfSeverity: 1 }),
      projet: aLevel(2, 2),
      droits: aFinding({ state: "toExplore", selfSeverity: 4 }),
    });
    assert.deepEqual(
      figures.gaps(findings, framework).map(({ domain, difference }) => [domain, difference]),
      [
        ["mobilite", 2],
        ["logement", -3],
      ],
    );
  });

  it("lists what already helps, also where no level was given", () => {
    const findings = someFindings({
      projet: aFinding({ state: "toExplore", strength: " Un CAP " }),
      mobilite: aLevel(0),
    });
    assert.deepEqual(figures.strengths(findings), [{ domain: "projet", text: "Un CAP" }]);
  });

  it("says a weight in France Travail's words: aucun at 0, faible up to 5, fort from 6", () => {
    const said = [0, 1, 5, 6, 12].map((weight) => figures.toFranceTravailImpact(weight, framework.thresholds));
    assert.deepEqual(said, ["aucun", "faible", "faible", "fort", "fort"]);
  });
});

describe("movement since the previous assessment", () => {
  it("says better, worse, the same, and new for a first exploration", () => {
    const previous = someFindings({
      mobilite: aLevel(3, 3),
      logement: aLevel(1, 2),
      famille: aLevel(2, 2),
      droits: aLevel(2, 1),
      numerique: aLevel(3),
    });
    const current = someFindings({
      mobilite: aLevel(1, 3),
      logement: aLevel(2, 1),
      famille: aLevel(2, 2),
      droits: aLevel(2, 3),
      projet: aLevel(4, 3),
    });
    const moved = movement(previous, current);
    assert.deepEqual(Object.fromEntries(moved.domains.map(({ domain, kind }) => [domain, kind])), {
      mobilite: "better",
      logement: "worse",
      famille: "same",
      droits: "worse",
      projet: "new",
    });
    assert.deepEqual(moved.extent.over, ["mobilite", "logement", "famille", "droits"]);
    assert.ok(moved.extent.from.kind === "figure" && moved.extent.from.numerator === 17);
    assert.ok(moved.extent.to.kind === "figure" && moved.extent.to.numerator === 15);
  });

  it("reads backwards as its opposite, and does not move when nothing did", () =>
    fc.assert(
      fc.property(anyFindings, anyFindings, (one, other) => {
        const opposite = { new: "new", same: "same", better: "worse", worse: "better" } as const;
        const back = new Map(movement(other, one).domains.map((entry) => [entry.domain, entry.kind]));
        for (const { domain, kind } of movement(one, other).domains)
          if (kind !== "new") assert.equal(back.get(domain), opposite[kind]);
        assert.ok(movement(one, one).domains.every((entry) => entry.kind === "same"));
      }),
    ));
});
