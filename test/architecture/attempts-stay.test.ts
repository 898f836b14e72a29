/** What was tried to meet someone, and what they missed, never leaves the PLIE: no file, no print, no list and no counter has a place for it. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import * as cells from "../../src/contracts/cells.ts";
import * as dashboard from "../../src/contracts/dashboard.ts";
import * as participants from "../../src/contracts/participants.ts";
import * as review from "../../src/contracts/review.ts";
import * as reviews from "../../src/contracts/reviews.ts";
import { MEASURES } from "../../src/domain/dashboard/measures.ts";

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Why a study is put off is said in the cell that puts it off. */
const OF_A_STUDY = ["personAbsent", "referentAbsent"];
/** A partner who does not answer is no person who was looked for. */
const OF_A_PARTNER = ["noAnswer"];
const saidOfOthers = (contract: string): readonly string[] => (contract === "dashboard" ? OF_A_PARTNER : OF_A_STUDY);
const HELD = /attempt|absen|no-?show|didNotShow|missed|wrongContact|noAnswer/i;

const namesIn = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(namesIn);
  if (typeof node !== "object" || node === null) return typeof node === "string" ? [node] : [];
  return Object.entries(node).flatMap(([name, value]) => [name, ...namesIn(value)]);
};

describe("Attempts and absences", () => {
  for (const [name, contract] of Object.entries({ cells, dashboard, participants, review, reviews }))
    it(`have no field in what the tab reads of « ${name} »`, () => {
      const schemas = Object.values(contract).filter((one): one is z.ZodType => one instanceof z.core.$ZodType);
      assert.ok(schemas.length > 0, `nothing was read of ${name}`);
      for (const schema of schemas)
        assert.deepEqual(
          namesIn(z.toJSONSchema(schema, { unrepresentable: "any" })).filter(
            (one) => HELD.test(one) && !saidOfOthers(name).includes(one),
          ),
          [],
          `${name} could hold an attempt or an absence`,
        );
    });

  it("are no measure of the dashboard", () => {
    assert.deepEqual(
      MEASURES.filter((one) => HELD.test(one)),
      [],
    );
  });

  it("are read by nothing that a cell is shown: its cards, its agenda, its sitting, its minutes", () => {
    const shown = [
      ...["review-card", "review-lines", "review-seen", "review", "agenda", "agenda-lines", "channel", "sitting"].map(
        (one) => `bot/presenters/${one}.ts`,
      ),
      ...["agenda", "draw-minutes", "freeze-case", "cell-reviews", "post-of"].map(
        (one) => `src/use-cases/parts/${one}.ts`,
      ),
      ...readdirSync(root("src/domain/review")).map((one) => `src/domain/review/${one}`),
    ];
    const readers = shown.filter((file) =>
      /outreach|attemptsOf|missedOn|"attempt"/.test(readFileSync(root(file), "utf8")),
    );
    assert.deepEqual(readers, []);
  });

  it("are told by the person's own copy alone: what was tried to meet them is theirs, and goes to nobody else", () => {
    const inDocuments = readdirSync(root("src/documents"), { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".ts"),
    );
    assert.ok(inDocuments.length > 10, "the documents were not found");
    const reading = (files: readonly string[], what: RegExp): readonly string[] =>
      files.filter((file) => what.test(readFileSync(root(`src/documents/${file}`), "utf8")));
    const elsewhere = inDocuments.filter((file) => !file.startsWith("copy/"));
    assert.deepEqual(
      reading(inDocuments, /outreach\/(?:records|contact|next-step)|wording\/outreach|attemptsOf|missedOn/),
      ["copy/path.ts"],
    );
    assert.deepEqual(reading(inDocuments, /from "\.\/path\.ts"/), ["copy/words.ts"]);
    assert.deepEqual(reading(elsewhere, /from "\.\/copy\//), ["person-copy.ts"]);
  });
});
