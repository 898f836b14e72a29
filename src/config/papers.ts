/** The versioned files of `config/papers/`: read whole, or refused with each file and its reason. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { notice as noticeSchema } from "../domain/rights/notice.ts";
import { retentionRules } from "../domain/rights/retention-rules.ts";
import type { Papers, PaperText } from "../ports/papers.ts";
import { readConfigFile, type FileRead } from "./files.ts";

export interface PapersRead {
  readonly papers: Papers;
  /** Each file that is kept with what was made with it. */
  readonly texts: readonly PaperText[];
}

/** Gathers the problems of every file, so that one start tells all that must be mended. */
class Folder {
  readonly problems: string[] = [];
  readonly texts: PaperText[] = [];
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  read<V extends { readonly version: string }>(name: string, schema: z.ZodType<V>): V | undefined {
    const path = join(this.#folder, `${name}.json`);
    const read = readConfigFile(path, schema);
    if (!read.ok) {
      this.problems.push(...read.problems);
      return undefined;
    }
    this.texts.push({ name, version: read.value.version, text: readFileSync(path, "utf8") });
    return read.value;
  }
}

export function readPapers(path: string): FileRead<PapersRead> {
  const folder = new Folder(path);
  const retention = folder.read("retention", retentionRules);
  const notice = folder.read("notice", noticeSchema);
  if (retention === undefined || notice === undefined || folder.problems.length > 0) return { ok: false, problems: folder.problems };
  return { ok: true, value: { papers: { retention, notice }, texts: folder.texts } };
}
