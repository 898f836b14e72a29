import assert from "node:assert/strict";
import fc from "fast-check";
import * as typed from "../../../src/domain/participant/typed.ts";
import { addDays } from "../../../src/domain/participant/days.ts";
import { participantCodeOf } from "../../../src/domain/participant/codes.ts";
import { TODAY } from "../../support/builders.ts";

const said = (parsed: typed.Parsed<unknown, string>): unknown => (parsed.ok ? parsed.value : parsed.problem);
const birth = (text: string) => said(typed.birthDateFrom(text, TODAY));
const recent = (text: string, notBefore?: string) => said(typed.recentDayFrom(text, TODAY, notBefore));
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(TODAY, -count));

describe("a birth date as people write it", () => {
  it("is understood in the French ways and in the ISO one", () => {
    for (const text of [
      "12/03/1984",
      "12-3-1984",
      "12.03.1984",
      "12 03 1984",
      " 12 / 3 / 1984 ",
      "1984-03-12",
      "12 mars 1984",
      "le 12 Mars 1984",
      "lundi 12 mars 1984",
      "１２/03/1984",
    ])
      assert.equal(birth(text), "1984-03-12", text);
    for (const text of ["1er février 1990", "1 févr. 1990", "01/02/1990", "1 fevrier 1990"])
      assert.equal(birth(text), "1990-02-01", text);
    assert.equal(birth("15 août 2000"), "2000-08-15");
    assert.equal(birth("29/02/2000"), "2000-02-29");
  });

  it("must exist in the calendar", () => {
    for (const text of [
      "31/02/1984",
      "29/02/1900",
      "00/01/1984",
      "12/13/1984",
      "12 brumaire 1984",
      "mars 1984",
      "hier",
      "12031984",
      "${1+1}",
    ])
      assert.equal(birth(text), "notADate", text);
  });

  it("asks for the year in full: 24 may be 1924 or 2024", () => {
    assert.equal(birth("12-3-84"), "yearOnTwoDigits");
    assert.equal(birth("12 mars 24"), "yearOnTwoDigits");
    assert.equal(birth("31/02/84"), "notADate");
  });

  it("is neither in the future, nor in 1850, nor over 110 years ago; empty is to be completed", () => {
    assert.equal(birth("25/11/2026"), "inTheFuture");
    assert.equal(birth("24/11/2026"), TODAY);
    assert.equal(birth("01/01/1850"), "tooLongAgo");
    assert.equal(birth("23/11/1916"), "tooLongAgo");
    assert.equal(birth("24/11/1916"), "1916-11-24");
    assert.equal(birth("01/01/0084"), "tooLongAgo");
    assert.equal(birth("  "), "empty");
  });

  it("reads back any day written day/month/year, and never throws", () => {
    fc.assert(fc.property(anyDay, (day) => assert.equal(birth(day.split("-").reverse().join("/")), day)));
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void typed.birthDateFrom(text, TODAY)));
  });
});

describe("a date of the parcours", () => {
  it("takes a year on two digits, today and yesterday", () => {
    assert.equal(recent("2/11/26"), "2026-11-02");
    assert.equal(recent("Aujourd’hui"), TODAY);
    assert.equal(recent("aujourd'hui"), TODAY);
    assert.equal(recent("hier"), "2026-11-23");
  });

  it("is refused in the future, before the date it must follow, or ten years ago", () => {
    assert.equal(recent("25/11/2026"), "inTheFuture");
    assert.equal(recent("01/11/2026", "2026-11-02"), "tooEarly");
    assert.equal(recent("02/11/2026", "2026-11-02"), "2026-11-02");
    assert.equal(recent("02/11/1926"), "tooLongAgo");
    assert.equal(recent("demain"), "notADate");
    assert.equal(recent(""), "empty");
  });
});

describe("ways to reach a person", () => {
  it("a French number in any spacing is one number", () => {
    for (const text of [
      "0612345678",
      "06 12 34 56 78",
      "06.12.34.56.78",
      "06-12-34-56-78",
      "+33 6 12 34 56 78",
      "+33 (0)6 12 34 56 78",
      "0033612345678",
      "(06) 12/34/56/78",
    ])
      assert.deepEqual(said(typed.phoneFrom(text)), { typed: text, dialled: "+33612345678" }, text);
  });

  it("a foreign number needs its country code, and what is no number is refused", () => {
    const abroad = typed.phoneFrom("+212 6 12 34 56 78");
    assert.equal(abroad.ok && abroad.value.dialled, "+212612345678");
    for (const text of ["061234567", "06123456789", "0012", "+33 12", "appeler sa mère", "=06", "1".repeat(60)])
      assert.equal(said(typed.phoneFrom(text)), "notAPhone", text);
    assert.equal(said(typed.phoneFrom(" ")), "empty");
  });

  it("an e-mail address looks like one", () => {
    assert.equal(said(typed.emailFrom(" a.b+c@exemple.fr ")), "a.b+c@exemple.fr");
    for (const text of [
      "a",
      "a@b",
      "a@b.",
      "a b@c.fr",
      "a@b@c.fr",
      "<at>tous</at>@x.fr",
      "[x](javascript:1)@x.fr",
      `${"a".repeat(250)}@x.fr`,
    ])
      assert.equal(said(typed.emailFrom(text)), "notAnEmail", text);
    assert.equal(said(typed.emailFrom("")), "empty");
  });
});

describe("a name", () => {
  it("keeps the person's own spelling, without what cannot be seen", () => {
    assert.equal(said(typed.personNameFrom("  Zoé\u0000  d’Hébert\n-Ñu ")), "Zoé d’Hébert -Ñu");
    assert.equal(said(typed.personNameFrom("محمد")), "محمد");
    assert.equal(said(typed.personNameFrom("\u0007 ")), "empty");
  });

  it("has at most 80 characters as a person counts them", () => {
    assert.equal(said(typed.personNameFrom("😀".repeat(80))), "😀".repeat(80));
    assert.equal(said(typed.personNameFrom("é".repeat(81))), "tooLong");
  });
});

describe("a participant's code", () => {
  it("is understood however its parts are separated", () => {
    for (const text of [
      "P-2026-0001",
      "p 2026 1",
      "p20260001",
      "P 2026-1",
      "2026-1",
      "p–2026–0001",
      "p.2026.01",
      " P_2026_1 ",
    ])
      assert.equal(typed.participantCodeFrom(text), "P-2026-0001", text);
    assert.equal(typed.participantCodeFrom("p 2026 12345"), "P-2026-12345");
    assert.equal(typed.participantCodeFrom("p 7", 2026), "P-2026-0007");
    assert.equal(typed.participantCodeFrom("7", 2026), "P-2026-0007");
  });

  it("never guesses a digit", () => {
    for (const text of [
      "p 7",
      "P-2O26-0001",
      "P-2026-000l",
      "p20261",
      "p 202 1",
      "p 2026 0",
      "p 2026",
      "20260001",
      "p 2026 1234567",
      "q 2026 1",
      "",
      "p 2026 1 2",
    ])
      assert.equal(typed.participantCodeFrom(text), undefined, text);
  });

  it("reads back every code, and two different codes are never taken for one another", () =>
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 999_999 }), (year, count) => {
        const code = participantCodeOf(year, count);
        assert.equal(typed.participantCodeFrom(code), code);
        assert.equal(typed.participantCodeFrom(`p ${year} ${count}`), code);
        assert.equal(typed.participantCodeFrom(code.toLowerCase().replaceAll("-", "")), code);
      }),
    ));
});
