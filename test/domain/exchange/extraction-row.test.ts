/** What one person's row of the extraction holds of the ESF+ questionnaires, of actions, of an exit and of a former parcours. */
import assert from "node:assert/strict";
import { columnsOf } from "../../../src/domain/exchange/extraction-columns.ts";
import { cellsOf, isInMonth, type ExtractionFacts } from "../../../src/domain/exchange/extraction-row.ts";
import { DECLINED } from "../../../src/domain/esf/codes.ts";
import { itemsOf, type Questionnaire } from "../../../src/domain/esf/questionnaire.ts";
import type { EsfAnswers } from "../../../src/domain/esf/records.ts";
import type { CaseFile } from "../../../src/domain/participant/case-file.ts";
import { aCase, REFERENT_ID, TODAY } from "../../support/builders.ts";
import { thePapers } from "../../support/the-papers.ts";

const { esf, extraction } = thePapers();
const MONTH = "2026-11";
const ENTERED = "2026-11-09";

/** An earlier version: one question that is asked no more, another list of values, and its own birth date. */
const former: Questionnaire = {
  ...esf.entry,
  version: "2025.1",
  birth: "born",
  blocks: esf.entry.blocks.map((block) => ({
    ...block,
    items: block.items.flatMap((item) => {
      if (item.id === "birthDate") return [{ ...item, id: "born" }];
      if (item.id !== "diploma" || item.type !== "choice") return [item];
      const values = item.values.map((one) =>
        one.value === "NV5" ? { ...one, value: "CAP", label: "Niveau V" } : one,
      );
      return [{ ...item, values }];
    }),
  })),
};
const columns = columnsOf(extraction, { entry: [esf.entry, former], exit: [esf.exit], later: [esf.later] }, {});
const all = new Set(columns.map(({ id }) => id));
const columnOf = (id: string) => columns.find((one) => one.id === id);

const sheet = (over: Partial<EsfAnswers> = {}): EsfAnswers => ({
  ...{ kind: "esfAnswers", schemaVersion: 1, code: "P-2026-0001", parcours: 1, stage: "entry" },
  ...{ version: esf.entry.version, edition: 1, answers: {}, sources: {}, asked: { person: ENTERED }, signedOn: null },
  ...{ by: REFERENT_ID, at: `${TODAY}T10:00:00.000Z` },
  ...over,
});
const facts = (head: Partial<CaseFile> = {}, over: Partial<ExtractionFacts> = {}): ExtractionFacts => ({
  head: aCase({ status: "entered", entry: { on: ENTERED, noticeOn: ENTERED, interpreter: false }, ...head }),
  isPresent: true,
  names: { referent: null, prescriber: null, commune: null },
  ...{ qpv: null, rounds: [], reviews: [], actions: [], bilans: [], pieces: [], esf: [], laterMonths: 6 },
  birthOf: ({ version }) => (version === former.version ? "born" : "birthDate"),
  ...over,
});
const cells = (of: ExtractionFacts, month = MONTH) => cellsOf(of, month, all);

describe("A row of the extraction", () => {
  it("holds typed ESF+ answers by code; a decline is one, a blank is none, and a birth date leaves as an age", () => {
    const answers = { birthDate: "1984-11-10", minima: ["rsa"], handicap: DECLINED, diploma: "NV5" };
    const row = cells(facts({}, { esf: [sheet({ answers })] }));
    assert.equal(row["esf.entry.birthDate"], 41, "the age on the day of the answer, the eve of a birthday");
    assert.deepEqual(row["esf.entry.minima"], ["rsa"]);
    assert.equal(row["esf.entry.handicap"], DECLINED);
    assert.equal(row["esf.entry.diploma"], "NV5");
    assert.ok(!("esf.entry.sex" in row), "a blank has a cell");
    assert.doesNotMatch(JSON.stringify(row), /1984/);
  });

  it("reads each sheet with its own version: nothing is lost, and no birth date leaves under another name", () => {
    const answers = { born: "1984-01-02", diploma: "CAP" };
    const row = cells(facts({}, { esf: [sheet({ version: former.version, answers })] }));
    assert.equal(row["esf.entry.born"], 42);
    assert.equal(columnOf("esf.entry.diploma")?.values?.["CAP"], "Niveau V");
    assert.equal(columnOf("esf.entry.diploma")?.values?.["NV5"], "CAP, BEP");
    assert.match(columnOf("esf.entry.diploma")?.source ?? "", new RegExp(`${esf.entry.version}, 2025\\.1`));
    assert.equal(columnOf("esf.entry.born")?.source.endsWith("(2025.1)"), true);
  });

  it("says which indicators each question feeds, and which codes are not confirmed", () => {
    const meaning = (item: string): string => columnOf(`esf.entry.${item}`)?.meaning ?? "";
    assert.match(meaning("handicap"), /EECO12(?! \()/, "a confirmed code says that it is not");
    assert.match(meaning("diploma"), /EECO09 \([^)]+\)/, "an unconfirmed code does not say so");
    for (const item of itemsOf(esf.exit)) assert.ok(columnOf(`esf.exit.${item.id}`) !== undefined, item.id);
  });

  it("holds nothing that was answered after the month", () => {
    const later = sheet({ asked: { person: "2026-12-02" }, answers: { sex: "female" } });
    assert.ok(!("esf.entry.sex" in cells(facts({}, { esf: [later] }))));
    assert.equal(cells(facts({}, { esf: [later] }), "2026-12")["esf.entry.sex"], "female");
  });

  it("counts a signature of the present exit only: who came back and left again signs anew", () => {
    const ended = { how: "lastingJob", door: "comeBack", on: "2026-11-20", by: REFERENT_ID } as const;
    const left = { status: "left", ended } as const;
    const signed = (exitOn: string) => ({ entryOn: ENTERED, exitOn, laterOn: null });
    const again = cells(facts({ ...left, esf: signed("2026-11-12") }));
    assert.deepEqual([again["esfEntrySignedOn"], again["esfExitSignedOn"]], [ENTERED, undefined]);
    assert.equal(cells(facts({ ...left, esf: signed("2026-11-25") }))["esfExitSignedOn"], "2026-11-25");
    assert.equal(cells(facts({ ...left, esf: signed("2026-12-01") }))["esfExitSignedOn"], undefined);
  });

  it("counts actions that were kept, by their dates; nothing of one in which the person did not take part", () => {
    const action = (id: string, over = {}) =>
      ({ id, what: "workshop", state: "done", from: "2026-11-12", until: "2026-11-13", ...over }) as const;
    const actions = [
      action("A1"),
      action("A2", { what: "visit", from: "2026-11-16", until: "2026-11-16" }),
      action("A3", { state: "cancelled" }),
      action("A4", { state: "planned", from: "2026-12-01", until: "2026-12-04" }),
    ];
    const row = cells(facts({}, { actions, bilans: [{ id: "A2", outcome: "didNotShow" }] }));
    assert.deepEqual([row["actionsDone"], row["actionsPlanned"]], [1, 1]);
    assert.deepEqual(row["actionKinds"], ["workshop"]);
    assert.deepEqual(row["actionDates"], ["2026-11-12/2026-11-13", "2026-12-01/2026-12-04"]);
    assert.doesNotMatch(JSON.stringify(row), /visit|didNotShow/);
  });

  it("says an exit, what it was and whether it is positive; whoever leaves later is still there that month", () => {
    const leaving = (how: "lastingJob", on: string): Partial<CaseFile> => ({
      ...{ status: "left", ended: { how, door: "comeBack", on, by: REFERENT_ID } },
    });
    const job = cells(facts(leaving("lastingJob", "2026-11-20")));
    assert.deepEqual(
      [job["status"], job["exitOn"], job["exitKind"], job["exitPositive"]],
      ["left", "2026-11-20", "lastingJob", "no"],
      "only what the exit cell saw the proofs of is positive",
    );
    const decided = { outcome: "exitJob", on: "2026-11-18", review: "R", to: null } as const;
    const proven = cells(facts({ status: "left", decided } as Partial<CaseFile>));
    assert.deepEqual([proven["exitOn"], proven["exitKind"], proven["exitPositive"]], ["2026-11-18", "exitJob", "yes"]);
    const later = cells(facts(leaving("lastingJob", "2026-12-03")));
    assert.deepEqual([later["status"], later["exitOn"], later["exitPositive"]], ["entered", undefined, undefined]);
  });

  it("of a former parcours is that one's, until the month in which it ended", () => {
    const ended = { how: "noNews", door: "comeBack", on: "2026-11-20", by: REFERENT_ID } as const;
    const past = facts(
      {
        status: "left",
        orientedOn: "2026-09-01",
        ended,
        entry: { on: "2026-09-10", noticeOn: "2026-09-10", interpreter: false },
      },
      { isPresent: false },
    );
    assert.ok(isInMonth(past, "2026-10") && isInMonth(past, MONTH), "active until its exit");
    assert.ok(!isInMonth(past, "2026-12"), "counted after it ended");
    assert.equal(cells(past)["exitOn"], "2026-11-20");
    assert.equal(cells(past, "2026-10")["status"], "entered");
  });
});
