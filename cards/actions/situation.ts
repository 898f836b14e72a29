/** *Situation*: the facts that open rights and doors. */
import { z } from "zod";
import { action, code, rev, typed, whole } from "./action.ts";

/** Facts of *Situation*, by their id; `rightToWorkUntil` is a date. */
export const situationFields = {
  seeksWork: typed,
  accompaniedBy: typed,
  lastJob: typed,
  franceTravail: typed,
  rsa: typed,
  ass: typed,
  aah: typed,
  rqth: typed,
  iae: typed,
  diploma: typed,
  qpv: typed,
  referringBody: typed,
  engagement: typed,
  wantsToCreate: typed,
  rightToWorkUntil: typed,
} as const;
/** Where *Situation* was opened from, and goes back to. */
const back = z.enum(["sheet", "lead"]).optional();
const situation = z.strictObject({ code, rev, back, whole, ...situationFields });

export const situationActions = {
  openSituation: action("situation.open", z.object({ code, back })),
  saveSituation: action("situation.save", situation),
  leaveSituation: action("situation.leave", situation),
} as const;
