import { z } from "zod";
import { meetingId } from "../../src/domain/review/codes.ts";
import { code, rev, text, top } from "../common.ts";

const ofCase = z.strictObject({ code });

/** A second question, before what cannot be undone: what it does and to whom, the act, and the way back. */
export const confirmModel = z.strictObject({
  ...top,
  title: text,
  /** « Amina B. · P-2026-0001 »; two lines where two files become one. */
  people: z.array(text).min(1).max(2),
  lines: z.array(text).min(1).max(5),
  /** The button that does it, named by what it does. */
  act: z.discriminatedUnion("verb", [
    z.strictObject({
      title: text,
      verb: z.enum(["round.open", "health.withdraw"]),
      data: z.strictObject({ code, rev }),
    }),
    z.strictObject({
      title: text,
      verb: z.literal("sitting.close"),
      data: z.strictObject({ meeting: meetingId, rev }),
    }),
    z.strictObject({
      title: text,
      verb: z.literal("session.cancel"),
      data: z.strictObject({ session: text }),
    }),
    z.strictObject({ title: text, verb: z.literal("record.merge"), data: z.strictObject({ code, rev, into: code }) }),
  ]),
  /** `destructive` where something is erased or closed for good. */
  style: z.enum(["default", "destructive"]),
  back: z.discriminatedUnion("verb", [
    z.strictObject({
      title: text,
      verb: z.enum(["sheet.open", "manage.open", "record.mergeOpen"]),
      data: ofCase,
    }),
    z.strictObject({ title: text, verb: z.literal("session.open"), data: z.strictObject({ session: text }) }),
    z.strictObject({ title: text, verb: z.literal("sitting.open"), data: z.strictObject({ meeting: meetingId }) }),
  ]),
});
export type ConfirmModel = z.infer<typeof confirmModel>;
