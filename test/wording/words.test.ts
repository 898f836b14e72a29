import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { toastWords } from "../../src/wording/channel.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import {
  communeProblem,
  dateProblemWords,
  entryProblem,
  findingProblem,
  keptWords,
  personProblem,
  personProblemWords,
  personViewProblem,
  type FrameworkWords,
} from "../../src/wording/problems.ts";
import { ENTRY_FIELDS } from "../../src/domain/participant/entry-from-inputs.ts";
import type { FindingProblem } from "../../src/domain/diagnostic/finding-from-inputs.ts";
import { counted, enumerated, lowerFirst, ofName } from "../../src/wording/lists.ts";
import { shortName } from "../../src/wording/people.ts";

const folder = new URL("../../src/wording/", import.meta.url);

/** Every piece of text of a module; a function is asked with plausible values. */
const texts = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value === "function") return spoken(value as (...args: string[]) => unknown);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(texts);
};
const spoken = (said: (...args: string[]) => unknown): string[] => {
  try {
    return texts(said("2", "3", "4", "5"));
  } catch {
    return [];
  }
};

const FORBIDDEN = [
  /\bfreins?\b/iu,
  /\bscor(e|ing)s?\b/iu,
  /\bbarri(er|ère)s?\b/iu,
  /\b(the|your|please|error|invalid|click|case|login|email|feedback|process|dashboard|draft|check)\b/iu,
  /\b(JSON|API|bug|token)\b/iu,
  /\busagers?\b|\bbénéficiaires?\b|\bcas social/iu,
];

/**
 * Whoever imports the directory is told which files are taken, and the coordinatrice which file of the PLIE says what: a format and a file
 * have no other name.
 */
const withoutFiles = (words: string): string =>
  words
    .replace(/\bfichier( \.json ou \.csv|\.json\|fichier\.csv)/gu, "fichier")
    .replace(/\b(en JSON ou en CSV|JSON ou CSV|fichier JSON)\b/gu, "fichier")
    .replace(/\bconfig\/(plie|team|framework|services)\.json\b/gu, "fichier")
    // The impact assessment says which file of the product keeps each measure.
    .replace(/\b(?:src|bot|test)\/[\w./-]+\.ts\b/gu, "fichier");

describe("The French words", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ts")))
    it(`of ${file} label nobody, and hold no English nor jargon`, async () => {
      const said = texts({ ...(await import(new URL(file, folder).href)) });
      for (const words of said)
        for (const forbidden of FORBIDDEN)
          assert.doesNotMatch(withoutFiles(words), forbidden, `« ${words} » is not to be said`);
    });

  it("walk finds the words it looks for", () => {
    assert.ok(texts({ a: { b: () => "un frein" } }).some((words) => FORBIDDEN[0]?.test(words)));
    assert.match(withoutFiles("Le fichier JSON dit config/team.json, en JSON"), /en JSON$/);
  });

  it("of refusals say why and what to do", () => {
    for (const [code, { title, text }] of Object.entries(refusalWords)) {
      assert.match(text, /^[A-ZÀÉ].*\.$/su, code);
      assert.match(title, /\S/u, code);
      assert.doesNotMatch(title, /[.!]$/, code);
    }
  });

  it("of the short answers in a channel are never empty: Teams would show a failure, and ask again", () => {
    for (const [code, text] of Object.entries(toastWords)) assert.match(text, /^[A-ZÀÉ].*\.$/su, code);
  });
});

const words: FrameworkWords = { level: (level) => `Niveau ${level}`, domain: (domain) => domain };
const FINDING_PROBLEMS: readonly FindingProblem[] = [
  { field: "severity", code: "levelUnknown" },
  { field: "severity", code: "healthClosed" },
  { field: "impact", code: "impactUnknown" },
  { field: "impact", code: "impactMissing" },
  { field: "situations", code: "situationUnknown", ids: ["x"] },
  { field: "situations", code: "situationsMissing", from: 2 },
  { field: "selfSeverity", code: "selfLevelUnknown" },
  { field: "priority", code: "priorityUnknown" },
  { field: "priority", code: "tooManyPriorities", limit: 3, already: ["mobilite", "logement", "projet"] },
  { field: "source", code: "sourceUnknown" },
  { field: "source", code: "sourceMissing" },
  { field: "source", code: "sourceNotAccepted", accepted: ["observe", "atteste"] },
  { field: "facts", code: "tooLong", limit: 600, length: 640 },
];

describe("What is said under a field", () => {
  /** The card writes « À revoir : » before it. */
  const whole = (sentence: string, of: string): void => assert.match(sentence, /^[\p{Ll}\d].*[.?]$/su, of);

  it("is a whole sentence for each problem of a domain", () => {
    for (const problem of FINDING_PROBLEMS) whole(findingProblem(problem, words), problem.code);
    assert.match(findingProblem(FINDING_PROBLEMS[8]!, words), /mobilite ; logement ; projet/);
    assert.match(findingProblem(FINDING_PROBLEMS[11]!, words), /observé pendant une action ou attesté/);
    assert.match(findingProblem(FINDING_PROBLEMS[12]!, words), /40 caractères/);
  });

  it("is a whole sentence for each problem of the other forms", () => {
    for (const problem of Object.keys(dateProblemWords) as (keyof typeof dateProblemWords)[])
      for (const field of ENTRY_FIELDS) whole(entryProblem(field, problem), problem);
    for (const problem of Object.keys(personProblemWords) as (keyof typeof personProblemWords)[])
      whole(personProblem("birthDate", problem), problem);
    whole(communeProblem([]), "commune");
    whole(communeProblem(["Ahuy", "Daix"]), "commune");
    whole(personViewProblem({ field: "agreement", code: "missing" }), "agreement");
    whole(personViewProblem({ field: "words", code: "tooLong", limit: 1_000, length: 1_001 }), "words");
  });

  it("says how much is kept only where more was typed than can be recorded", () => {
    assert.equal(keptWords(600, 600, 4_000), null);
    assert.match(keptWords(601, 600, 4_000) ?? "", /^Tout est gardé/);
    assert.match(keptWords(4_001, 600, 4_000) ?? "", /^La suite est gardée : 4 001 caractères/);
  });
});

describe("Names and counts", () => {
  it("show a first name and an initial, and say what is missing", () => {
    assert.equal(shortName({ givenName: "Maria-Fernanda", familyName: "da Conceição" }), "Maria-Fernanda D.");
    assert.equal(shortName({ givenName: "", familyName: "Élan" }), "É.");
    assert.equal(shortName({ givenName: " ", familyName: "" }), "Prénom et nom à compléter");
  });

  it("agree in number, zero being singular", () => {
    assert.deepEqual(
      [0, 1, 2].map((count) => counted(count, "fiche", "fiches")),
      ["0 fiche", "1 fiche", "2 fiches"],
    );
    assert.equal(enumerated(["A", "B", "C"]), "A, B et C");
    assert.equal(enumerated(["A"], "ou"), "A");
  });

  it("stand inside a sentence: initials stay, « de » is elided", () => {
    assert.deepEqual(["Percevoir le RSA", "RSA ou ASS", "À jour", "CV"].map(lowerFirst), [
      "percevoir le RSA",
      "RSA ou ASS",
      "à jour",
      "CV",
    ]);
    assert.deepEqual(["Basile", "Alix", "Eugénie", "Émile", "Hélène"].map(ofName), [
      "de Basile",
      "d'Alix",
      "d'Eugénie",
      "d'Émile",
      "de Hélène",
    ]);
  });
});
