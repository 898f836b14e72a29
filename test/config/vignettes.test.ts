import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readVignettes } from "../../src/config/vignettes.ts";
import { realFramework } from "../support/a-lead.ts";

const known = { framework: realFramework(), communes: [{ insee: "21231" }] };
const TEXT = ["Elle conduit sans permis depuis mars.", "Le reste va bien."];
const level = (changes: object = {}) => ({ severity: 2, impact: 3, because: "Elle conduit sans permis", ...changes });
const aVignette = (changes: object = {}) => ({
  id: "une-histoire",
  title: "Une histoire",
  text: TEXT,
  age: 30,
  commune: "21231",
  prescriber: null,
  orientedDaysAgo: 3,
  facts: { seeksWork: "yes" },
  levels: { mobilite: level() },
  expected: { lead: "plie", steps: [], relays: ["mobilite"], why: "Le permis d'abord." },
  ...changes,
});

describe("The folder of vignettes", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "repere-vignettes-"))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (content: unknown, name = "une-histoire.json"): void => {
    writeFileSync(join(folder, name), JSON.stringify(content));
  };
  const problems = (): string => {
    const read = readVignettes(folder, known);
    assert.ok(!read.ok, "this folder must be refused");
    return read.problems.join("\n");
  };
  const refused = (changes: object): string => {
    write(aVignette(changes));
    return problems();
  };

  it("is read whole, in the order of the ids, and only its JSON files", () => {
    write(aVignette({ id: "02-b" }), "02-b.json");
    write(aVignette({ id: "01-a" }), "01-a.json");
    writeFileSync(join(folder, "lisez-moi.txt"), "rien");
    const read = readVignettes(folder, known);
    assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
    assert.deepEqual(
      read.value.map(({ id }) => id),
      ["01-a", "02-b"],
    );
    assert.equal(read.value[0]?.levels.mobilite?.state, "assessed");
  });

  it("is refused empty or absent", () => {
    assert.match(problems(), /aucune vignette/);
    const absent = readVignettes(join(folder, "absent"), known);
    assert.match(absent.ok ? "" : absent.problems.join(), /le dossier ne peut pas être lu/);
  });

  it("says the file, the place and the reason of each fault", () => {
    assert.match(refused({ age: 12 }), /^une-histoire\.json : age : /);
    assert.match(refused({ id: "autre" }), /« autre » n'est pas le nom du fichier/);
    assert.match(refused({ commune: "75056" }), /commune : « 75056 » n'est pas une commune du PLIE/);
    assert.match(refused({ urgent: ["rien"] }), /urgent : « rien » n'est pas un point urgent/);
    assert.match(
      refused({ levels: { mobilite: level({ situations: ["lire"] }) } }),
      /levels\.mobilite\.situations : « lire » n'est pas une situation de ce domaine/,
    );
    assert.match(refused({ levels: { mobilite: level({ because: "Elle vole" }) } }), /n'est pas dans le texte/);
  });

  it("refuses levels that a référent could not record", () => {
    const of = (changes: object): string => refused({ levels: { mobilite: level(changes) } });
    assert.match(of({ impact: null }), /un poids va avec un niveau/);
    assert.match(of({ severity: 0 }), /le niveau et l'état ne vont pas ensemble/);
    assert.match(of({ severity: null, impact: null }), /le niveau et l'état ne vont pas ensemble/);
    assert.match(of({ state: "declined", impact: null }), /le niveau et l'état ne vont pas ensemble/);
    assert.match(of({ state: "nothing", severity: 0 }), /un poids va avec un niveau/);
    const all = Object.fromEntries(
      ["mobilite", "logement", "sante", "famille"].map((domain) => [domain, level({ priority: true })]),
    );
    assert.match(refused({ levels: all }), /levels : 4 priorités, 3 au plus/);
  });

  it("of the product says every domain, and no word of the method", () => {
    const plie: unknown = JSON.parse(readFileSync("config/plie.json", "utf8"));
    const communes = (plie as { communes: { insee: string }[] }).communes;
    const read = readVignettes("config/vignettes", { framework: known.framework, communes });
    assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
    for (const { id, text, levels } of read.value) {
      const whole = text.join("\n");
      const words = whole.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
      assert.ok(words >= 150 && words <= 300, `${id} has ${words} words`);
      const silent = known.framework.domains.filter((domain) => levels[domain.id] === undefined);
      assert.deepEqual(silent, [], `${id} says nothing of a domain that a référent is asked to score`);
      assert.doesNotMatch(
        whole,
        /\b(?:freins?|niveau|sévérité|priorités?|diagnostic|relais|étapes?|évalué|gravité|impact)\b/i,
        `${id} speaks as the method does`,
      );
      for (const label of known.framework.levels.slice(1)) assert.ok(!whole.includes(label), `${id} says « ${label} »`);
    }
  });
});
