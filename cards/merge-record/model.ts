import { z } from "zod";
import { code, problemsOf, rev, text, top } from "../common.ts";

/** Fusionner: two files of one person become one. */
export const mergeRecordModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  /** Code of the file to keep, as typed. */
  into: text,
  problems: problemsOf(["into"]),
});
export type MergeRecordModel = z.infer<typeof mergeRecordModel>;
