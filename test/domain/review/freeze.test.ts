/** What a cell sees of a case, and what is left of it when health is withdrawn. */
import assert from "node:assert/strict";
import { withdrawHealth } from "../../../src/domain/diagnostic/health.ts";
import { frozenFindings, frozenLeadOf } from "../../../src/domain/review/freeze.ts";
import {
  opinion,
  reviewDecision,
  snapshot,
  type Opinion,
  type ReviewDecision,
  type Snapshot,
} from "../../../src/domain/review/records.ts";
import type { Lead } from "../../../src/domain/suggestion/lead.ts";
import { aLevel, NOW, REFERENT_ID, someFindings, TODAY } from "../../support/builders.ts";

const CODE = "P-2026-0001";
const found = someFindings({ sante: aLevel(3, 2, { facts: "Canari" }), mobilite: aLevel(3, 3) });

const lead: Lead = {
  first: "plie",
  toDiscuss: false,
  concludedBy: 6,
  equivalents: ["franceTravail"],
  candidates: [],
  lines: [],
  reinforced: true,
  toSettle: [],
  urgent: [],
  steps: [],
  relays: [],
  needs: [
    { domain: "sante", weight: 6, by: "unmet", saturated: false, themes: [], toVerify: [] },
    { domain: "mobilite", weight: 9, by: "relay", saturated: false, themes: [], toVerify: [] },
    { domain: "logement", weight: 4, by: "toVerify", saturated: false, themes: [], toVerify: [] },
  ],
  robustness: { verdict: "fragile", flip: null, holdsOverRange: true, exhaustive: true },
  outcome: { kind: "stay" },
  excluded: [],
};

const SEEN: Snapshot = snapshot.parse({
  kind: "snapshot",
  schemaVersion: 1,
  review: "2026-001",
  study: 1,
  code: CODE,
  cell: "entree",
  at: NOW,
  by: REFERENT_ID,
  frameworkVersion: "2026.6",
  question: "Canari ?",
  recommendation: { choice: "stay", why: "Canari", by: REFERENT_ID, at: NOW },
  lead: frozenLeadOf("lead", lead),
  personView: { agreement: "agrees", words: "Canari", heard: true, on: TODAY, by: REFERENT_ID },
  ageBand: "30to44",
  communeGroup: null,
  findings: frozenFindings(found),
  addressed: 2,
  provisional: true,
  urgentOpen: false,
  withdrawn: false,
});

describe("What a cell sees", () => {
  it("holds levels and words as they were recorded, and not who noted them, nor when", () => {
    assert.deepEqual(Object.keys(SEEN.findings).sort(), ["mobilite", "sante"]);
    assert.equal(SEEN.findings.mobilite?.severity, 3);
    assert.ok(!JSON.stringify(SEEN.findings).includes(NOW));
  });

  it("holds the lead in codes: what it points to, how solid it is, and which needs nobody answers", () => {
    assert.deepEqual(SEEN.lead, {
      id: "lead",
      first: "plie",
      equivalents: ["franceTravail"],
      toDiscuss: false,
      outcome: "stay",
      solid: false,
      relays: 0,
      steps: 0,
      unmet: [
        { domain: "sante", by: "unmet" },
        { domain: "logement", by: "toVerify" },
      ],
    });
    assert.equal(frozenLeadOf("lead", { ...lead, robustness: null }).solid, null);
  });

  it("once health is withdrawn, nothing of it is left, nor what may have been argued with it, nor the words of the person that the cell saw; codes stay", () => {
    const author = { by: REFERENT_ID, now: NOW };
    const opinionSaid: Opinion = opinion.parse({
      ...{
        kind: "opinion",
        schemaVersion: 1,
        review: "2026-001",
        study: 1,
        code: CODE,
        memberId: "m",
        to: null,
        notedBy: null,
        at: NOW,
      },
      ...{ outcome: "stay", why: "Canari", next: "Canari" },
    });
    const decided: ReviewDecision = reviewDecision.parse({
      ...{
        kind: "reviewDecision",
        schemaVersion: 1,
        review: "2026-001",
        study: 1,
        code: CODE,
        to: null,
        departs: null,
        proofs: [],
      },
      ...{
        outcome: "stay",
        reasons: "Canari",
        next: "Canari",
        by: "m",
        at: NOW,
        on: TODAY,
        letterDueOn: TODAY,
        secondUntil: null,
      },
    });
    const left = [SEEN, opinionSaid, decided].map((doc) => {
      const erased = withdrawHealth(doc, author);
      assert.ok(erased.act === "rewrite", `${doc.kind} is kept as it was`);
      return erased.doc;
    });
    assert.ok(!JSON.stringify(left).includes("Canari"));
    assert.ok(!JSON.stringify(left).includes("sante"));
    const [kept] = left;
    assert.ok(kept?.kind === "snapshot");
    snapshot.parse(kept);
    assert.deepEqual(
      [kept.withdrawn, kept.lead, kept.recommendation?.choice, kept.personView?.agreement, kept.personView?.heard],
      [true, null, "stay", "agrees", true],
    );
    assert.deepEqual(
      left.flatMap((doc) => ("outcome" in doc ? [doc.outcome] : [])),
      ["stay", "stay"],
      "what was said and decided stays",
    );
  });
});
