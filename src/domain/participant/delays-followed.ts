/** With which delays and which cells the milestones of every case were set: other ones, and every case is looked at again. */
import { z } from "zod";
import { participantCode } from "./codes.ts";

export const delaysFollowed = z.strictObject({
  kind: z.literal("delaysFollowed"),
  schemaVersion: z.literal(1),
  /** Digest of the delays, of the dates of the cells and of the rules; null: never yet. */
  setWith: z.string().nullable(),
  /** Cases are being looked at again, in the order of codes: those up to `after` are done. */
  pass: z.strictObject({ setWith: z.string(), after: participantCode.nullable() }).nullable(),
});
export type DelaysFollowed = z.infer<typeof delaysFollowed>;
