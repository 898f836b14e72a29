/** What each member chose of their reminders, and what they were already told: once per due item, whatever restarts, instances or sleeps. */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { MILESTONES } from "../participant/milestones.ts";

const v1 = { schemaVersion: z.literal(1) };

export const reminderChoice = z.strictObject({
  kind: z.literal("reminderChoice"),
  ...v1,
  memberId,
  /** Minutes after midnight, in the PLIE's time zone; null: no reminder at all. */
  minute: z.number().int().min(0).max(1439).nullable(),
  /** *Plus tard*: nothing before that instant. */
  notBefore: instant.nullable(),
  at: instant,
});
export type ReminderChoice = z.infer<typeof reminderChoice>;

/** *Stop pour cette situation*: it holds until the member takes it back. */
export const reminderStop = z.strictObject({
  kind: z.literal("reminderStop"),
  ...v1,
  memberId,
  code: participantCode,
  at: instant,
});
export type ReminderStop = z.infer<typeof reminderStop>;

/** One due item told to one member: due on another day, it is another item. Written in the same batch as the message. */
export const reminded = z.strictObject({
  kind: z.literal("reminded"),
  ...v1,
  memberId,
  code: participantCode,
  milestone: z.enum(MILESTONES),
  on: day,
  /** Told that it comes, or that it is late. */
  when: z.enum(["due", "late"]),
  at: instant,
});
export type Reminded = z.infer<typeof reminded>;

/** One card a day and member, and no more: the guard of the batch. */
export const reminderDay = z.strictObject({
  kind: z.literal("reminderDay"),
  ...v1,
  memberId,
  on: day,
  told: z.number().int().nonnegative(),
  at: instant,
});
export type ReminderDay = z.infer<typeof reminderDay>;
