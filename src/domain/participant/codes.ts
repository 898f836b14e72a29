import { z } from "zod";

/** A participant's code, counted per PLIE and year, never reused. Its digits never tolerate a typing error. */
export const participantCode = z.string().regex(/^P-\d{4}-\d{4,6}$/);
export type ParticipantCode = z.infer<typeof participantCode>;

/** A member's object id in the PLIE's tenant (a guest's is the guest object's). */
export const memberId = z.string().min(1).max(64);
export type MemberId = z.infer<typeof memberId>;

/** A calendar day, `2026-11-24`, in the PLIE's time zone. */
export const day = z.iso.date();
export type Day = z.infer<typeof day>;

/** An instant in UTC, `2026-11-24T13:32:00.000Z`. */
export const instant = z.iso.datetime();
export type Instant = z.infer<typeof instant>;

/** `P-2026-0001` from a year and a count. */
export const participantCodeOf = (year: number, count: number): ParticipantCode =>
  `P-${year}-${String(count).padStart(4, "0")}`;
