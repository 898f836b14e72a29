/** *Passage de relais*: the list of a case, one of them step by step, and its two forms. */
import { z } from "zod";
import { HANDOVER_STEPS } from "../../src/domain/handover/codes.ts";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

export const handoverSheetFields = {
  lead: typed,
  name: typed,
  contact: typed,
  otherLead: typed,
  otherName: typed,
  otherContact: typed,
  asks: typed,
  helps: typed,
  useful: typed,
  practical: typed,
} as const;
export const handoverAnswerFields = {
  answer: typed,
  on: typed,
  reason: typed,
  words: typed,
  appointmentOn: typed,
} as const;

const handover = z.string().max(60);
const ofHandover = z.object({ code, handover });
const sheet = z.strictObject({ code, handover, rev, whole, ...handoverSheetFields });
const answer = z.strictObject({ code, handover, rev, whole, ...handoverAnswerFields });

export const handoverActions = {
  openHandovers: action("handover.list", ofCase),
  pickHandover: action("handover.pick", z.object({ code, choice: typed })),
  addRelay: action("handover.relay", z.object({ code, rev })),
  addUrgentRelay: action("handover.urgent", z.object({ code, rev })),
  openHandover: action("handover.open", ofHandover),
  stepHandover: action("handover.step", z.object({ code, handover, rev, step: z.enum(HANDOVER_STEPS), on: typed })),
  openHandoverSheet: action("handover.sheetOpen", ofHandover),
  saveHandoverSheet: action("handover.sheet", sheet),
  leaveHandoverSheet: action("handover.sheetLeave", sheet),
  openHandoverAnswer: action("handover.answerOpen", ofHandover),
  saveHandoverAnswer: action("handover.answer", answer),
  leaveHandoverAnswer: action("handover.answerLeave", answer),
} as const;
