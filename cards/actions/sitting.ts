/** *À étudier*, the agenda of a cell and its sittings. */
import { z } from "zod";
import { cellId, meetingId } from "../../src/domain/review/codes.ts";
import { action, nothing, rev, typed, whole } from "./action.ts";

const ofSitting = z.object({ meeting: meetingId });

export const sittingActions = {
  openReviews: action("reviews.open", nothing),
  pickReview: action("reviews.pick", z.strictObject({ choice: typed })),
  // A cell by its button, or chosen in a list.
  openAgenda: action("agenda.open", z.object({ cell: cellId.optional(), choice: typed })),
  prepareSitting: action("sitting.prepare", z.object({ cell: cellId.optional(), choice: typed })),
  startSitting: action("sitting.start", z.strictObject({ cell: cellId, secretary: typed })),
  openSitting: action("sitting.open", ofSitting),
  openPresent: action("sitting.presentOpen", ofSitting),
  // `shown`: who was ticked when the card was made.
  markPresent: action("sitting.present", z.strictObject({ meeting: meetingId, shown: typed, whole, present: typed })),
  // `rev` is the case that the card said was under study.
  goSitting: action("sitting.go", z.strictObject({ meeting: meetingId, rev, choice: typed })),
  askCloseSitting: action("sitting.closeAsk", ofSitting),
  closeSitting: action("sitting.close", z.strictObject({ meeting: meetingId, rev })),
} as const;
