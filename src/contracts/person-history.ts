/** `GET /api/participants/{code}/history`: who did what, and when. */
import * as z from "zod/mini";
import { DOMAINS } from "./codes.ts";
import { PAST_ACTS } from "./person-codes.ts";

const by = z.nullable(z.string());

export const personHistory = z.strictObject({
  acts: z.readonly(
    z.array(
      z.strictObject({
        at: z.iso.datetime(),
        by,
        act: z.enum(PAST_ACTS),
        domain: z.nullable(z.enum(DOMAINS)),
        review: z.nullable(z.string()),
      }),
    ),
  ),
  /** False: there are older ones. */
  whole: z.boolean(),
});
export type PersonHistory = z.infer<typeof personHistory>;
