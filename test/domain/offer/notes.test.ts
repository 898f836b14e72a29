import assert from "node:assert/strict";
import { noteFrom, stateAfter, weeksFrom } from "../../../src/domain/offer/notes.ts";

describe("A delay as people type it", () => {
  const right: Readonly<Record<string, number>> = {
    "3": 3,
    " 3 semaines ": 3,
    "3 sem.": 3,
    "3semaines": 3,
    "une semaine": 1,
    Douze: 12,
    "104": 104,
    "３": 3,
  };
  for (const [typed, weeks] of Object.entries(right))
    it(`« ${typed} » is ${weeks} weeks`, () => {
      assert.deepEqual(weeksFrom(typed), { ok: true, value: weeks });
    });

  const wrong: Readonly<Record<string, string>> = {
    "": "empty",
    "   ": "empty",
    "0": "notWeeks",
    zéro: "notWeeks",
    "-3": "notWeeks",
    "1,5": "notWeeks",
    "1.5": "notWeeks",
    "2 mois": "notWeeks",
    "3 semaines au moins": "notWeeks",
    longtemps: "notWeeks",
    "!": "notWeeks",
    "105": "tooManyWeeks",
    "99999999999": "notWeeks",
  };
  for (const [typed, problem] of Object.entries(wrong))
    it(`« ${typed} » is ${problem}`, () => {
      assert.deepEqual(weeksFrom(typed), { ok: false, problem });
    });

  it("is asked for a delay alone: what is typed beside something else is left aside", () => {
    assert.deepEqual(noteFrom({ service: "s", what: "full", weeks: "longtemps" }).said, {
      service: "s",
      what: "full",
      weeks: null,
    });
    assert.deepEqual(noteFrom({ service: "", what: "delay", weeks: "" }).problems, {
      service: "missing",
      weeks: "empty",
    });
    assert.deepEqual(noteFrom({ service: "s", what: "closed", weeks: "" }).problems, { what: "missing" });
  });
});

describe("What a confirmed note changes of a service", () => {
  const note = (what: "full" | "unreachable" | "delay" | "available", weeks: number | null = null) => ({
    service: "s",
    what,
    weeks,
  });
  const record = { places: 4, waitingDays: 14 };
  const after = (said: ReturnType<typeof note>, before?: ReturnType<typeof stateAfter>) => {
    const { places, waitingDays, reachable, edition } = stateAfter(said, before, record, "2026-11-24");
    return { places, waitingDays, reachable, edition };
  };

  it("starts from what the record says, and says one thing more", () => {
    assert.deepEqual(after(note("full")), { places: 0, waitingDays: 14, reachable: true, edition: 1 });
    assert.deepEqual(after(note("delay", 3)), { places: 4, waitingDays: 21, reachable: true, edition: 1 });
    assert.deepEqual(after(note("unreachable")), { places: 4, waitingDays: 14, reachable: false, edition: 1 });
  });

  it("goes on from what was confirmed, and « à nouveau disponible » forgets places and delay", () => {
    const full = stateAfter(note("full"), undefined, record, "2026-11-20");
    const lost = stateAfter(note("unreachable"), full, record, "2026-11-21");
    assert.deepEqual(after(note("delay", 2), lost), { places: 0, waitingDays: 14, reachable: true, edition: 3 });
    assert.deepEqual(after(note("available"), lost), { places: null, waitingDays: null, reachable: true, edition: 3 });
    assert.equal(lost.confirmedOn, "2026-11-21");
  });
});
