/** Absences and transfers: who stands in for whom, and cases that pass from one référent to another. A person may ask for it as well. */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";

/**
 * A suppléance or a transfer that is under way: of one case, or of all the cases of a référent, taken one by one, so that a stop in between loses
 * nothing. `planned` waits for its first day; `applied`: every case is done; `over`: the suppléance has ended everywhere.
 */
export const caseMove = z.strictObject({
  kind: z.literal("caseMove"),
  schemaVersion: z.literal(1),
  id: z.string(),
  what: z.enum(["absence", "transfer"]),
  /** Null: all the cases of `fromId`. */
  code: participantCode.nullable(),
  fromId: memberId,
  toId: memberId,
  from: day,
  /** Last day of a suppléance; null for a transfer. */
  until: day.nullable(),
  why: z.enum(["absence", "leaves", "workload", "personAsks", "other"]),
  state: z.enum(["planned", "applied", "over", "cancelled"]),
  by: memberId,
  at: instant,
});
export type CaseMove = z.infer<typeof caseMove>;
