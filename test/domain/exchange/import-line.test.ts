/** One line of a file, as spreadsheets and other software leave it: what is taken, what is mended and shown, and what is refused with what to do. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readLine, type LineContext } from "../../../src/domain/exchange/import-line.ts";
import { importMapping } from "../../../src/domain/exchange/import-mapping.ts";
import { readTitles } from "../../../src/domain/exchange/import-titles.ts";
import { lineProblemWords, lineWarningWords } from "../../../src/wording/import-people.ts";

const mapping = importMapping.parse(JSON.parse(readFileSync("config/papers/import.json", "utf8")));
const TITLES = [
  ...["N° dossier", "Nom", "Prénom", "Référent", "Date de naissance", "Code postal", "Commune", "Téléphone"],
  ...["E-mail", "Date d'orientation", "Volontaire"],
];
const PERSON: Readonly<Record<string, string>> = {
  ...{ "N° dossier": "A1", Nom: "Martin", Prénom: "Anne", Référent: "Basile Tilleul" },
  ...{ "Date de naissance": "12/03/1984", Commune: "Dijon", "Date d'orientation": "02/11/2026" },
};

describe("A line of a file", () => {
  const titles = readTitles(TITLES, mapping);
  assert.ok(titles.ok);
  const context: LineContext = {
    ...{ mapping, columns: titles.columns, prescribers: [], today: "2026-11-27" },
    communes: [{ insee: "21231", name: "Dijon" }],
    members: [{ aadObjectId: "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a02", name: "Basile Tilleul", roles: ["referent"] }],
  };
  const readCells = (cells: readonly string[]) => {
    const { said, problems, warnings } = readLine(cells, context);
    const sentences = [
      ...problems.map((one) => lineProblemWords(2, one)),
      ...warnings.map((one) => lineWarningWords(2, one)),
    ];
    return { said, sentences };
  };
  const cellsOf = (over: Readonly<Record<string, string>>) =>
    TITLES.map((title) => ({ ...PERSON, ...over })[title] ?? "");
  const read = (over: Readonly<Record<string, string>>) => readCells(cellsOf(over));

  it("is taken with a phone that a spreadsheet cut, and says what was added", () => {
    for (const [typed, phone, said] of [
      ["612345678", "0612345678", /zéro/],
      ["33612345678", "+33612345678", /\+ du début/],
      ['="0612345678"', "0612345678", null],
      ["'0612345678", "0612345678", null],
      ["06.12.34.56.78", "06.12.34.56.78", null],
    ] as const) {
      const { said: person, sentences } = read({ Téléphone: typed });
      assert.equal(person?.phone, phone, typed);
      if (said === null) assert.deepEqual(sentences, [], typed);
      else assert.match(sentences.join(), said, typed);
    }
  });

  it("is blank where software writes that it does not know", () => {
    for (const nothing of ["NC", "-", "néant", "Non renseigné", ". / ."]) {
      const { said, sentences } = read({ Téléphone: nothing, "E-mail": nothing, "Date de naissance": nothing });
      assert.deepEqual([said?.phone, said?.email, said?.birthDate, sentences], [null, null, null, []], nothing);
      assert.equal(read({ Volontaire: nothing }).said?.willing, "unknown", nothing);
    }
  });

  it("takes no dash or « NC » for a place, an address, a prescriber or a number, and keeps a name that is a word", () => {
    for (const nothing of ["NC", "-"]) {
      const { said } = read({ "Code postal": nothing, Commune: "Dijon" });
      assert.equal(said?.commune, "21231", nothing);
      const blank = read({ Commune: nothing }).said;
      assert.deepEqual([blank?.commune, blank?.communeTyped], [null, null], nothing);
      assert.match(read({ "N° dossier": nothing }).sentences.join(), /le numéro dans le logiciel manque/, nothing);
    }
    assert.equal(read({ Nom: "Néant" }).said?.familyName, "Néant");
    assert.equal(read({ Nom: "-" }).said?.familyName, "", "a person named by a dash");
  });

  it("is refused with a phone that is lost or not one, and says what to do", () => {
    assert.match(
      read({ Téléphone: "6,12E+08" }).sentences.join(),
      /« 6,12E\+08 »\) : le tableur a arrondi[^.]*\. Mettez la colonne au format Texte/,
    );
    assert.match(
      read({ Téléphone: "06 12 34 56 78 / 07 11 22 33 44" }).sentences.join(),
      /un seul numéro[\s\S]*case vide/,
    );
  });

  it("is taken with its dates in any French shape, its hour left aside, a short year of orientation shown", () => {
    for (const typed of [
      "1/2/2026",
      "01.02.2026",
      "1er février 2026",
      "2026-02-01",
      "2026/02/01",
      "01/02/2026 14:30",
      "2026-02-01T00:00:00Z",
    ]) {
      const { said, sentences } = read({ "Date d'orientation": typed });
      assert.deepEqual([said?.orientedOn, sentences], ["2026-02-01", []], typed);
    }
    for (const typed of ["01-02-26", "01/02/26 08:15"]) {
      const { said, sentences } = read({ "Date d'orientation": typed });
      assert.equal(said?.orientedOn, "2026-02-01", typed);
      assert.match(sentences.join(), /lue 2026\. Vérifiez-la/, typed);
    }
  });

  it("is refused with a date that may be another one, and says what to do in the spreadsheet", () => {
    assert.match(
      read({ "Date de naissance": "12/03/84" }).sentences.join(),
      /écrivez l'année en entier[\s\S]*Dans le tableur, mettez la colonne au format JJ\/MM\/AAAA/,
    );
    assert.match(read({ "Date d'orientation": "46054" }).sentences.join(), /un nombre, pas une date\. Dans le tableur/);
    assert.match(
      read({ "Date d'orientation": "12/31/2025" }).sentences.join(),
      /Écrivez le jour, le mois, puis l'année/,
    );
    for (const typed of ["hier", "aujourd'hui", "2026-02-01T23:30:00Z"])
      assert.equal(read({ "Date d'orientation": typed }).said, null, typed);
  });

  it("is refused for one reason when its cells are not under their titles", () => {
    const cells = cellsOf({});
    const { said, sentences } = readCells([...cells.slice(0, 1), "Du", ...cells.slice(1)]);
    assert.equal(said, null);
    assert.equal(sentences.length, 1, sentences.join("\n"));
    const cut = readCells(["A1", "Martin"]);
    assert.deepEqual([cut.said, cut.sentences.length], [null, 1], cut.sentences.join("\n"));
  });

  it("is taken without its last columns, which some spreadsheets leave out when they are empty, and says so", () => {
    const { said, sentences } = readCells(cellsOf({}).slice(0, 7));
    assert.deepEqual([said?.familyName, said?.commune, said?.orientedOn], ["Martin", "21231", null]);
    assert.match(sentences.join(), /dernières colonnes manquent/);
  });

  it("names the column that its commune is read from", () => {
    assert.match(
      read({ Commune: "", "Code postal": "75011" }).sentences.join(),
      /« Code postal » \(« 75011 »\) : commune hors du territoire/,
    );
  });
});
