/** Which ESF+ questionnaires are asked, what is missing, when they can be signed, and what is suggested. */
import assert from "node:assert/strict";
import { suggestionFor, type Known } from "../../../src/domain/esf/prefill.ts";
import type { EsfStage } from "../../../src/domain/esf/codes.ts";
import { itemsOf } from "../../../src/domain/esf/questionnaire.ts";
import { signatureFrom } from "../../../src/domain/esf/signature.ts";
import { awaitsEntrySheet, esfStage, esfStages, isOpenOn, sheetStanding } from "../../../src/domain/esf/standing.ts";
import type { CaseFile } from "../../../src/domain/participant/case-file.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../../src/domain/suggestion/facts.ts";
import { ESF } from "../../support/an-esf-sheet.ts";
import { aCase, anIdentity } from "../../support/builders.ts";

const left = (overrides: Partial<CaseFile> = {}): CaseFile =>
  aCase({ status: "left", ended: { how: "lastingJob", door: "comeBack", on: "2027-01-31", by: "x" }, ...overrides });
const opening = (head: CaseFile) => esfStages(head, 6).map(({ opensOn }) => opensOn);

describe("ESF+ questionnaires", () => {
  it("are asked from the entry, from the exit, and six months after it; never before the first interview", () => {
    assert.deepEqual(opening(aCase({ entry: null, status: "oriented" })), [null, null, null]);
    assert.deepEqual(opening(aCase()), ["2026-11-16", null, null]);
    assert.deepEqual(opening(left()), ["2026-11-16", "2027-01-31", "2027-07-31"]);
    assert.deepEqual(opening(aCase({ status: "cancelled" })), [null, null, null]);
    assert.ok(!isOpenOn(esfStage(left(), "later", 6), left(), "2027-07-30"), "asked before six months");
    assert.ok(isOpenOn(esfStage(left(), "later", 6), left(), "2027-07-31"));
    const dead = left({ ended: { how: "death", door: "none", on: "2027-01-31", by: "x" } });
    for (const standing of esfStages(dead, 6)) assert.ok(!isOpenOn(standing, dead, "2028-01-01"), standing.stage);
    assert.ok(!awaitsEntrySheet(dead) && awaitsEntrySheet(aCase()));
  });

  it("ask again at the next exit what was signed for a former one", () => {
    const esf = { entryOn: "2026-11-17", exitOn: "2026-12-20", laterOn: null };
    assert.equal(esfStage(left({ esf }), "exit", 6).signedOn, null);
    assert.equal(esfStage(left({ esf: { ...esf, exitOn: "2027-02-03" } }), "exit", 6).signedOn, "2027-02-03");
    const asked = { work: "2026-12-20", training: "2027-02-02" };
    const answers = { employment: "no", seeking: "yes", training: "no", qualification: "no" };
    const { blocks, state } = sheetStanding(esfStage(left(), "exit", 6), ESF.exit, { answers, asked });
    assert.deepEqual([blocks.map((one) => one.state), state], [["again", "done"], "begun"]);
  });

  it("are signed once complete, between the last answer and today", () => {
    const signed = (answers: Record<string, string>, on: string) => {
      const asked = { work: "2027-02-02", training: "2027-02-03" };
      const read = signatureFrom(
        on,
        sheetStanding(esfStage(left(), "exit", 6), ESF.exit, { answers, asked }),
        "2027-02-10",
      );
      return read.ok ? read.on : read.problem;
    };
    const complete = { employment: "no", seeking: "yes", training: "no", qualification: "no" };
    assert.equal(signed(complete, "03/02/2027"), "2027-02-03");
    assert.equal(signed(complete, "02/02/2027"), "beforeAnswers");
    assert.equal(signed(complete, "30/01/2027"), "beforeOpening");
    assert.equal(signed(complete, "11/02/2027"), "inTheFuture");
    assert.equal(signed(complete, "31/02/2027"), "notADate");
    assert.equal(signed({ ...complete, employment: "yes" }, "03/02/2027"), "incomplete");
  });
});

describe("What ESF+ questionnaires suggest", () => {
  const known = (facts: Partial<SituationFacts>, head: CaseFile = aCase()): Known => ({
    ...{ identity: anIdentity({ birthDate: "1984-03-12", commune: "21166" }), head, exitNews: null },
    situation: { ...NOTHING_ASKED, ...facts },
  });
  const suggested = (stage: EsfStage, from: Known) =>
    Object.fromEntries(
      itemsOf(ESF[stage]).flatMap((item) => {
        const found = suggestionFor(item, from);
        return found === null ? [] : [[item.id, [found.answer, found.source]]];
      }),
    );
  const identity = { birthDate: ["1984-03-12", "identity"], commune: ["21166", "identity"] };

  it("comes from what was said, with where it was said; nothing where it was declined, unknown or not asked", () => {
    assert.deepEqual(suggested("entry", known({})), identity);
    const vague = { franceTravail: "unknown", rsa: "declined", rqth: "declined", diploma: "declined" } as const;
    assert.deepEqual(suggested("entry", known(vague)), identity);
    const said = { seeksWork: "yes", lastJob: "PLUS_DEUX_ANS", rsa: "yes", aah: "yes", diploma: "NV5" } as const;
    assert.deepEqual(suggested("entry", known(said)), {
      ...identity,
      labour: ["unemployed", "situation"],
      withoutWork: ["twoYearsAndMore", "situation"],
      minima: [["rsa", "aah"], "situation"],
      diploma: ["NV5", "situation"],
    });
  });

  it("of a sensitive item is a status alone, and none once the person took back that their health be noted", () => {
    const sensitive = itemsOf(ESF.entry).filter((item) => item.sensitive && item.prefill !== undefined);
    assert.deepEqual(
      sensitive.map(({ id }) => id),
      ["handicap"],
    );
    assert.deepEqual(suggested("entry", known({ rqth: "yes" })).handicap, ["yes", "situation"]);
    assert.equal(suggested("entry", known({ rqth: "yes" }, aCase({ health: "withdrawn" }))).handicap, undefined);
    assert.equal(suggested("entry", known({ rqth: "requested" })).handicap, undefined);
  });

  it("at the exit is how the parcours ended, or what the cell decided", () => {
    assert.deepEqual(suggested("exit", known({}, left())), {
      employment: ["yes", "ending"],
      duration: ["sixMonths", "ending"],
    });
    const decided = { review: "2027-001", outcome: "exitTraining", to: null, on: "2027-01-31", by: "x" } as const;
    assert.deepEqual(suggested("exit", known({}, left({ ended: null, decided }))), { training: ["yes", "cell"] });
    const later = { ...known({}, left()), exitNews: { still: "no" } } as const;
    assert.deepEqual(suggested("later", later), { employment: ["no", "exitNews"] });
  });
});
