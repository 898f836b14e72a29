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
