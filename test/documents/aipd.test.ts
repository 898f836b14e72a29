/** The impact assessment does not lie: it is what the code says, each field has its words, each kind its purpose, each file that it names is there. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { aipd, gapsIn } from "../../src/documents/aipd.ts";
import { CRITERION_IDS } from "../../src/domain/dashboard/equity.ts";
import { fieldsOf } from "../../src/domain/records/schema-fields.ts";
import { MEASURES, OUTSIDE } from "../../src/wording/aipd-said.ts";
import { bodyWords } from "../../src/wording/transmission.ts";
import { theAssessment } from "../support/the-assessment.ts";

describe("The impact assessment", () => {
  const assessed = theAssessment();

  it("has French words for each field that is kept, a purpose for each kind, and no words about what is not kept", () => {
    assert.deepEqual(gapsIn(assessed), [], "src/wording/aipd.ts, aipd-fields.ts, aipd-more-fields.ts");
  });

  it("is written anew when the code changes: npm run aipd", () => {
    assert.equal(readFileSync("docs/aipd.md", "utf8"), aipd(assessed));
  });

  it("names a field that nobody described, at any depth, and a kind without a purpose", () => {
    const schema = z.strictObject({
      words: z.array(z.union([z.strictObject({ shoeSize: z.number().nullable() }), z.string()])).optional(),
    });
    assert.deepEqual(fieldsOf(schema), ["words", "shoeSize"]);
    const kinds = [...assessed.kinds, { kind: "wardrobe", keeping: "person", schema, passes: false } as const];
    assert.deepEqual(gapsIn({ kinds }).slice(0, 2), ["no purpose: wardrobe", "no words: shoeSize"]);
  });

  it("refers to files that are there", () => {
    const named = [...MEASURES.map(([, file]) => file), ...OUTSIDE.map(([, , file]) => file)];
    assert.deepEqual(
      named.filter((file) => !existsSync(file)),
      [],
    );
  });

  it("names every body that something may be transmitted to, and who hosts", () => {
    const told = OUTSIDE.map(([who]) => who.toLocaleLowerCase("fr")).join(" ");
    for (const who of [...Object.values(bodyWords), "Le logiciel du PLIE", "Microsoft"])
      assert.ok(
        told.includes(who.toLocaleLowerCase("fr")),
        `${who} receives something, and the assessment does not say so`,
      );
  });

  it("does not say that age enters no figure: fairness is counted by age band", () => {
    const entersNone = MEASURES.filter(([what]) => /n'entrent? dans aucun chiffre/.test(what));
    assert.deepEqual(entersNone, []);
    assert.ok(CRITERION_IDS.includes("age"));
  });

  it("says who reads what as the product does", () => {
    assert.match(
      aipd(assessed),
      /\| Lire tout le dossier \(notes et niveaux\) \| les siens \| oui \| oui \| non \| non \|/,
    );
  });
});
