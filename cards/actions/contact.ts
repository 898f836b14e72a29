/** *Rencontrer*: contacts and appointments, what goes on, how a parcours ends, and what the prescriber hears. */
import { z } from "zod";
import { TOLD } from "../../src/domain/outreach/codes.ts";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

/** `noMessage` is the toggle that always comes back with its form. */
export const contactFields = {
  way: typed,
  result: typed,
  on: typed,
  appointmentOn: typed,
  preferredWay: typed,
  noMessage: typed,
} as const;
export const outreachFields = { way: typed, until: typed } as const;
export const endingFields = { how: typed, why: typed, door: typed, words: typed } as const;

const contact = z.strictObject({ code, rev, ...contactFields });
const outreach = z.strictObject({ code, rev, whole, ...outreachFields });
const ending = z.strictObject({ code, rev, whole, ...endingFields });
/** From a form: what is typed there is kept. `appointment` is the day that the card showed. */
const appointment = z.strictObject({ code, rev, appointment: rev, ...contactFields });

export const contactActions = {
  openContact: action("contact.open", ofCase),
  logContact: action("contact.log", contact),
  goFromContact: action("contact.go", contact.extend({ to: z.enum(["sheet", "outreach", "told", "ending"]) })),
  missedAppointment: action("contact.missed", appointment),
  heldAppointment: action("contact.held", appointment),
  saveOutreach: action("contact.review", outreach),
  leaveOutreach: action("contact.reviewLeave", outreach),
  openEnding: action("ending.open", ofCase),
  saveEnding: action("ending.save", ending),
  leaveEnding: action("ending.leave", ending),
  openTold: action("told.open", ofCase),
  noteTold: action("told.note", z.object({ code, what: z.enum(TOLD) })),
} as const;
