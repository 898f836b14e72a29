/** The versioned files of `config/papers/`: read whole, or refused with each file and its reason. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { extractionRules } from "../domain/exchange/extraction-columns.ts";
import { exportRules } from "../domain/exchange/export-rules.ts";
import { importMapping } from "../domain/exchange/import-mapping.ts";
import { notice as noticeSchema } from "../domain/rights/notice.ts";
import { QUESTIONNAIRE_FILES, type EsfStage } from "../domain/esf/codes.ts";
import type { Questionnaire } from "../domain/esf/questionnaire.ts";
import { questionnaireOf } from "../domain/esf/read-questionnaire.ts";
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

/** The three ESF+ questionnaires; undefined: one of them is wrong, and the folder says why. */
const readEsf = (folder: Folder): Readonly<Record<EsfStage, Questionnaire>> | undefined => {
  const read = (stage: EsfStage) => folder.read(QUESTIONNAIRE_FILES[stage], questionnaireOf(stage));
  const [entry, exit, later] = [read("entry"), read("exit"), read("later")];
  return entry === undefined || exit === undefined || later === undefined ? undefined : { entry, exit, later };
};

export function readPapers(path: string): FileRead<PapersRead> {
  const folder = new Folder(path);
  const retention = folder.read("retention", retentionRules);
  const importing = folder.read("import", importMapping);
  const notice = folder.read("notice", noticeSchema);
  const exporting = folder.read("export", exportRules);
  const extraction = folder.read("extraction", extractionRules);
  const esf = readEsf(folder);
  if (retention === undefined || importing === undefined || esf === undefined || notice === undefined || exporting === undefined || extraction === undefined || folder.problems.length > 0) return { ok: false, problems: folder.problems };
  return { ok: true, value: { papers: { retention, importing, esf, notice, exporting, extraction }, texts: folder.texts } };
}
