/** *Préparer* an action, and *Actions collectives*. */
import { z } from "zod";
import { action, code, nothing, rev, typed, whole } from "./action.ts";

const id = z.string().max(80);
/** The person for whom a collective action is looked for; empty: nobody in particular. */
const forWhom = z.union([code, z.literal("")]).optional();

export const preparationFields = { referent: typed, learn: typed, show: typed, observe: typed } as const;
const preparation = z.strictObject({ code, action: id, rev, whole, ...preparationFields });

export const sessionFields = {
  what: typed,
  title: typed,
  from: typed,
  until: typed,
  hours: typed,
  place: typed,
  leaderId: typed,
  leader: typed,
  places: typed,
} as const;
const newSession = z.strictObject({ rev, whole, ...sessionFields });

/** `choice` is somebody who is expected, `person` somebody who may join. */
const ofSession = z.object({ session: id, code: forWhom, choice: typed, person: typed });

export const sessionActions = {
  openPreparation: action("preparation.open", z.object({ code, action: id })),
  savePreparation: action("preparation.save", preparation),
  leavePreparation: action("preparation.leave", preparation),

  listSessions: action("session.list", z.object({ code: forWhom })),
  pickSession: action("session.pick", z.object({ code: forWhom, choice: typed })),
  openSession: action("session.open", ofSession),
  newSession: action("session.new", nothing),
  saveSession: action("session.save", newSession),
  leaveSession: action("session.leave", newSession),
  enrolInSession: action("session.enrol", ofSession),
  withdrawFromSession: action("session.withdraw", ofSession),
  sessionBilan: action("session.bilan", ofSession),
  openSessionPresent: action("session.presentOpen", ofSession),
  saveSessionPresent: action(
    "session.present",
    z.strictObject({ session: id, shown: z.string().max(2_000), whole, present: typed }),
  ),
  askCancelSession: action("session.cancelAsk", ofSession),
  cancelSession: action("session.cancel", ofSession),
} as const;
