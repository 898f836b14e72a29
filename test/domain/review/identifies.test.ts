/** What would tell of whom a text speaks is found however it is written, and ordinary sentences are left alone. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { namesPerson, type IdentifierKind } from "../../../src/domain/review/identifies.ts";

const PERSON = {
  code: "P-2026-0001",
  givenName: "Amina",
  familyName: "Le Goff-Péron",
  phone: "06 12 34 56 78",
  email: "amina.lg@exemple.fr",
  birthDate: "1984-03-12",
  address: "12 bis rue des Lilas, 21300 Chenôve",
};
type Person = typeof PERSON;

const kinds = (text: string, person: Partial<Person> = {}): readonly IdentifierKind[] =>
  namesPerson({ ...PERSON, ...person }, text).map(({ kind }) => kind);
const found = (text: string, person: Partial<Person> = {}): readonly string[] =>
  namesPerson({ ...PERSON, ...person }, text).map((identifier) => identifier.found);

const QUESTIONS = [
  "Faut-il un relais pour la garde des enfants avant la reprise d'un emploi ?",
  "La personne peut-elle tenir un poste à temps plein, ou vaut-il mieux commencer par une PMSMP de deux semaines ?",
  "Le permis est en cours : l'attendre, ou chercher tout de suite dans les communes desservies par le tram ?",
  "Depuis le 12 mars 2026, trois rendez-vous sur quatre sont tenus. Est-ce assez ?",
  "Comment parler du logement (RDC, 3e étage sans ascenseur) au bailleur ? 450 € de loyer, 12/20 au test.",
  "Quelle rue, quelle place, quelle avenue : elle se repère bien. Peut-on proposer le poste d'agent de quartier ?",
  "Situation 2026-001, déjà vue en 2026 : que faire d'un dos qui fait mal, et d'un an sans emploi ?",
];

describe("What tells of whom a question speaks", () => {
  it("finds each part of a name, whatever its case, accents, hyphens and spaces", () => {
    for (const text of [
      "AMINA",
      "L'avis d'amina",
      "amîna.",
      "Mme Goff",
      "mme LE GOFF",
      "Legoff-peron",
      "Peron",
      "Pe\u0301ron",
      "A\u00ADmina",
    ])
      assert.deepEqual(kinds(`Quel projet pour ${text} ?`), ["name"], text);
    assert.deepEqual(found("Quel projet pour Amina Le Goff-Péron ?"), ["Amina Le Goff-Péron"]);
    assert.deepEqual(kinds("Quel projet pour N'Diaye ?", { familyName: "Ndiaye" }), ["name"]);
    assert.deepEqual(kinds("Quel projet pour ndiaye ?", { familyName: "N'Diaye" }), ["name"]);
    assert.deepEqual(kinds("Quel projet pour jean pierre ?", { givenName: "Jean-Pierre" }), ["name"]);
    assert.deepEqual(kinds("Quel projet pour Jean‑Pierre ?", { givenName: "Jeanpierre" }), ["name"]);
  });

  it("never takes a longer word, a neighbour of one letter or a little word for a name", () => {
    for (const text of ["Aminata", "la mairie", "le", "les", "Legoffic", "minaudière"])
      assert.deepEqual(kinds(`Quel lien avec ${text} ?`, { givenName: "Marie", familyName: "Le Goff" }), [], text);
    assert.deepEqual(kinds("De quoi vit-on, et où ? La vie est chère.", { givenName: "D.", familyName: "Lavie" }), []);
  });

  it("a name that is a little word is found where it is written as a name", () => {
    const person = { givenName: "Linh", familyName: "An" };
    assert.deepEqual(kinds("Depuis un an, que fait-on ?", person), []);
    assert.deepEqual(kinds("Que propose-t-on à Mme An ?", person), ["name"]);
  });

  it("finds the telephone, whatever separates its digits, with its prefix or without", () => {
    for (const phone of [
      "0612345678",
      "06.12.34.56.78",
      "06-12-34-56-78",
      "+33 6 12 34 56 78",
      "+33(0)612345678",
      "0033 6 12 34 56 78",
      "06/12/34/56/78",
      "06 12 34 56 78",
      "6 12 34 56 78",
    ])
      assert.deepEqual(kinds(`Joignable au ${phone}.`), ["phone"], phone);
    assert.deepEqual(found("Au +33 (0)6 12 34 56 78, le soir."), ["+33 (0)6 12 34 56 78"]);
    assert.deepEqual(kinds("Joignable au 06 12 34 56 79."), []);
    assert.deepEqual(kinds("Sœur : 06 98 76 54 32."), []);
  });

  it("finds the e-mail", () => {
    for (const email of [
      "amina.lg@exemple.fr",
      "AMINA.LG@EXEMPLE.FR",
      "amina.lg (at) exemple.fr",
      "amina.lg arobase exemple.fr",
    ])
      assert.ok(kinds(`Écrire à ${email}.`).includes("email"), email);
    assert.deepEqual(kinds("Écrire à accueil@exemple.fr."), []);
  });

  it("finds the birth date in every usual writing, and no other day", () => {
    for (const day of [
      "12/03/1984",
      "12/3/84",
      "12.03.1984",
      "12-03-1984",
      "12 03 1984",
      "1984-03-12",
      "12 mars 1984",
      "12 MARS 84",
      "12031984",
      "12 / 03 / 1984",
    ])
      assert.deepEqual(kinds(`Vu le ${day} : que faire ?`), ["birthDate"], day);
    const first = { birthDate: "1990-08-01" };
    for (const day of ["1er août 1990", "1 aout 90", "01/08/1990"])
      assert.deepEqual(kinds(day, first), ["birthDate"], day);
    for (const day of ["12 mars 2026", "112/03/1984", "12/03/19845", "en 1984", "le 12 mars", "13/03/1984"])
      assert.deepEqual(kinds(`Vu le ${day}.`), [], day);
  });

  it("finds the address: number and street, street alone, postal code with its commune", () => {
    for (const place of [
      "12 bis rue des Lilas",
      "12bis, r. des lilas",
      "rue des Lilas",
      "RUE DES LILAS",
      "21300 Chenôve",
      "21300 chenove",
    ])
      assert.deepEqual(kinds(`Vit ${place}, est-ce loin ?`), ["address"], place);
    for (const place of ["rue des Tilleuls", "un bouquet de lilas", "12 rue de la Liberté", "la rue", "Chenôve"])
      assert.deepEqual(kinds(`Vit ${place}, est-ce loin ?`), [], place);
    const other = { address: "3 av. du Gal de Gaulle 21000 Dijon" };
    assert.deepEqual(kinds("Près du 3 avenue du Général de Gaulle ?", other), ["address"]);
    assert.deepEqual(kinds("Une demande à la mission locale de Dijon ?", other), []);
    assert.deepEqual(kinds("Au foyer Les Glycines ?", { address: "Foyer les Glycines" }), ["address"]);
  });

  it("finds the participant's code, and takes the label of a review for none", () => {
    for (const code of ["P-2026-0001", "p 2026 1", "P2026-0001", "P.2026.0001"])
      assert.deepEqual(kinds(code), ["code"], code);
    for (const code of ["2026-001", "Situation 2026-0001", "P-2026-0012", "P-2025-0001", "AP-2026-0001"])
      assert.deepEqual(kinds(code), [], code);
  });

  it("finds what is written so as not to be found", () => {
    for (const text of [
      "A\u200Bmi\u2060na",
      "A\u3164mi\u2800na",
      "\u0410mina",
      "A.m.i.n.a",
      "A m i n a",
      "Ami-\nna",
      "AminaLeGoffPéron",
      "le_goff_péron_amina",
      "Amina84",
    ])
      assert.deepEqual([...new Set(kinds(`Quel projet pour ${text} ?`))], ["name"], text);
    for (const [typed, familyName] of [
      ["Lukasz", "Łukasz"],
      ["Sorensen", "Sørensen"],
      ["Dang", "Đặng"],
      ["Strasse", "Straße"],
      ["Kilic", "Kılıç"],
    ] as const)
      assert.deepEqual(kinds(`Quel projet pour ${typed} ?`, { familyName }), ["name"], typed);
    for (const phone of [
      "06•12•34•56•78",
      "06|12|34|56|78",
      "06 12\n34 56 78",
      "O6 I2 34 56 78",
      "\u0660\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668",
      "zéro six douze trente-quatre cinquante-six soixante-dix-huit",
      "06 douze 34 cinquante six 78",
    ])
      assert.deepEqual(kinds(`Joignable au ${phone}.`), ["phone"], phone);
    for (const day of [
      "douze mars 1984",
      "12 mars mille neuf cent quatre-vingt-quatre",
      "Douze Mars quatre vingt quatre",
      "12 mars, en 1984",
      "12|03|1984",
      "12 • 3 • 84",
    ])
      assert.deepEqual(kinds(`Le ${day} : que faire ?`), ["birthDate"], day);
    assert.deepEqual(kinds("premier août deux mille un", { birthDate: "2001-08-01" }), ["birthDate"]);
    assert.ok(kinds("amina.lg arobase exemple point fr").includes("email"));
  });

  it("leaves numbers in words and letters one by one alone", () => {
    for (const text of [
      "Douze rendez-vous en mars, trente-quatre heures, cinquante-six jours ?",
      "R. S. A., C. A. F., A. A. H. : quels droits ?",
      "Le 12, le 3 et le 84 : trois bus.",
    ])
      assert.deepEqual(kinds(text), [], text);
  });

  it("leaves ordinary questions alone", () => {
    for (const text of QUESTIONS) assert.deepEqual(namesPerson(PERSON, text), [], text);
  });

  it("leaves a text alone where nothing is recorded", () => {
    const nobody = {
      ...PERSON,
      givenName: "",
      familyName: " ",
      phone: null,
      email: null,
      birthDate: null,
      address: null,
    };
    for (const text of [...QUESTIONS, "Amina, 06 12 34 56 78"]) assert.deepEqual(namesPerson(nobody, text), [], text);
  });
});

/** Letters that no word of the questions is made of. */
const syllable = fc.constantFrom("zab", "kéo", "oum", "tchi", "wëz", "yùk", "çop", "xav");
const word = fc.array(syllable, { minLength: 2, maxLength: 3 }).map((all) => all.join(""));
const name = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .chain((words) => fc.constantFrom(" ", "-", "'", "’").map((separator) => words.join(separator)));
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(""));
const phone = fc.tuple(fc.constantFrom("6", "7", "3"), digits(8)).map(([first, rest]) => `0${first}${rest}`);
const day = fc
  .date({ min: new Date("1930-01-01"), max: new Date("2010-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const street = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.constantFrom("rue", "avenue", "impasse"), word);
const anyPerson = fc
  .record({ givenName: name, familyName: name, phone, birthDate: day, street })
  .map(({ street: [number, kind, of], ...rest }) => ({
    ...PERSON,
    ...rest,
    email: `${of}${number}@exemple.fr`,
    address: `${number} ${kind} de ${of}, 21000 Dijon`,
  }));

const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize("NFD"),
  (text) => text.normalize("NFD").replace(/\p{M}/gu, ""),
];
const MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" ");
const DAYS: readonly ((year: string, month: string, date: string) => string)[] = [
  (year, month, date) => `${date}/${month}/${year}`,
  (year, month, date) => `${Number(date)}.${Number(month)}.${year.slice(2)}`,
  (year, month, date) => `${year}-${month}-${date}`,
  (year, month, date) => `${Number(date)} ${MONTHS[Number(month) - 1] ?? ""} ${year}`,
];
const PHONES: readonly ((phone: string) => string)[] = [
  (typed) => typed,
  (typed) => typed.replace(/(..)(?=.)/gu, "$1 "),
  (typed) => typed.replace(/(..)(?=.)/gu, "$1."),
  (typed) => `+33 ${typed.slice(1)}`,
  (typed) => `+33 (0)${typed.slice(1)}`,
];

describe("Whoever the person is", function () {
  this.timeout(60_000);

  const around = fc.constantFrom(...QUESTIONS);
  const spelling = fc.constantFrom(...SPELLINGS);

  it("any spelling of any identifier is found, wherever it stands in a question", () => {
    const variant = fc
      .tuple(anyPerson, spelling, fc.constantFrom(...DAYS), fc.constantFrom(...PHONES))
      .chain(([person, spell, days, phones]) => {
        const [year = "", month = "", date = ""] = person.birthDate.split("-");
        const [street = ""] = person.address.split(",");
        const written: readonly (readonly [IdentifierKind, string])[] = [
          ["name", spell(person.givenName)],
          ["name", spell(person.familyName)],
          ["name", spell(person.familyName.replace(/[-' ’]/gu, "-"))],
          ["name", spell(person.familyName.replace(/[-' ’]/gu, ""))],
          ["phone", phones(person.phone)],
          ["email", spell(person.email)],
          ["birthDate", spell(days(year, month, date))],
          ["address", spell(street)],
        ];
        return fc.constantFrom(...written).map(([kind, text]) => ({ person, kind, text }));
      });
    fc.assert(
      fc.property(variant, around, around, ({ person, kind, text }, before, after) => {
        assert.ok(namesPerson(person, `${before} ${text}, ${after}`).some((identifier) => identifier.kind === kind));
      }),
      { numRuns: 600 },
    );
  });

  it("an ordinary question that holds none of it is never refused", () => {
    fc.assert(
      fc.property(anyPerson, around, spelling, (person, text, spell) => {
        assert.deepEqual(namesPerson(person, spell(text)), []);
      }),
      { numRuns: 400 },
    );
  });

  it("what is found is what is to be taken out: without it, nothing more is found", () => {
    fc.assert(
      fc.property(anyPerson, around, (person, text) => {
        const question = `${text} ${person.givenName} ${person.familyName}, ${person.phone}`;
        const without = namesPerson(person, question).reduce(
          (left, identifier) => left.replaceAll(identifier.found, "…"),
          question,
        );
        assert.deepEqual(namesPerson(person, without), []);
      }),
    );
  });
});
