import assert from "node:assert/strict";
import { presentConflict, presentSituation } from "../../bot/presenters/index.ts";
import { presentRetry } from "../../bot/presenters/retry.ts";
import { quiet } from "../../bot/screens.ts";
import { renderCard } from "../../cards/index.ts";
import type { TypedInputs } from "../../src/domain/diagnostic/assessment.ts";
import { FACT_IDS, FACTS, NOTHING_ASKED } from "../../src/domain/suggestion/facts.ts";
import { inputsFromSituation, SITUATION_FIELDS } from "../../src/domain/suggestion/situation-from-inputs.ts";
import { factLabels } from "../../src/wording/situation-facts.ts";
import { anIdentity, NOW, REFERENT_ID } from "../support/builders.ts";
import { aCaseForm, aDossier, aForm, aReader, versioned } from "../support/a-view.ts";
import { inputsOf } from "../cards/reading.ts";
import { checked } from "./checked.ts";

const code = "P-2026-0001";
const blank = inputsFromSituation(NOTHING_ASKED);
const situation = (typed: TypedInputs = {}, check = false) =>
  checked(
    presentSituation(
      { screen: "situation", code, back: "sheet", check, ...quiet },
      aCaseForm("situation", { ...blank, ...typed }),
      aReader(),
    ),
    "situation",
  );

describe("Situation as it is shown", () => {
  it("asks each fact once, by the name that every other screen gives it, and each answer that it may have", () => {
    const fields = inputsOf(renderCard("situation", situation()).card).filter(({ id }) => id !== "whole");
    assert.deepEqual(fields.map(({ id }) => id).sort(), [...SITUATION_FIELDS].sort());
    for (const field of SITUATION_FIELDS)
      assert.equal(fields.find(({ id }) => id === field)?.label, factLabels[field], field);
    for (const fact of FACT_IDS)
      assert.deepEqual(
        situation().choices[fact].map(({ value }) => value),
        ["notAsked", ...FACTS[fact]],
        fact,
      );
  });

  it("shows what was typed again to the letter, and says what to mend only once asked to record", () => {
    const typed = { rsa: "declined", rightToWorkUntil: "31/02/2027 ${1+1}" };
    assert.deepEqual(situation(typed).problems, {});
    assert.equal(situation(typed).fields.rightToWorkUntil, typed.rightToWorkUntil);
    assert.equal(situation(typed).fields.rsa, "declined");
    assert.deepEqual(Object.keys(situation(typed, true).problems), ["rightToWorkUntil"]);
    assert.match(situation({ rsa: "peut-être" }, true).problems.rsa ?? "", /une réponse de la liste/);
    assert.deepEqual(situation({}, true).problems, {}, "something is obligatory");
  });

  it("shows two versions that differ in everything, in words, on one card that Teams takes", () => {
    const first = Object.fromEntries(FACT_IDS.map((fact) => [fact, FACTS[fact][0]]));
    const inputs = { ...Object.fromEntries(FACT_IDS.map((fact) => [fact, ""])), rightToWorkUntil: "9".repeat(100_000) };
    const attempt = versioned({
      kind: "draft",
      schemaVersion: 1,
      id: "conflict.x",
      form: "conflict",
      code,
      aboutHealth: false,
      inputs,
      by: REFERENT_ID,
      at: NOW,
    } as const);
    const form = aForm("situation", { ...blank, ...first, rightToWorkUntil: "31/08/2027" });
    const screen = { screen: "conflict", code, about: "situation", ...quiet } as const;
    const data = { dossier: aDossier(), identity: anIdentity(), attempt, form };
    const { fields } = checked(presentConflict(screen, data, aReader()), "conflict");
    assert.equal(fields.length, SITUATION_FIELDS.length);
    assert.ok(fields.slice(0, FACT_IDS.length).every(({ yours }) => yours === "Pas demandé"));
    assert.ok(
      fields.every(({ recorded }) => recorded !== "yes" && recorded !== "nobody" && recorded !== "Pas demandé"),
    );
  });

  it("gives back the date that could not be kept, and sends the answers again with it", () => {
    const data = { code, rev: "new~new", whole: "true", rsa: "yes", rightToWorkUntil: "31/08/2027" };
    const shown = presentRetry("situation.save", data, { reference: "r", busy: false });
    assert.ok(shown !== null);
    const model = checked(shown, "retry");
    assert.deepEqual(
      model.fields.map(({ label, value }) => [label, value]),
      [[factLabels.rightToWorkUntil, "31/08/2027"]],
    );
    assert.equal(model.data["rsa"], "yes");
  });
});
