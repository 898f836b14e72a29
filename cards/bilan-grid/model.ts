import { z } from "zod";
import { choice, code, rev, text, top } from "../common.ts";

/** The observation grid, one observer at a time: for each criterion *pas observé*, or one of five facts. */
export const bilanGridModel = z.strictObject({
  ...top,
  code,
  action: text,
  rev,
  by: z.enum(["host", "referent", "person"]),
  /** The criteria of the grid, separated by commas. */
  asked: text,
  person: text,
  title: text,
  about: text,
  /** « 1 sur 3 ». */
  step: text,
  lines: z.array(z.strictObject({ id: text, label: text, value: text, choices: z.array(choice).min(2) })).min(1),
});
export type BilanGridModel = z.infer<typeof bilanGridModel>;
