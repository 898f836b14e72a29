import type { Notice } from "../domain/rights/notice.ts";
import type { RetentionRules } from "../domain/rights/retention-rules.ts";

/** What a PLIE writes in versioned files beside its framework (`config/papers/`): what is collected, said, kept and exchanged. */
export interface Papers {
  readonly retention: RetentionRules;
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
