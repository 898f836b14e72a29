import assert from "node:assert/strict";
import fc from "fast-check";
import { explain, FIGURE_IDS } from "../../../src/domain/diagnostic/explain.ts";
import { extent } from "../../../src/domain/diagnostic/figures.ts";
import { DOMAIN_IDS } from "../../../src/domain/framework/schema.ts";
import { aFramework } from "../../support/a-framework.ts";
import { aFinding, aLevel, anyFindings, someFindings, TODAY } from "../../support/builders.ts";

const framework = aFramework();
const rule = { bilanRecorded: false };

describe("Pourquoi ?", () => {
  it("accounts for each of the fourteen domains once, as an input or with the reason why it was left out", () =>
    fc.assert(
      fc.property(anyFindings, fc.constantFrom(...FIGURE_IDS), (findings, figure) => {
        const said = explain(figure, findings, framework, rule);
        const named = [...said.inputs, ...said.leftOut].map((entry) => entry.domain);
        assert.deepEqual([...named].sort(), [...DOMAIN_IDS].sort());
        assert.equal(said.operation.kind, figure);
        assert.equal(said.frameworkVersion, framework.version);
      }),
    ));

  it("gives the terms that make the extent again", () =>
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const { operation } = explain("extent", findings, framework, rule);
        assert.ok(operation.kind === "extent");
        assert.deepEqual(operation.result, extent(findings));
        const sum = operation.terms.reduce((total, term) => total + term.value, 0);
        for (const term of operation.terms) assert.equal(term.value, term.severity * (term.impact ?? 0));
        if (operation.result.kind === "figure") {
          assert.equal(operation.result.numerator, sum);
          assert.equal(operation.result.denominator, operation.heaviest * operation.terms.length);
        }
      }),
    ));

  it("shows level, weight, priority and source of each input", () => {
    const findings = someFindings({ mobilite: aLevel(3, 2, { priority: true, selfSeverity: 4 }) });
    assert.deepEqual(explain("barriers", findings, framework, rule).inputs, [
      {
        domain: "mobilite",
        state: "assessed",
        severity: 3,
        impact: 2,
        weight: 6,
        selfSeverity: 4,
        priority: true,
        source: { kind: "dit", by: findings.get("mobilite")?.by, on: TODAY },
      },
    ]);
  });

  it("says why a domain was left out", () => {
    const findings = someFindings({
      sante: aFinding({ state: "declined" }),
      famille: aFinding({ state: "notApplicable" }),
      droits: aFinding({ state: "toExplore" }),
      projet: aLevel(0),
    });
    const why = new Map(explain("extent", findings, framework, rule).leftOut.map((entry) => [entry.domain, entry.why]));
    assert.equal(why.get("sante"), "declined");
    assert.equal(why.get("famille"), "notApplicable");
    assert.equal(why.get("droits"), "toExplore");
    assert.equal(why.get("travail"), "awaitsFirstAction");
    assert.equal(why.get("mobilite"), "notAddressed");
    const barriers = explain("barriers", findings, framework, rule).leftOut;
    assert.equal(barriers.find((entry) => entry.domain === "projet")?.why, "notPartOfThisFigure");
  });

  it("carries no word that was recorded about the person", () =>
    fc.assert(
      fc.property(anyFindings, fc.constantFrom(...FIGURE_IDS), (findings, figure) => {
        const text = JSON.stringify(explain(figure, findings, framework, rule));
        assert.ok(!text.includes("voiture") && !text.includes("sœur"));
      }),
    ));
});
