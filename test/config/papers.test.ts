import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPapers } from "../../src/config/papers.ts";
import { keepPapers } from "../../src/use-cases/keep-papers.ts";
import { configFile } from "../support/an-import.ts";
import { tabServices } from "../support/tab-services.ts";

describe("The versioned files of a PLIE", () => {
  const folderWith = (name: string, change: (text: string) => string): string => {
    const folder = mkdtempSync(join(tmpdir(), "repere-papers-"));
    cpSync(configFile("papers"), folder, { recursive: true });
    writeFileSync(join(folder, name), change(readFileSync(join(folder, name), "utf8")));
    return folder;
  };

  it("are all read", () => {
    const read = readPapers(configFile("papers"));
    assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
  });

  it("are refused with the name of the file and what is wrong", () => {
    const read = readPapers(folderWith("retention.json", (text) => text.replace("24", "-1")));
    assert.ok(!read.ok);
    assert.match(read.problems.join("\n"), /retention\.json : activeMonths/);
  });

  for (const [what, from, to, why] of [
    ["an indicator that no list holds", '"indicator": "EECO12"', '"indicator": "EECO99"', /EECO99.*n'est pas dans la liste/],
    ["a code for two indicators", '"code": "EECO03"', '"code": "EECO02"', /indicators\.1.*écrit deux fois/],
    ["two questions of one name", '"id": "rural"', '"id": "sex"', /blocks\.0\.items\.3.*écrit deux fois/],
    ["a question that depends on none", '"item": "labour"', '"item": "work"', /« work » n'est pas une question à choix/],
    ["a name that forms use", '"id": "minima"', '"id": "answeredOn"', /nom réservé/],
    ["a decline of a date", '"type": "date",', '"type": "date", "sensitive": true,', /peut être refusée/],
    ["a field of nobody", '"stage": "entry"', '"stage": "entry", "niveau": 1', /niveau/],
    ["the questionnaire of another moment", '"stage": "entry"', '"stage": "exit"', /stage.*entry/],
  ] as const)
    it(`refuse a questionnaire with ${what}, with its path and the reason`, () => {
      const read = readPapers(folderWith("esf-entree.json", (text) => text.replace(from, to)));
      assert.ok(!read.ok, what);
      assert.match(read.problems.join("\n"), new RegExp(`esf-entree\\.json : .*${why.source}`), what);
    });

  it("keep a version for good: the same one with another content is named", async () => {
    const { services } = tabServices([]);
    const texts = (folder: string) => {
      const read = readPapers(folder);
      assert.ok(read.ok);
      return read.value.texts;
    };
    assert.deepEqual(await keepPapers(services, texts(configFile("papers"))), []);
    assert.deepEqual(await keepPapers(services, texts(configFile("papers"))), []);
    const changed = await keepPapers(services, texts(folderWith("retention.json", (text) => text.replace("24", "36"))));
    assert.deepEqual(
      changed.map(({ name }) => name),
      ["retention"],
    );
  });
});
