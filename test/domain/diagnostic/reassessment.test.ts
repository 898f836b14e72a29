import assert from "node:assert/strict";
import fc from "fast-check";
import type { Assessment } from "../../../src/domain/diagnostic/assessment.ts";
import { closedHealthState } from "../../../src/domain/diagnostic/overview.ts";
import { inForce, restUnchanged, stillToReview, unchanged } from "../../../src/domain/diagnostic/reassessment.ts";
import { withdrawHealth } from "../../../src/domain/diagnostic/health.ts";
import { movement } from "../../../src/domain/diagnostic/movement.ts";
import type { DomainId } from "../../../src/domain/framework/schema.ts";
import { rowOf } from "../../../src/domain/records/catalogue.ts";
import { aCase, aFinding, aLevel, anyFindings, NOW, someFindings } from "../../support/builders.ts";

const later = { by: "another", now: "2027-01-12T10:00:00.000Z", health: "agreed" } as const;

describe("a new assessment round", () => {
  it("says a finding again with a new author and instant; the evidence keeps its date", () => {
    const previous = aLevel(3, 2, { strength: "Un vélo" });
    assert.deepEqual(unchanged(previous, later), { ...previous, by: later.by, at: later.now });
  });

  it("copies in one click whatever the new round has not come back to, and nothing else", () => {
    const previous = someFindings({
      mobilite: aLevel(3, 2),
      logement: aLevel(2, 2),
      droits: aFinding({ state: "toExplore" }),
    });
    const current = someFindings({ mobilite: aLevel(1, 1), logement: aFinding(), projet: aLevel(0) });
    assert.deepEqual(stillToReview(previous, current, "agreed"), ["logement", "droits"]);
    const copied = restUnchanged(previous, current, later);
    assert.deepEqual([...copied.keys()], ["logement", "droits"]);
    assert.equal(copied.get("logement")?.severity, 2);
  });

  it("does not carry health over once the agreement no longer stands", () => {
    const previous = someFindings({ sante: aLevel(2, 2) });
    assert.equal(restUnchanged(previous, new Map(), { ...later, health: "withdrawn" }).size, 0);
    assert.equal(restUnchanged(previous, new Map(), later).size, 1);
  });

  it("moves nothing when nothing changed, and leaves nothing more to review", () =>
    fc.assert(
      fc.property(anyFindings, anyFindings, (previous, current) => {
        const copied = restUnchanged(previous, new Map(), later);
        assert.ok(movement(previous, copied).domains.every((entry) => entry.kind === "same"));
        const whole = new Map([...current, ...restUnchanged(previous, current, later)]);
        assert.deepEqual(stillToReview(previous, whole, "agreed"), []);
        assert.deepEqual([...inForce(previous, whole).keys()].sort(), [...inForce(previous, current).keys()].sort());
      }),
    ));
});

describe("withdrawing the agreement that health be noted", () => {
  const author = { by: "x", now: NOW };
  const assessed = (domain: DomainId): Assessment => ({
    kind: "assessment",
    schemaVersion: 1,
    code: "P-2026-0001",
    parcours: 1,
    round: 0,
    domain,
    edition: 2,
    finding: aLevel(3, 3, { facts: "Ne peut pas porter de charges" }),
    draft: { inputs: { facts: "Porter des charges" }, by: "x", at: NOW },
  });

  it("rewrites the assessment of health without a level nor a word, draft included, and it can be kept", () => {
    const erasure = withdrawHealth(assessed("sante"), author);
    assert.ok(erasure.act === "rewrite" && erasure.doc.kind === "assessment");
    assert.equal(erasure.doc.finding?.state, "declined");
    assert.ok(!rowOf(erasure.doc).json.includes("charges"));
  });

  it("removes earlier findings of health and the drafts that may speak of it; the rest stays", () => {
    const past = {
      kind: "pastFinding",
      schemaVersion: 1,
      code: "P-2026-0001",
      parcours: 1,
      round: 0,
      edition: 1,
      finding: aLevel(2, 2),
    } as const;
    assert.equal(withdrawHealth({ ...past, domain: "sante" }, author).act, "remove");
    assert.equal(withdrawHealth({ ...past, domain: "projet" }, author).act, "keep");
    const draft = {
      kind: "draft",
      schemaVersion: 1,
      id: "d",
      form: "overview",
      code: "P-2026-0001",
      inputs: {},
      by: "x",
      at: NOW,
    } as const;
    assert.equal(withdrawHealth({ ...draft, aboutHealth: true }, author).act, "remove");
    assert.equal(withdrawHealth({ ...draft, aboutHealth: false }, author).act, "keep");
    assert.equal(withdrawHealth(assessed("mobilite"), author).act, "keep");
  });

  it("closes health in the case, and no screen about it is left to come back to", () => {
    const erasure = withdrawHealth(aCase({ place: { at: "domain", domain: "sante" } }), author);
    assert.ok(erasure.act === "rewrite" && erasure.doc.kind === "case");
    assert.deepEqual([erasure.doc.health, erasure.doc.place], ["withdrawn", { at: "overview" }]);
    assert.equal(closedHealthState(erasure.doc.health), "declined");
  });
});
