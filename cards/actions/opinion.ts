/** A review in a member's own chat, their opinion of it, and the ones that the secretary notes. */
import { z } from "zod";
import { reviewId } from "../../src/domain/review/codes.ts";
import { action, ofReview, rev, typed, whole } from "./action.ts";

export const opinionFields = { outcome: typed, to: typed, why: typed, next: typed } as const;
export const opinionNoteFields = { ...opinionFields, member: typed } as const;
const opinion = z.strictObject({ review: reviewId, rev, whole, ...opinionFields });
const opinionNote = z.strictObject({ review: reviewId, rev, whole, ...opinionNoteFields });

export const opinionActions = {
  openReview: action("review.open", ofReview),
  openOpinion: action("opinion.open", ofReview),
  saveOpinion: action("opinion.save", opinion),
  leaveOpinion: action("opinion.leave", opinion),
  openOpinionNote: action("opinion.noteOpen", ofReview),
  saveOpinionNote: action("opinion.noteSave", opinionNote),
  leaveOpinionNote: action("opinion.noteLeave", opinionNote),
  revealOpinions: action("reveal.do", ofReview),
} as const;
