/** *Droits*: what the person was told and asked, who opened their file. */
import { z } from "zod";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

export const requestFields = { what: typed, contested: typed, receivedOn: typed, words: typed } as const;
export const answerFields = { outcome: typed, answeredOn: typed, answer: typed } as const;

const requestId = z.string().max(60);
const asked = z.strictObject({ code, rev, whole, ...requestFields });
const answered = z.strictObject({ code, request: requestId, rev, whole, ...answerFields });

export const rightsActions = {
  openRights: action("rights.open", ofCase),
  openRightsRequest: action("rights.note", ofCase),
  saveRightsRequest: action("rights.request", asked),
  leaveRightsRequest: action("rights.requestLeave", asked),
  openRightsAnswer: action("rights.answerOpen", z.object({ code, choice: typed })),
  saveRightsAnswer: action("rights.answer", answered),
  leaveRightsAnswer: action("rights.answerLeave", answered),
  giveNotice: action("rights.notice", ofCase),
  openOpenings: action("rights.openings", z.object({ code, cursor: z.string().max(600).nullable() })),
} as const;
