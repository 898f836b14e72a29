import { z } from "zod";
import { ACTION_FIELDS } from "../../src/domain/activation/codes.ts";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Action: an immersion, a collective action, or a first action put off; what the type asks, and nothing else. */
export const actionModel = z.strictObject({
  ...top,
  code,
  target: text,
  /** The type whose questions are shown. */
  shown: text,
  rev,
  title: text,
  person: text,
  /** Which questions are shown. */
  asks: z.strictObject({
    /** What is changed or renewed keeps its type. */
    type: z.boolean(),
    pmsmp: z.boolean(),
    collective: z.boolean(),
    deferral: z.boolean(),
    dates: z.boolean(),
    representative: z.boolean(),
    renewal: z.boolean(),
  }),
  fields: z.record(z.enum(ACTION_FIELDS), text),
  choices: z.strictObject({
    type: z.array(choice),
    objective: z.array(choice),
    yesNo: z.array(choice),
    settling: z.array(choice),
    /** Structures that may be the same; empty: nothing to ask. */
    sameHost: z.array(choice),
    session: z.array(choice),
    reason: z.array(choice),
  }),
  /** Said of many hours a week; null otherwise. */
  warning: text.nullable(),
  free: text,
  accident: text,
  problems: problemsOf(ACTION_FIELDS),
});
export type ActionModel = z.infer<typeof actionModel>;
