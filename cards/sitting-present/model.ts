import { z } from "zod";
import { meetingId } from "../../src/domain/review/codes.ts";
import { choice, text, top } from "../common.ts";

/** *Qui est là ?*: who is in the room, for the quorum and the minutes. */
export const sittingPresentModel = z.strictObject({
  ...top,
  heading: text,
  people: z.array(choice),
  /** Ids of those ticked, separated by commas. */
  present: text,
  data: z.strictObject({ meeting: meetingId, shown: text }),
});
export type SittingPresentModel = z.infer<typeof sittingPresentModel>;
