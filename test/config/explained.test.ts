/** What config/README.md shows and names is what the product reads. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readVignettes } from "../../src/config/vignettes.ts";
import { DOMAIN_STATES } from "../../src/domain/diagnostic/assessment.ts";
import { extension } from "../../src/domain/offer/records.ts";
import { unknownSituations, situationsOf } from "../../src/domain/offer/services-file.ts";
import { condition } from "../../src/domain/suggestion/condition.ts";
import { LEAD_KINDS } from "../../src/domain/suggestion/lead-kinds.ts";
import { itemsOf, valuesOf } from "../../src/domain/esf/questionnaire.ts";
import { thePapers } from "../support/the-papers.ts";
import { realFramework } from "../support/a-lead.ts";

const framework = realFramework();
/** Fields whose name says what they hold. */
const COMMON = new Set(["title", "intro", "label", "esf"]);
const page = readFileSync("config/README.md", "utf8");
const [local, vignette] = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, json]) => json ?? "");

describe("How a PLIE edits its files, as config/README.md says", () => {
  it("shows a local extension that is read, of situations that exist", () => {
    const read = extension.safeParse(JSON.parse(local ?? ""));
    assert.ok(read.success, read.error?.message);
    const file = { fictional: true, structures: [], services: [], extensions: { "dora--1": read.data } };
    assert.deepEqual(unknownSituations(file, situationsOf(framework.domains)), []);
  });

  it("names every field of an extension, every lead, every rule of the lead and every state of a domain", () => {
    const names = [...Object.keys(extension.shape), ...LEAD_KINDS, ...Object.keys(framework.suggestion)];
    for (const name of [...names, ...DOMAIN_STATES.filter((state) => state !== "assessed")])
      assert.ok(page.includes(`\`${name}\``) || page.includes(`"${name}"`), `« ${name} » is not explained`);
  });

  it("names every delay of the clock and every rule of the actions", () => {
    const { milestones, activation } = framework;
    for (const name of [...Object.keys(milestones), ...Object.keys(activation), ...Object.keys(activation.pmsmp)])
      assert.ok(page.includes(`\`${name}\``), `« ${name} » is not explained`);
  });

  it("names every paper, every field of it and every field of a question", () => {
    const papers = thePapers();
    const { entry } = papers.esf;
    const items = itemsOf(entry);
    const questions = [...items, ...items.flatMap((item) => valuesOf(item))];
    const files = [entry, papers.notice, papers.retention, papers.extraction, papers.importing, papers.exporting];
    const fields = [...files, entry.blocks[0]!, entry.indicators[0]!, ...questions].flatMap((one) => Object.keys(one));
    const said = page.slice(page.indexOf("## Les papiers"));
    for (const name of new Set([...readdirSync("config/papers"), ...fields].filter((one) => !COMMON.has(one))))
      assert.ok([`\`${name}\``, `.${name}\``, `\`${name}.`].some((one) => said.includes(one)), `« ${name} » is not explained`);
  });

  it("shows each form of a condition as it is read", () => {
    const shown = [...page.matchAll(/`(\{ "on": [^`]*\})`/g)].map(([, json]) => condition.safeParse(JSON.parse(json ?? "")));
    assert.deepEqual(
      shown.map((read) => read.data?.on),
      ["age", "fact", "stated"],
    );
  });

  it("shows a vignette that is read", () => {
    const folder = mkdtempSync(join(tmpdir(), "repere-vignette-"));
    try {
      writeFileSync(join(folder, "13-un-exemple.json"), vignette ?? "");
      const read = readVignettes(folder, { framework, communes: [{ insee: "21231" }] });
      assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
