import assert from "node:assert/strict";
import { nextStep, type Reachable } from "../../../src/domain/outreach/next-step.ts";
import { ATTEMPT_WAYS } from "../../../src/domain/participant/clock-facts.ts";
import type { AttemptResult, AttemptWay } from "../../../src/domain/outreach/records.ts";
import { messageToAdapt } from "../../../src/wording/outreach.ts";

const reachable = (changes: Partial<Reachable> = {}): Reachable => ({
  phone: "06 12 34 56 78",
  email: "a@example.org",
  address: "1 rue des Lilas",
  prescriber: "Mission locale",
  reach: null,
  ...changes,
});
const tried = (...attempts: [AttemptWay, AttemptResult][]) => attempts.map(([way, result]) => ({ way, result }));
const wayAfter = (changes: Partial<Reachable>, ...attempts: [AttemptWay, AttemptResult][]): AttemptWay =>
  nextStep(reachable(changes), tried(...attempts)).way;

describe("The next step to meet someone", () => {
  it("begins as the person wants to be reached, else by a call", () => {
    assert.equal(wayAfter({}), "call");
    assert.equal(wayAfter({ reach: { noMessage: false, way: "email" } }), "email");
  });

  it("is a way that was not tried yet, among those that are known", () => {
    assert.equal(wayAfter({}, ["call", "noAnswer"]), "sms");
    assert.equal(wayAfter({ phone: null, email: null }, ["letter", "message"]), "visit");
    assert.equal(wayAfter({ phone: null, email: null, address: null, prescriber: null }), "visit");
  });

  it("leaves no text message where none is wanted, and follows no number or address that is wrong", () => {
    assert.equal(wayAfter({ reach: { noMessage: true, way: null } }, ["call", "noAnswer"]), "letter");
    const { way, wrong } = nextStep(reachable(), tried(["call", "wrongContact"]));
    assert.deepEqual([way, wrong], ["letter", ["phone"]]);
    assert.equal(wayAfter({}, ["call", "spoke"], ["call", "wrongContact"]), "sms", "the number was put right since");
  });

  it("leaves time first, where a message waits for its answer or the person said not now", () => {
    assert.equal(nextStep(reachable(), tried(["sms", "message"])).wait, "answer");
    assert.equal(nextStep(reachable(), tried(["call", "notNow"])).wait, "later");
    assert.equal(nextStep(reachable(), tried(["call", "noAnswer"])).wait, null);
  });
});

describe("Words of a message to adapt", () => {
  const by = {
    givenName: "Amina",
    referent: "Basile Tilleul",
    plie: "PLIE de Dijon",
    orientedOn: "2026-11-02",
    reach: null,
  };

  for (const way of ATTEMPT_WAYS)
    it(`say who writes, press nobody, and nothing of the person's situation (${way})`, () => {
      const { text } = messageToAdapt(way, by);
      assert.match(text, /Basile Tilleul/);
      assert.doesNotMatch(text, /RSA|frein|sanction|obligat|radi|convocation|dernier rappel|emploi|insertion/i);
    });

  for (const way of ["call", "sms", "email"] as const)
    it(`tell a third person who reads or hears them nothing of why (${way})`, () =>
      assert.doesNotMatch(messageToAdapt(way, by).text, /PLIE|accompagnement|orient/));

  it("are not left on an answering machine where no message is wanted", () =>
    assert.match(messageToAdapt("call", { ...by, reach: { noMessage: true, way: null } }).text, /Pas de message/));
});
