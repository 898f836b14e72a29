import assert from "node:assert/strict";
import { readPapers } from "../../src/config/papers.ts";
import type { Papers } from "../../src/ports/papers.ts";
import { configFile } from "./an-import.ts";

/** What the files of `config/papers/` say. */
export const thePapers = (): Papers => {
  const read = readPapers(configFile("papers"));
  assert.ok(read.ok, read.ok ? "" : read.problems.join("\n"));
  return read.value.papers;
};
