import type { Framework } from "../domain/framework/schema.ts";

/** The framework in force, and the earlier ones that diagnostics were made with: they stay readable and replayable. */
export interface Frameworks {
  readonly current: Framework;
  /** Undefined when no diagnostic of this store was ever made with that version. */
  version(version: string): Promise<Framework | undefined>;
}
