import assert from "node:assert/strict";
import fc from "fast-check";
import type { OverviewChoice, OverviewContext } from "../../../src/domain/diagnostic/overview.ts";
import { applyOverview, nextToExplore, OVERVIEW_CHOICES } from "../../../src/domain/diagnostic/overview.ts";
import { finding } from "../../../src/domain/diagnostic/assessment.ts";
import type { DomainId } from "../../../src/domain/framework/schema.ts";
import { DOMAIN_IDS } from "../../../src/domain/framework/schema.ts";
import { aFramework } from "../../support/a-framework.ts";
import {
  aFinding,
  aLevel,
  anyDomain,
  anyFindings,
  NOW,
  REFERENT_ID,
  someFindings,
  TODAY,
} from "../../support/builders.ts";

const context = (overrides: Partial<OverviewContext> = {}): OverviewContext => ({
  framework: aFramework(),
  health: "agreed",
  by: REFERENT_ID,
  now: NOW,
  today: TODAY,
  ...overrides,
});
const choices = (lines: Partial<Record<DomainId, OverviewChoice>>): ReadonlyMap<DomainId, OverviewChoice> =>
  new Map(DOMAIN_IDS.flatMap((domain) => (lines[domain] ? [[domain, lines[domain]] as const] : [])));
const anyChoices = fc
  .array(fc.tuple(anyDomain, fc.constantFrom(...OVERVIEW_CHOICES)))
  .map((lines) => new Map<DomainId, OverviewChoice>(lines));

describe("the overview of the fourteen domains", () => {
  it("records each of the five choices", () => {
    const { changed, notApplied } = applyOverview(
      someFindings({ droits: aFinding({ state: "declined" }) }),
      choices({
        mobilite: "nothing",
        logement: "toExplore",
        famille: "declined",
        finances: "notApplicable",
        droits: "notAddressed",
      }),
      context(),
    );
    assert.deepEqual(
      [...changed].map(([domain, { state, severity, impact }]) => [domain, state, severity, impact]),
      [
        ["mobilite", "nothing", 0, null],
        ["logement", "toExplore", null, null],
        ["famille", "declined", null, null],
        ["finances", "notApplicable", null, null],
        ["droits", "notAddressed", null, null],
      ],
    );
    assert.deepEqual(changed.get("mobilite")?.source, { kind: "dit", by: REFERENT_ID, on: TODAY });
    assert.deepEqual(notApplied, []);
  });

  it("changes nothing where the line says what is already recorded, or keeps its level", () => {
    const current = someFindings({
      mobilite: aLevel(3, 2),
      logement: aLevel(0),
      famille: aFinding({ state: "toExplore" }),
    });
    const same = choices({ mobilite: "assessed", logement: "nothing", famille: "toExplore", projet: "notAddressed" });
    assert.equal(applyOverview(current, same, context()).changed.size, 0);
  });

  it("keeps the words when a level is put back to be explored, and holds nothing once the person declines", () => {
    const current = someFindings({ mobilite: aLevel(3, 2, { strength: "Un vélo", facts: "Pas de bus" }) });
    const flagged = applyOverview(current, choices({ mobilite: "toExplore" }), context()).changed.get("mobilite");
    assert.deepEqual([flagged?.severity, flagged?.strength, flagged?.facts], [null, "Un vélo", "Pas de bus"]);
    const declined = applyOverview(current, choices({ mobilite: "declined" }), context()).changed.get("mobilite");
    assert.deepEqual([declined?.severity, declined?.strength, declined?.facts], [null, "", ""]);
  });

  it("lets `travail` be flagged, but gives it no level from what was said", () => {
    assert.equal(
      applyOverview(new Map(), choices({ travail: "toExplore" }), context()).changed.get("travail")?.state,
      "toExplore",
    );
    const said = applyOverview(new Map(), choices({ travail: "nothing" }), context());
    assert.equal(said.changed.size, 0);
    assert.deepEqual(said.notApplied, [{ domain: "travail", code: "levelNeedsEvidence" }]);
  });

  it("does not invent a level for a line that says it has one", () => {
    assert.deepEqual(applyOverview(new Map(), choices({ projet: "assessed" }), context()).notApplied, [
      { domain: "projet", code: "noLevelYet" },
    ]);
  });

  it("keeps health closed, whatever is clicked, until the person agrees", () =>
    fc.assert(
      fc.property(
        anyFindings,
        fc.constantFrom(...OVERVIEW_CHOICES),
        fc.constantFrom("notAsked", "refused", "withdrawn"),
        (current, choice, health) => {
          const result = applyOverview(current, new Map([["sante", choice]]), context({ health }));
          const state = (result.changed.get("sante") ?? current.get("sante"))?.state ?? "notAddressed";
          assert.equal(state, health === "notAsked" ? "notAddressed" : "declined");
        },
      ),
    ));

  it("records only findings that can be kept, only what changes, and the same when saved twice", () =>
    fc.assert(
      fc.property(anyFindings, anyChoices, (current, lines) => {
        const { changed } = applyOverview(current, lines, context());
        for (const [domain, next] of changed) {
          assert.ok(finding.safeParse(next).success);
          assert.notEqual(next.state, current.get(domain)?.state ?? "notAddressed");
        }
        assert.equal(applyOverview(new Map([...current, ...changed]), lines, context()).changed.size, 0);
      }),
    ));
});

describe("which domain comes next", () => {
  const flag = () => aFinding({ state: "toExplore" });
  const findings = someFindings({ logement: flag(), droits: flag(), projet: flag(), mobilite: aLevel(2, 2) });

  it("goes in order from the first flag, then after the domain just seen, and round once", () => {
    assert.equal(nextToExplore(findings), "logement");
    assert.equal(nextToExplore(findings, "logement"), "droits");
    assert.equal(nextToExplore(findings, "projet"), "logement");
    assert.equal(nextToExplore(findings, "travail"), "logement");
  });

  it("does not come back to the domain just seen, and stops when no other is left", () => {
    assert.equal(nextToExplore(someFindings({ droits: flag() }), "droits"), undefined);
    assert.equal(nextToExplore(new Map()), undefined);
  });
});
