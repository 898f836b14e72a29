/** Refusals of the tab's HTTP API: RFC 9457 `application/problem+json` with a stable `code`. */
import * as z from "zod/mini";

export const PROBLEM_CODES = [
  "unauthorized",
  "keysUnavailable",
  "notAMember",
  "roleMayNot",
  "notFound",
  "invalid",
  "mediaType",
  "fileRefused",
  "conflict",
  "recommendFirst",
  "busy",
  "internal",
] as const;
export const problemCode = z.enum(PROBLEM_CODES);
export type ProblemCode = z.infer<typeof problemCode>;

export const problem = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: problemCode,
  /** Only for an incident of ours: the number to give when asking for help. */
  reference: z.optional(z.string()),
});
export type Problem = z.infer<typeof problem>;
