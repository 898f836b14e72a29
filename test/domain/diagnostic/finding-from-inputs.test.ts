import assert from "node:assert/strict";
import fc from "fast-check";
import type { TypedInputs } from "../../../src/domain/diagnostic/assessment.ts";
import { finding as findingSchema } from "../../../src/domain/diagnostic/assessment.ts";
import type { FindingContext } from "../../../src/domain/diagnostic/finding-from-inputs.ts";
import { findingFromInputs, inputsFromFinding } from "../../../src/domain/diagnostic/finding-from-inputs.ts";
import { frameworkDomain } from "../../../src/domain/diagnostic/findings.ts";
import { aFramework } from "../../support/a-framework.ts";
import {
  aFinding,
  aLevel,
  anyDomain,
  anyFinding,
  NOW,
  REFERENT_ID,
  someFindings,
  TODAY,
} from "../../support/builders.ts";

const framework = aFramework();
const context = (overrides: Partial<FindingContext> = {}): FindingContext => ({
  framework,
  domain: "mobilite",
  findings: new Map(),
  health: "agreed",
  by: REFERENT_ID,
  now: NOW,
  today: TODAY,
  ...overrides,
});
const recorded = (inputs: TypedInputs, overrides: Partial<FindingContext> = {}) => {
  const read = findingFromInputs(inputs, context(overrides));
  assert.ok(read.ok, `refused: ${JSON.stringify(read)}`);
  return read.finding;
};
const problems = (inputs: TypedInputs, overrides: Partial<FindingContext> = {}) => {
  const read = findingFromInputs(inputs, context(overrides));
  assert.ok(!read.ok, "recorded, although something was wrong");
  return read.problems;
};
const spoken = { severity: "2", impact: "3", source: "dit" };

describe("what a domain's card records", () => {
  it("records a level with its weight, in the person's own words", () => {
    assert.deepEqual(
      recorded({
        ...spoken,
        situations: "seconde-situation,premiere-situation,premiere-situation",
        selfSeverity: "4",
        priority: "true",
        strength: "  Sa sœur l'emmène\u0007 ",
        facts: "Bus\r\ntoutes les heures",
      }),
      {
        state: "assessed",
        severity: 2,
        impact: 3,
        priority: true,
        situations: ["premiere-situation", "seconde-situation"],
        selfSeverity: 4,
        strength: "Sa sœur l'emmène",
        facts: "Bus\ntoutes les heures",
        source: { kind: "dit", by: REFERENT_ID, on: TODAY },
        by: REFERENT_ID,
        at: NOW,
      },
    );
  });

  it("records level 0 as nothing to report, without a weight on the project whatever was typed", () => {
    const { state, severity, impact } = recorded({ severity: "0", impact: "3" });
    assert.deepEqual([state, severity, impact], ["nothing", 0, null]);
  });

  it("keeps words without a level as a domain to explore, and derives nothing", () => {
    const { state, severity, impact, strength, source } = recorded({ strength: "Un vélo", impact: "2" });
    assert.deepEqual([state, severity, impact, strength, source?.kind], ["toExplore", null, null, "Un vélo", "dit"]);
  });

  it("leaves a domain not spoken of as it was when nothing was said", () => {
    assert.equal(recorded({ severity: "", strength: " ", priority: "false" }).state, "notAddressed");
  });

  it("keeps a domain that the person declines as such until a level is given", () => {
    const findings = someFindings({ mobilite: aFinding({ state: "declined" }) });
    assert.equal(recorded({ severity: "" }, { findings }).state, "declined");
    assert.equal(recorded(spoken, { findings }).state, "assessed");
  });

  it("goes back to a flag when the level is taken away", () => {
    const { state, severity, impact } = recorded(
      { severity: "" },
      { findings: someFindings({ mobilite: aLevel(3, 2) }) },
    );
    assert.deepEqual([state, severity, impact], ["toExplore", null, null]);
  });

  it("takes an input that did not come back as unchanged", () => {
    const previous = aLevel(3, 2, {
      priority: true,
      strength: "Un vélo",
      facts: "Pas de bus",
      selfSeverity: 2,
      situations: ["premiere-situation"],
    });
    const next = recorded(
      {},
      { findings: someFindings({ mobilite: previous }), now: "2026-12-01T09:00:00.000Z", today: "2026-12-01" },
    );
    assert.deepEqual(next, { ...previous, at: "2026-12-01T09:00:00.000Z" });
  });

  it("dates the evidence anew only when the level, its weight or the kind of evidence changes", () => {
    const source = { kind: "dit", by: "someone", on: "2026-01-05" } as const;
    const findings = someFindings({ mobilite: aLevel(2, 3, { source }) });
    assert.deepEqual(recorded({ ...spoken, facts: "Un mot de plus" }, { findings }).source, source);
    assert.equal(recorded({ ...spoken, severity: "3" }, { findings }).source?.on, TODAY);
    assert.deepEqual(recorded({ ...spoken, source: "atteste" }, { findings }).source, {
      kind: "atteste",
      by: REFERENT_ID,
      on: TODAY,
    });
  });

  it("records again what it pre-filled, and always a finding that can be kept", () =>
    fc.assert(
      fc.property(anyFinding, anyDomain, (previous, domain) => {
        const taken = frameworkDomain(framework, domain).sources[0];
        const situations = ["premiere-situation"];
        const evidence =
          previous.severity === null || taken === undefined ? null : { kind: taken, by: "x", on: "2026-01-05" };
        const finding = { ...previous, situations, source: evidence };
        const inputs = inputsFromFinding(finding, frameworkDomain(framework, domain));
        const again = recorded(inputs, { domain, findings: someFindings({ [domain]: finding }) });
        const withoutLevel = finding.severity === null;
        assert.deepEqual(
          { ...again, source: null },
          { ...finding, source: null, state: finding.state === "notAddressed" ? "toExplore" : finding.state },
        );
        if (!withoutLevel) assert.deepEqual(again.source, finding.source);
        assert.ok(findingSchema.safeParse(again).success);
      }),
    ));

  it("never throws, whatever comes back from a card", () =>
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            "severity",
            "impact",
            "situations",
            "selfSeverity",
            "priority",
            "source",
            "facts",
            "strength",
          ),
          fc.string({ unit: "binary" }),
        ),
        anyDomain,
        (inputs, domain) => {
          const read = findingFromInputs(inputs, context({ domain }));
          assert.ok(read.ok ? findingSchema.safeParse(read.finding).success : read.problems.length > 0);
        },
      ),
    ));
});

describe("what a domain's card refuses, and why", () => {
  it("a level, a weight, a priority or a source that is not in its list", () => {
    const codes = problems({ severity: "5", impact: "0", selfSeverity: "2.0", priority: "oui", source: "rumeur" }).map(
      (entry) => entry.code,
    );
    assert.deepEqual(codes, ["levelUnknown", "impactUnknown", "selfLevelUnknown", "priorityUnknown", "sourceUnknown"]);
  });

  it("a level from 1 without its weight on the project", () => {
    assert.deepEqual(problems({ severity: "1", source: "dit" }), [{ field: "impact", code: "impactMissing" }]);
  });

  it("a situation that the framework does not have", () => {
    assert.deepEqual(problems({ ...spoken, situations: "premiere-situation,autre" }), [
      { field: "situations", code: "situationUnknown", ids: ["autre"] },
    ]);
  });

  it("`savoirs` from level 2 without saying which", () => {
    assert.deepEqual(problems(spoken, { domain: "savoirs" }), [
      { field: "situations", code: "situationsMissing", from: 2 },
    ]);
    assert.equal(recorded({ ...spoken, severity: "1" }, { domain: "savoirs" }).severity, 1);
    assert.equal(recorded({ ...spoken, situations: "premiere-situation" }, { domain: "savoirs" }).severity, 2);
  });

  it("a level of `travail` that was only said, or whose source is missing", () => {
    assert.deepEqual(problems(spoken, { domain: "travail" }), [
      { field: "source", code: "sourceNotAccepted", accepted: ["observe", "atteste"] },
    ]);
    assert.deepEqual(problems({ severity: "2", impact: "1" }, { domain: "travail" }), [
      { field: "source", code: "sourceMissing" },
    ]);
    assert.equal(recorded({ ...spoken, source: "observe" }, { domain: "travail" }).source?.kind, "observe");
    assert.equal(recorded({ strength: "Ponctuel", source: "dit" }, { domain: "travail" }).state, "toExplore");
  });

  it("a fourth priority, naming the three others; a third one held already stays", () => {
    const held = { priority: true };
    const findings = someFindings({ logement: aLevel(1, 1, held), projet: aFinding(held), droits: aLevel(0, 1, held) });
    assert.deepEqual(problems({ ...spoken, priority: "true" }, { findings }), [
      { field: "priority", code: "tooManyPriorities", limit: 3, already: ["logement", "droits", "projet"] },
    ]);
    assert.equal(recorded({ ...spoken, priority: "true" }, { findings, domain: "logement" }).priority, true);
  });

  it("a text that is too long, counted as a person counts: an emoji is one, spaces around are none", () => {
    assert.equal(recorded({ facts: ` ${"😀".repeat(600)} \n` }).facts.length, 1200);
    assert.deepEqual(problems({ facts: "é".repeat(601), strength: "a".repeat(10_000) }), [
      { field: "strength", code: "tooLong", limit: 300, length: 10_000 },
      { field: "facts", code: "tooLong", limit: 600, length: 601 },
    ]);
  });

  it("anything about health until the person agrees that it be noted", () => {
    for (const health of ["notAsked", "refused", "withdrawn"] as const)
      assert.deepEqual(problems({ facts: "x" }, { domain: "sante", health }), [
        { field: "severity", code: "healthClosed" },
      ]);
    assert.equal(recorded(spoken, { domain: "sante" }).state, "assessed");
  });

  it("takes text as it is: right to left, formulas, templates and markup are only words", () => {
    for (const facts of ["مرحبا", "${1+1}", "[x](javascript:alert(1))", "<at>tous</at>", "=cmd()"])
      assert.equal(recorded({ facts }).facts, facts);
  });
});
