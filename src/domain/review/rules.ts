/** The rules of the collegial review, as the framework's file gives them. */
import { z } from "zod";

const positive = z.number().int().positive();

export const reviewRules = z.strictObject({
  /** Of the simple stays, how many of a hundred take the full study all the same. */
  drawnPercent: z.number().int().min(0).max(100),
  /** A group of communes is named in a channel when at least so many people followed live there. */
  smallestGroup: positive,
  /** Of a sitting: how long a case is presented, how long it may take in all, how many fit. */
  presentationMinutes: positive,
  caseMinutes: positive,
  casesAtMost: positive.max(60),
  /** The letter to the person, in working days after the decision. */
  letterWorkingDays: positive,
  /** For how many days the person may ask for a second study. */
  secondStudyDays: positive,
  /** A diagnostic to complete comes back within so many days. */
  completeDays: positive,
  /** A sending of unknown outcome is asked about after so many minutes. */
  unseenMinutes: positive,
  /** Decisions that follow the lead, in a hundred, from which their agreement is an alarm, and over how many decisions at least. */
  concordanceAlarmPercent: z.number().int().min(1).max(100),
  concordanceAlarmDecisions: positive,
});
export type ReviewRules = z.infer<typeof reviewRules>;
