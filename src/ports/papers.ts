import type { ExportRules } from "../domain/exchange/export-rules.ts";
import type { ExtractionRules } from "../domain/exchange/extraction-columns.ts";
import type { ImportMapping } from "../domain/exchange/import-mapping.ts";
import type { Notice } from "../domain/rights/notice.ts";
import type { EsfStage } from "../domain/esf/codes.ts";
import type { Questionnaire } from "../domain/esf/questionnaire.ts";
import type { RetentionRules } from "../domain/rights/retention-rules.ts";

/** What a PLIE writes in versioned files beside its framework (`config/papers/`): what is collected, said, kept and exchanged. */
export interface Papers {
  readonly retention: RetentionRules;
  /** The ESF+ questionnaires that are asked now; an earlier version stays readable in the store (kind `paper`). */
  readonly esf: Readonly<Record<EsfStage, Questionnaire>>;
  readonly importing: ImportMapping;
  /** What leaves, and how it is written there. */
  readonly exporting: ExportRules;
  /** Which columns the monthly extraction has, and when a month is made for good. */
  readonly extraction: ExtractionRules;
  /** What the person is told before anything is noted. */
  readonly notice: Notice;
}

/** A file as it stood at a start: the same name and version with other content is refused. */
export interface PaperText {
  /** The name of its file, without its ending. */
  readonly name: string;
  readonly version: string;
  readonly text: string;
}
