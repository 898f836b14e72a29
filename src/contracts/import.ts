/** `POST /api/import` (what a file would do), `POST /api/import/{run}/apply`, `GET /api/import/{run}?show&cursor`. */
import * as z from "zod/mini";

const count = z.int().check(z.nonnegative());
const text = z.nullable(z.string());

/** Lists of lines that one may read: what is planned, what is to look at, what was done. */
export const IMPORT_LISTS = [
  "plan.refused",
  "plan.duplicate",
  "plan.aside",
  "plan.conflict",
  "plan.update",
  "plan.create",
  "plan.same",
  "warned",
  "end.created",
  "end.updated",
  "end.same",
  "end.conflict",
  "end.left",
] as const;
export const importList = z.enum(IMPORT_LISTS);
export type ImportList = z.infer<typeof importList>;

export const importCounts = z.strictObject({
  create: count,
  update: count,
  same: count,
  conflict: count,
  duplicate: count,
  aside: count,
  refused: count,
});
export const importDone = z.strictObject({
  created: count,
  updated: count,
  same: count,
  conflict: count,
  left: count,
});

export const importState = z.strictObject({
  run: z.string(),
  /** `expired`: stopped for longer than its lines are kept; some were not done. */
  state: z.enum(["read", "applying", "done", "expired"]),
  lines: count,
  warned: count,
  /** How many lines are done, and how many are to do once it is begun. */
  doneLines: count,
  toDo: count,
  plans: importCounts,
  ends: importDone,
  ignored: z.readonly(z.array(z.string())),
});
export type ImportState = z.infer<typeof importState>;

const change = z.strictObject({ field: z.string(), from: z.string(), to: z.string() });

export const importedLine = z.strictObject({
  line: z.int().check(z.positive()),
  /** Who the line is about, as the file names them; null once done. */
  name: text,
  code: text,
  /** Whole sentences: what is wrong, where, what to do. */
  problems: z.readonly(z.array(z.string())),
  warnings: z.readonly(z.array(z.string())),
  changes: z.readonly(z.array(change)),
  conflicts: z.readonly(z.array(change)),
  mayBe: z.readonly(z.array(z.strictObject({ code: z.string(), label: z.string() }))),
  twin: z.nullable(z.int()),
  choice: text,
});
export type ImportedLine = z.infer<typeof importedLine>;

export const importPage = z.strictObject({
  import: importState,
  lines: z.readonly(z.array(importedLine)),
  cursor: text,
});
export type ImportPage = z.infer<typeof importPage>;

/** `choice`: a code (*c'est la même personne*), `another` or `leave`. */
export interface ImportStart {
  readonly onlyRight: boolean;
  readonly choices: readonly { readonly line: number; readonly choice: string }[];
}

/** A file that nothing was taken of: RFC 9457. */
export const importRefused = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: z.literal("fileRefused"),
});
