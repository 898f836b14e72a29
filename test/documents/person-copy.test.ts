/** The person's copy, as somebody who reads with difficulty is given it: words, dates in words, said to them; no code of another software, nothing false. */
import assert from "node:assert/strict";
import { z } from "zod";
import { personCopyJson } from "../../src/documents/person-copy-json.ts";
import { personCopy, type CopyToPrint } from "../../src/documents/person-copy.ts";
import type { Finding } from "../../src/domain/diagnostic/assessment.ts";
import type { Agreement } from "../../src/domain/rights/records.ts";
import { catalogue, type StoredDocument } from "../../src/domain/records/catalogue.ts";
import { fieldsOf } from "../../src/domain/records/schema-fields.ts";
import { orientationValues, type OrientationValues } from "../../src/domain/exchange/orientation.ts";
import { orientationLines } from "../../src/wording/orientation-sent.ts";
import { aTransmission } from "../support/a-transmission.ts";
import { FRAMEWORK } from "../support/a-view.ts";
import { NOW, REFERENT_ID, TODAY } from "../support/builders.ts";
import { thePapers } from "../support/the-papers.ts";

const CODE = "P-2026-0001";
const about = { schemaVersion: 1, code: CODE, parcours: 1, round: 0 } as const;

const printed = (documents: readonly StoredDocument[], openings: CopyToPrint["openings"] = []): readonly string[] => {
  const { retention, esf } = thePapers();
  const { html } = personCopy({
    ...{ name: "Amina Exemple", code: CODE, plie: "PLIE d'essai", documents, openings, retention },
    words: {
      framework: FRAMEWORK,
      who: () => "référent·e de parcours",
      host: () => "",
      commune: (insee) => insee,
      esf: ({ stage }) => esf[stage],
      columns: () => [],
      today: TODAY,
      timeZone: "Europe/Paris",
    },
  });
  return [...html.matchAll(/<(?:li|h3)>(.*?)<\/(?:li|h3)>/g)].map(([, text = ""]) =>
    text.replaceAll("&#39;", "'").replace(/[\u00A0\u202F]/g, " "),
  );
};

async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* all;
}

/** Everything that may leave for an orientation, each field with its heaviest value. */
const everyValue = (): readonly OrientationValues[] =>
  orientationValues.keyof().options.flatMap((field) => {
    const candidates = ["2026-11-24", true, ...CODED];
    return candidates.flatMap((value) => {
      const read = orientationValues.safeParse({ [field]: value });
      return read.success ? [read.data] : [];
    });
  });
const CODED = [
  ...["EN_ACTIVITE", "JAMAIS", "SAISONNIER", "ASSISTANTE_MATERNELLE", "SALARIAT", "AUCUN", "AUCUNE", "AUTRE"],
  ...["IMPACT_FAIBLE_RECHERCHE_EMPLOI", "IMPACT_FORT_RECHERCHE_EMPLOI", "INCAPACITE_RECHERCHE_ACTIVITE_PRO"],
  ...["PROCEDURE_EXPULSION", "SANS_LOGEMENT", "DEPENDANT_TRANSPORT", "AUCUN_MOYEN_DE_TRANSPORT", "AIDANT_FAMILIAL"],
  ...["ENFANT_SANS_SOLUTION_GARDE", "REFUS", "NON_MAITRISE", "NON_ACCES_INTERNET", "PLUSIEURS_DEMARCHES"],
  ...["REFUSEE", "ACCEPTEE", "MANQUE_CAPACITE_ACCUEIL", "SITUATION_NON_COUVERTE", "NV5", "C12", "IND", "ML"],
];

describe("The person's copy, as it is read", () => {
  it("says in words each value that left for another body", () => {
    const lines = everyValue().flatMap(orientationLines);
    assert.ok(lines.length > 40, "the values are not tried");
    for (const line of lines)
      assert.doesNotMatch(line.replace(/^.* : /, ""), /[A-Z]{4,}|_|true|false|\d{4}-\d{2}|undefined/, line);
    const orientation = { contrainte_mobilite: "AUTRE", organisme: "ML", date_entree_parcours: "2026-11-24" } as const;
    const told = printed([aTransmission({ values: { ...aTransmission().values, orientation } })]);
    assert.ok(told.includes("Mobilité : une difficulté, sans la préciser"), told.join("\n"));
    assert.ok(told.includes("Organisme : la mission locale"));
    assert.ok(told.includes("Entrée dans le parcours : 24 novembre 2026"));
  });

  it("speaks to the person of what they agreed to, and dates it once", () => {
    const said = (state: Agreement["state"]): Agreement => ({
      ...{
        kind: "agreement",
        schemaVersion: 1,
        id: `${CODE}.1.health`,
        code: CODE,
        parcours: 1,
        what: "health",
        state,
      },
      ...{ on: TODAY, version: "2026.1", language: null, interpreter: null, by: REFERENT_ID, at: NOW },
    });
    const told = printed([said("given"), said("withdrawn")]);
    assert.ok(told.includes("Vous êtes d'accord pour que votre santé soit notée"), told.join("\n"));
    assert.ok(told.includes("Vous avez retiré votre accord pour la santé"));
    for (const line of told) assert.doesNotMatch(line, /\bsa santé|la personne est|24 novembre 2026 : /);
  });

  it("tells what was begun in words, and no value of a list or of a box", () => {
    const inputs = {
      doneOn: "2026-11-24",
      severity: "2",
      priority: "false",
      lead: "missionLocale",
      facts: "garage",
      phone: "0612345678",
    };
    const told = printed([
      {
        kind: "draft",
        schemaVersion: 1,
        id: "x",
        form: "entry",
        code: CODE,
        aboutHealth: false,
        inputs,
        by: REFERENT_ID,
        at: NOW,
      },
      {
        kind: "assessment",
        ...about,
        domain: "mobilite",
        edition: 1,
        finding: null,
        draft: { inputs, by: REFERENT_ID, at: NOW },
      },
    ]);
    assert.ok(told.includes("garage"), "a word that somebody wrote is left out");
    assert.ok(told.includes("0612345678"), "a number that somebody typed is left out");
    assert.ok(told.includes("24 novembre 2026"));
    assert.ok(told.some((line) => line.includes("Des réponses choisies dans une liste, pas encore confirmées")));
    for (const line of told) assert.doesNotMatch(line, /missionLocale|false|: 2$|^2$|2026-11/, line);
  });

  it("says a month in words, a domain without difficulty once, an evaluation by its rank, a repeated trace once", () => {
    const finding: Finding = {
      ...{ state: "nothing", severity: 0, impact: null, priority: false, situations: [], selfSeverity: null },
      ...{ strength: "", facts: "", source: null, by: REFERENT_ID, at: NOW },
    };
    const posted = {
      kind: "posted",
      schemaVersion: 1,
      memberId: REFERENT_ID,
      conversationId: "c",
      code: CODE,
    } as const;
    const told = printed([
      { kind: "extractionRow", schemaVersion: 1, month: "2026-11", code: CODE, cells: {} },
      { kind: "assessment", ...about, domain: "mobilite", edition: 1, finding, draft: null },
      ...["a", "b", "c"].map((activityId) => ({ ...posted, activityId, names: [], at: NOW })),
    ]);
    assert.ok(told.includes("Extraction de novembre 2026, sans votre nom"), told.join("\n"));
    assert.ok(told.includes("Première évaluation du parcours 1 · Mobilité"));
    assert.ok(told.includes("Ce qui est noté : rien à signaler"));
    assert.equal(told.filter((line) => line.startsWith("Une carte affichée dans Teams")).length, 1);
    assert.ok(told.includes("Une carte affichée dans Teams (3 fois)"), told.join("\n"));
  });

  it("dates each opening: the paper is read another day", () => {
    const told = printed([], [{ at: NOW, by: REFERENT_ID }]);
    assert.ok(
      told.some((line) => /^Le 24 novembre 2026 à .* · référent·e de parcours$/.test(line)),
      told.join("\n"),
    );
    assert.ok(told.every((line) => !line.includes("aujourd'hui")));
  });

  it("tells in French, in the file for a program, each kind and each field that stands in it", async () => {
    const documents = [aTransmission()];
    const pieces: Uint8Array[] = [];
    const file = { code: CODE, on: TODAY, plie: "PLIE d'essai", documents: each(documents), openings: each([]) };
    for await (const piece of personCopyJson({ ...file, who: () => "référent·e de parcours" })) pieces.push(piece);
    const { legend } = z
      .object({
        legend: z.object({ documents: z.record(z.string(), z.string()), fields: z.record(z.string(), z.string()) }),
      })
      .parse(JSON.parse(Buffer.concat(pieces).toString("utf8")));
    assert.deepEqual(legend.documents, { transmission: "Ce qui a été transmis" });
    for (const name of ["kind", "schemaVersion", ...fieldsOf(catalogue.transmission.schema)]) {
      const stands = JSON.stringify(documents).includes(`"${name}":`);
      assert.equal(legend.fields[name] !== undefined, stands, `${name} is told, if and only if it stands in the file`);
    }
  });
});
