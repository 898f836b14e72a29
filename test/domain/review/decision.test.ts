/** What a decision is read from, when it departs from the lead, and what it changes of the case. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { caseOnceDecided, caseOnceReopened, outcomesOffered } from "../../../src/domain/review/after-decision.ts";
import { CELL_IDS } from "../../../src/domain/review/codes.ts";
import { decisionFromInputs, type ToDecide } from "../../../src/domain/review/decision-from-inputs.ts";
import { concordantWith } from "../../../src/domain/review/departs.ts";
import { chosenDestination, typedDestination } from "../../../src/domain/review/destination-typed.ts";
import {
  EXIT_PROOFS,
  isExit,
  outcomesOf,
  REVIEW_OUTCOMES,
  type Destination,
} from "../../../src/domain/review/outcomes.ts";
import { LEAD_KINDS, type LeadKind } from "../../../src/domain/suggestion/lead-kinds.ts";
import { ASIDE_REASONS } from "../../../src/domain/suggestion/stored-lead.ts";
import type { CaseFile } from "../../../src/domain/participant/case-file.ts";
import { aCase } from "../../support/builders.ts";

const ELSEWHERE = LEAD_KINDS.filter((kind): kind is Exclude<LeadKind, "plie"> => kind !== "plie");
const destinations: readonly Destination[] = ELSEWHERE.map((lead) => ({ lead, service: null }));
const leadTo = (first: LeadKind | null, equivalents: readonly LeadKind[] = []): NonNullable<ToDecide["lead"]> => ({
  first,
  equivalents,
  relays: [],
});
const about = (changes: Partial<ToDecide> = {}): ToDecide => ({
  offered: outcomesOf.entree,
  destinations,
  lead: leadTo("plie"),
  lengths: { facts: 600, strength: 300, longText: 1_000 },
  naming: (text) => (text.includes("Amina") ? ["Amina"] : []),
  ...changes,
});
const STAYS = { outcome: "stay", reasons: "Vous avancez." };
const problems = (inputs: Record<string, string>, changes: Partial<ToDecide> = {}): string[] => {
  const read = decisionFromInputs(inputs, about(changes));
  return read.ok ? [] : read.problems.map(({ field, code }) => `${field} ${code}`);
};

describe("What is typed in a decision", () => {
  it("is read once a choice and its reasons are there, and says what is missing", () => {
    assert.deepEqual(problems(STAYS), []);
    assert.deepEqual(problems({}), ["outcome missing", "reasons missing"]);
    assert.deepEqual(problems({ ...STAYS, outcome: "exitJob" }), ["outcome missing"], "not offered by this cell");
  });

  it("asks towards which structure of those offered, for a reorientation only", () => {
    const out = { outcome: "reorient", reasons: "Proche de l'emploi.", departs: "other" };
    assert.deepEqual(problems(out), ["to missing"]);
    assert.deepEqual(problems({ ...out, to: "plie" }), ["to missing"]);
    assert.deepEqual(problems({ ...out, to: "franceTravail:inconnu" }), ["to missing"]);
    assert.deepEqual(problems({ ...out, to: "franceTravail" }), []);
    const kept = decisionFromInputs({ ...STAYS, to: "franceTravail" }, about());
    assert.ok(kept.ok && kept.decided.to === null, "a place left from another choice is not recorded");
  });

  it("asks why where it departs from the lead, and keeps no reason where it does not", () => {
    assert.deepEqual(problems(STAYS, { lead: leadTo("franceTravail") }), ["departs missing"]);
    const read = decisionFromInputs({ ...STAYS, departs: "noPlace" }, about());
    assert.ok(read.ok && read.decided.departs === null && read.decided.concordant === true);
    for (const reason of ASIDE_REASONS)
      assert.deepEqual(problems({ ...STAYS, departs: reason }, { lead: leadTo("franceTravail") }), [], reason);
  });

  it("compares with nothing where no lead was in front of the cell", () => {
    const read = decisionFromInputs(STAYS, about({ lead: null }));
    assert.ok(read.ok && read.decided.concordant === null);
  });

  it("asks what was presented with an exit, « none » being an answer", () => {
    const offered = outcomesOf.sortie;
    const exit = { outcome: "exitJob", reasons: "Vous avez un emploi." };
    assert.deepEqual(problems(exit, { offered }), ["proofs missing"]);
    for (const proof of EXIT_PROOFS) assert.deepEqual(problems({ ...exit, proofs: proof }, { offered }), [], proof);
    const read = decisionFromInputs({ ...exit, proofs: "payslip,jobContract" }, about({ offered }));
    assert.ok(read.ok && read.decided.proofs.join() === "jobContract,payslip");
    assert.deepEqual(problems({ outcome: "goOn", reasons: "Encore un peu." }, { offered }), []);
  });

  it("refuses words that say who the person is, wherever minutes and letters carry them", () => {
    assert.deepEqual(problems({ ...STAYS, reasons: "Amina avance." }), ["reasons names"]);
    assert.deepEqual(problems({ ...STAYS, next: "Appeler Amina." }), ["next names"]);
  });

  it("holds reasons of 1,000 characters and a next step of 300, and says when more was typed", () => {
    assert.deepEqual(problems({ ...STAYS, reasons: "é".repeat(1_000), next: "é".repeat(300) }), []);
    assert.deepEqual(problems({ ...STAYS, reasons: "é".repeat(1_001), next: "é".repeat(301) }), [
      "reasons tooLong",
      "next tooLong",
    ]);
  });

  it("reads back the place that it wrote", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ELSEWHERE), fc.option(fc.string({ minLength: 1 })), (lead, service) => {
        assert.deepEqual(chosenDestination(typedDestination({ lead, service }), [{ lead, service }]), {
          lead,
          service,
        });
      }),
    );
  });
});

describe("Whether a decision departs from the lead", () => {
  it("does not where it goes towards the first lead or an equivalent one", () => {
    const lead = leadTo("franceTravail", ["franceTravail", "plie"]);
    const towards = (kind: Exclude<LeadKind, "plie">) => concordantWith("reorient", { lead: kind, service: "x" }, lead);
    assert.equal(towards("franceTravail"), true);
    assert.equal(towards("capEmploi"), false);
    assert.equal(concordantWith("stay", null, lead), true);
    assert.equal(concordantWith("toComplete", null, lead), false);
  });

  it("goes the way of no reliable lead by completing the diagnostic, and by nothing else", () => {
    const none = leadTo(null);
    for (const outcome of outcomesOf.entree)
      assert.equal(
        concordantWith(outcome, outcome === "reorient" ? { lead: "capEmploi", service: null } : null, none),
        outcome === "toComplete",
        outcome,
      );
  });

  it("says nothing of what the method never points to", () => {
    for (const outcome of [...outcomesOf.sortie, ...outcomesOf.gta])
      assert.equal(concordantWith(outcome, null, leadTo("plie")), null, outcome);
  });
});

describe("The case once its review is decided", () => {
  const file: CaseFile = { ...aCase(), status: "entered", review: "2026-001" };
  const decided = (outcome: (typeof REVIEW_OUTCOMES)[number], from = file) =>
    caseOnceDecided(from, {
      review: "2026-001",
      outcome,
      to: null,
      on: "2026-12-08",
      by: "m",
      completeUntil: "2027-01-07",
      followUpMonths: 3,
    });

  it("has the status of its outcome, and is under study no more", () => {
    const status = Object.fromEntries(REVIEW_OUTCOMES.map((outcome) => [outcome, decided(outcome).status]));
    assert.deepEqual(status, {
      stay: "inPath",
      stayWithRelays: "decided",
      reorient: "decided",
      toComplete: "entered",
      exitJob: "left",
      exitTraining: "left",
      exitOther: "left",
      goOn: "entered",
      practice: "entered",
    });
    for (const outcome of REVIEW_OUTCOMES) assert.equal(decided(outcome).review, null, outcome);
  });

  it("remembers what was decided, and a view on practice decides nothing", () => {
    assert.equal(decided("stay").decided?.outcome, "stay");
    assert.equal(decided("practice").decided, null);
  });

  const full = { cell: "entree", track: "full" } as const;

  it("goes on after all where a second study undoes an exit", () => {
    const left = decided("exitJob", { ...file, status: "inPath" });
    assert.equal(left.status, "left");
    assert.equal(decided("goOn", left).status, "inPath");
  });

  it("is a stay in the short circuit, and nothing else", () => {
    assert.deepEqual(outcomesOffered({ ...full, track: "short" }, file), ["stay", "stayWithRelays"]);
  });

  it("is completed once: a second time it is not offered", () => {
    const once = decided("toComplete");
    assert.deepEqual(once.toComplete, { on: "2026-12-08", until: "2027-01-07" });
    assert.ok(outcomesOffered(full, file).includes("toComplete"));
    assert.equal(outcomesOffered(full, once).includes("toComplete"), false);
    assert.deepEqual(decided("stay", once).toComplete, once.toComplete, "it stays known that it was");
  });

  it("stands again where it stood once it is reopened", () => {
    for (const cell of CELL_IDS)
      for (const outcome of outcomesOf[cell]) {
        const path = { status: "inPath", followUpOn: "2026-12-20" } as const;
        const before: CaseFile = { ...file, ...(cell === "sortie" ? path : { status: "entered" }) };
        const back = caseOnceReopened(decided(outcome, before), { id: "2026-001", cell, outcome });
        assert.deepEqual(back, { ...before, decided: null, toComplete: null }, `${cell} ${outcome}`);
      }
  });

  it("has a point three months after a stay, and none after a way out; who goes on keeps theirs", () => {
    assert.equal(decided("stay").followUpOn, "2027-03-08");
    assert.equal(decided("stayWithRelays").followUpOn, "2027-03-08");
    assert.equal(decided("reorient").followUpOn, null);
    const path: CaseFile = { ...file, status: "inPath", followUpOn: "2026-12-20" };
    assert.equal(decided("goOn", path).followUpOn, "2026-12-20");
    assert.equal(decided("goOn", { ...path, followUpOn: null }).followUpOn, "2027-03-08");
  });

  it("is asked about six months after an exit to employment, and no other", () => {
    assert.deepEqual(decided("exitJob").afterExit, { from: "2026-12-08", doneOn: null });
    for (const outcome of ["exitTraining", "exitOther", "stay", "goOn"] as const)
      assert.equal(decided(outcome, decided("exitJob")).afterExit, null, outcome);
  });

  it("calls an exit an exit", () => {
    assert.deepEqual(REVIEW_OUTCOMES.filter(isExit), ["exitJob", "exitTraining", "exitOther"]);
  });
});
