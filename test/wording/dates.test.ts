import assert from "node:assert/strict";
import { dayInWords, dayOfInstant, dueInWords, momentInWords, shortDay, timeInWords } from "../../src/wording/dates.ts";

const TODAY = "2026-11-24";

describe("Days and hours in words", () => {
  it("says a day in full, the first of the month as people do", () => {
    assert.equal(dayInWords(TODAY), "24 novembre 2026");
    assert.equal(dayInWords("2026-12-01"), "1er décembre 2026");
    assert.equal(shortDay("2026-12-03", TODAY), "3 décembre");
    assert.equal(shortDay("2027-02-19", TODAY), "19 février 2027");
  });

  it("says the hour where the PLIE is, summer and winter", () => {
    assert.equal(timeInWords("2026-11-24T13:32:00.000Z", "Europe/Paris"), "14 h 32");
    assert.equal(timeInWords("2026-07-24T22:05:00.000Z", "Europe/Paris"), "0 h 05");
    assert.equal(timeInWords("2026-11-24T08:00:00.000Z", "Europe/Paris"), "9 h 00");
  });

  it("puts an instant on the day of the PLIE", () => {
    assert.equal(dayOfInstant("2026-11-24T23:30:00.000Z", "Europe/Paris"), "2026-11-25");
    assert.equal(momentInWords("2026-11-24T08:00:00.000Z", TODAY, "Europe/Paris"), "aujourd'hui à 9 h 00");
    assert.equal(momentInWords("2026-03-12T08:00:00.000Z", TODAY, "Europe/Paris"), "le 12 mars 2026 à 9 h 00");
  });

  it("says what is due in words", () => {
    const said = (on: string): string => dueInWords(on, TODAY);
    assert.deepEqual(["2026-11-22", "2026-11-23", TODAY, "2026-11-25", "2026-11-27", "2026-12-16"].map(said), [
      "En retard de 2 jours",
      "En retard d'un jour",
      "Aujourd'hui",
      "Demain",
      "Dans 3 jours",
      "Avant le 16 décembre",
    ]);
  });
});
