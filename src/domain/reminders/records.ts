/** What each member chose of their reminders, and what they were already told: once per due item, whatever restarts, instances or sleeps. */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { MILESTONES } from "../participant/milestones.ts";
import { reminderCard } from "./codes.ts";

const v1 = { schemaVersion: z.literal(1) };

export const reminderChoice = z.strictObject({
  kind: z.literal("reminderChoice"),
  ...v1,
  memberId,
  /** Minutes after midnight, in the PLIE's time zone; null: no reminder of one's own cases. */
  minute: z.number().int().min(0).max(1439).nullable(),
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

/** Told that it comes, that it is late, or that the cell it waits for has no date yet. */
export const REMINDED_WHEN = ["due", "late", "noDate"] as const;

/** One due item told to one member: due on another day, it is another item. Written in the same batch as the message. */
export const reminded = z.strictObject({
  kind: z.literal("reminded"),
  ...v1,
  memberId,
  card: reminderCard,
  code: participantCode,
  parcours: z.number().int().positive(),
  milestone: z.enum(MILESTONES),
  on: day,
  when: z.enum(REMINDED_WHEN),
  /** The day of the card that shows it: a card put off until another day joins the one of that day. */
  shownOn: day,
  at: instant,
});
export type Reminded = z.infer<typeof reminded>;

type Told = Pick<Reminded, "memberId" | "card" | "code" | "parcours" | "milestone" | "on" | "when">;
/** A cell without a date is told once for a parcours, however its day moves. */
export const remindedId = ({ memberId: member, card, code, parcours, milestone, on, when }: Told): string =>
  `${member}.${card}.${code}.${parcours}.${when === "noDate" ? when : `${milestone}.${on}.${when}`}`;

/** One card a day and member, and no more: the guard of the batch. */
export const reminderDay = z.strictObject({
  kind: z.literal("reminderDay"),
  ...v1,
  memberId,
  card: reminderCard,
  on: day,
  told: z.number().int().nonnegative(),
  /** What did not fit in the card, and was not told yet. */
  more: z.number().int().nonnegative(),
  /** *Plus tard*, or it could not be sent: the same card again, not before that instant. */
  later: instant.nullable(),
  at: instant,
});
export type ReminderDay = z.infer<typeof reminderDay>;

export const reminderDayId = ({ memberId: member, card, on }: Pick<ReminderDay, "memberId" | "card" | "on">): string =>
  `${member}.${card}.${on}`;
