import assert from "node:assert/strict";
import fc from "fast-check";
import type { PieceFacts } from "../../../src/domain/completeness/facts.ts";
import { piecesOf } from "../../../src/domain/completeness/pieces-of.ts";
import { missingOn, stateOf, type PieceId } from "../../../src/domain/completeness/pieces.ts";
import { clockFactsOf, milestones } from "../../../src/domain/participant/milestones.ts";
import type { CaseFile } from "../../../src/domain/participant/case-file.ts";
import { addDays } from "../../../src/domain/participant/days.ts";
import { runningClock } from "../../../src/domain/participant/running-clock.ts";
import { aFramework } from "../../support/a-framework.ts";
import { aCase, anIdentity } from "../../support/builders.ts";

const ENTERED = "2026-11-02";
const TODAY = "2026-12-31";
const framework = aFramework();
const worked = () => true;
const entry = { on: ENTERED, noticeOn: ENTERED, interpreter: false };
const entered = (over: Partial<CaseFile> = {}): CaseFile =>
  aCase({ status: "entered", orientedOn: "2026-10-20", entry, round: 0, health: "notAsked", ...over });

/** The facts of a case as the clock reads it. */
const factsOf = (head: CaseFile, over: Partial<PieceFacts> = {}): PieceFacts => ({
  ...{ identity: anIdentity(), head, round: undefined, situationAsked: false, actions: [], handovers: [], told: [] },
  esf: { entry: "notBegun", exit: "notBegun", later: "notBegun" },
  due: milestones(clockFactsOf(head, undefined), framework, { isWorkingDay: worked, cellDates: [] }),
  ...{ delays: framework.milestones, clock: runningClock(head.pauses, worked), exitProven: false },
  ...over,
});
const missing = (facts: PieceFacts, on = TODAY): readonly PieceId[] =>
  missingOn(piecesOf(facts), on).map(({ piece }) => piece);

describe("The pieces of a file", () => {
  it("says which fields of the identity are to be completed, since the orientation", () => {
    const facts = factsOf(entered(), { identity: anIdentity({ birthDate: null, commune: null }) });
    const [identity] = piecesOf(facts);
    assert.deepEqual(identity?.lacks, ["birthDate", "commune"]);
    assert.equal(identity.from, "2026-10-20");
  });

  it("asks for nothing before its day, and for what is late from the next day on", () => {
    const facts = factsOf(entered());
    const due = facts.due.find(({ milestone }) => milestone === "t0")?.on ?? "";
    assert.ok(!missing(facts, due).includes("t0"), "missing on the day it is due");
    assert.ok(missing(facts, addDays(due, 1)).includes("t0"), "not missing the day after");
  });

  it("says how far a questionnaire is, and who can complete it", () => {
    const esf = { entry: "complete", exit: "notBegun", later: "notBegun" } as const;
    const piece = piecesOf(factsOf(entered(), { esf })).find((one) => one.piece === "esfEntry");
    assert.deepEqual([piece?.who, piece?.lacks], ["assistante", ["sign"]]);
  });

  it("asks for the questionnaire of the present exit: what was signed before it spoke of another one", () => {
    const left = (exitOn: string) =>
      entered({
        status: "left",
        ended: { how: "lastingJob", door: "comeBack", on: "2026-11-20", by: "m" },
        esf: { entryOn: ENTERED, exitOn, laterOn: null },
      });
    assert.ok(missing(factsOf(left("2026-11-10"))).includes("esfExit"), "came back, left again, and nothing is asked");
    assert.ok(!missing(factsOf(left("2026-11-20"))).includes("esfExit"));
  });

  it("still asks for the entry questionnaire of who left or was handed over before it was signed: it cannot be rebuilt later", () => {
    const ended = { how: "lastingJob", door: "comeBack", on: "2026-11-20", by: "m" } as const;
    const decided = { review: "2026-001", outcome: "reorient", to: null, on: "2026-11-20", by: "m" } as const;
    for (const over of [
      { status: "left", ended },
      { status: "reoriented", decided },
    ] as const) {
      const facts = factsOf(entered(over));
      const piece = piecesOf(facts).find((one) => one.piece === "esfEntry");
      const due = runningClock([], worked).workedAfter(ENTERED, framework.milestones.esfEntryWorkingDays);
      assert.equal(piece?.from, addDays(due, 1), `${over.status}: since the day after it was due`);
      const signed = factsOf(entered({ ...over, esf: { entryOn: ENTERED, exitOn: null, laterOn: null } }));
      assert.equal(piecesOf(signed).find((one) => one.piece === "esfEntry")?.there, true, `${over.status}: signed`);
    }
    assert.ok(
      !missing(factsOf(entered({ status: "left", ended, entry: null }))).includes("esfEntry"),
      "never received",
    );
  });

  it("asks for a document after an exit to a job or a training, decided or not by a cell, until one is received or was presented", () => {
    const door = { door: "comeBack", on: "2026-11-20", by: "m" } as const;
    const ended = (how: "lastingJob" | "transitionJob" | "training" | "movedAway", over: Partial<CaseFile> = {}) =>
      factsOf(entered({ status: "left", ended: { how, ...door }, ...over }));
    for (const how of ["lastingJob", "transitionJob", "training"] as const)
      assert.ok(missing(ended(how)).includes("exitProof"), how);
    assert.ok(!missing(ended("movedAway")).includes("exitProof"));
    assert.ok(!missing(ended("lastingJob", { entry: null })).includes("exitProof"), "asked of who was never met");
    assert.ok(
      !missing(ended("lastingJob", { exitProofOn: "2026-11-20" })).includes("exitProof"),
      "received, and missing",
    );
    assert.ok(
      missing(ended("lastingJob", { exitProofOn: "2026-11-10" })).includes("exitProof"),
      "it attested another exit",
    );
    const decided = { review: "2026-001", outcome: "exitJob", to: null, on: "2026-11-20", by: "m" } as const;
    const byCell = entered({ status: "left", decided });
    assert.ok(missing(factsOf(byCell)).includes("exitProof"));
    assert.ok(
      !missing(factsOf(byCell, { exitProven: true })).includes("exitProof"),
      "presented to the cell, and missing",
    );
  });

  it("finds nothing missing while a parcours is suspended, for who died, and in a retired file", () => {
    const pause = { from: "2026-11-10", returnOn: null, resumedOn: null, reason: null };
    const death = { how: "death", door: "none", on: "2026-11-20", by: "m" } as const;
    const retired = { as: "erased", on: "2026-12-01", by: "m" } as const;
    for (const head of [
      entered({ pauses: [pause] }),
      entered({ status: "left", ended: { ...death, wayOut: null } }),
      entered({ retired }),
    ])
      assert.deepEqual(missing(factsOf(head, { identity: anIdentity({ birthDate: null }) })), []);
  });

  it("asks who left while their parcours was suspended for what every exit asks", () => {
    const pauses = [{ from: "2026-11-10", returnOn: null, resumedOn: null, reason: null }];
    const ended = { how: "lastingJob", door: "comeBack", on: "2026-11-20", by: "m" } as const;
    const asked = missing(factsOf(entered({ status: "left", ended, pauses })));
    for (const piece of ["exitProof", "esfEntry", "esfExit"] as const) assert.ok(asked.includes(piece), piece);
  });

  it("asks for the convention from the first day of an immersion that nobody signed", () => {
    const pmsmp = { signedOn: null } as never;
    const facts = factsOf(entered(), { actions: [{ state: "planned", from: "2026-11-16", pmsmp }] });
    const piece = piecesOf(facts).find((one) => one.piece === "convention");
    assert.deepEqual([piece?.from, piece?.who], ["2026-11-16", "host"]);
  });

  it("a piece that is there is never missing, none is older than the file, and recording one makes no other older", () => {
    const records: readonly ((facts: PieceFacts) => PieceFacts)[] = [
      (facts) => ({ ...facts, situationAsked: true }),
      (facts) => ({ ...facts, round: { metOn: "2026-11-20", synthesisOn: null } }),
      (facts) => ({ ...facts, identity: anIdentity() }),
      (facts) => factsOf({ ...facts.head, health: "agreed" }, { round: facts.round, identity: facts.identity }),
      (facts) => ({ ...facts, esf: { ...facts.esf, entry: "begun" } }),
    ];
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.integer({ min: 0, max: 120 }),
        fc.shuffledSubarray([...records.keys()]),
        (complete, days, order) => {
          const on = addDays("2026-10-20", days);
          let facts = factsOf(entered(), complete ? {} : { identity: anIdentity({ birthDate: null }) });
          for (const at of order) {
            const before = missingOn(piecesOf(facts), on);
            facts = records[at]!(facts);
            const after = piecesOf(facts);
            for (const piece of after) assert.ok(!piece.there || stateOf(piece, on) === "there");
            for (const one of missingOn(after, on)) {
              assert.ok(
                one.from <= on && one.from >= "2026-10-20",
                "since a day that has not come, or before the file",
              );
              const was = before.find(({ piece }) => piece === one.piece);
              assert.ok(was === undefined || one.from >= was.from, `${one.piece} became older`);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
