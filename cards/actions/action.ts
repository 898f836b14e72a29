/** What the lists of buttons share: a button, and the shapes that its data often have. */
import { z } from "zod";
import { participantCode } from "../../src/domain/participant/codes.ts";
import { reviewId } from "../../src/domain/review/codes.ts";

/** An action of a card, and the schema of its data. */
export const action = <V extends string, S extends z.ZodType>(verb: V, data: S) => ({ verb, data }) as const;

const anything = () => z.string().max(100_000).optional();
/** Anything typed: kept whole in the draft, also when it is longer than what can be recorded. */
export const typed = anything();
/** The version of what the card shows: newer work is never overwritten silently. */
export const rev = z.string().max(200);
export const code = participantCode;

/** Buttons that only lead somewhere: a client that sends the fields of the card along changes nothing, and still gets there. */
export const nothing = z.object({});
export const ofCase = z.object({ code });
export const ofReview = z.object({ review: reviewId });
export const ofCaseRev = z.strictObject({ code, rev });

/**
 * Clients send nothing for a field that was emptied, and some drop fields that were not touched. A toggle always comes back with its form:
 * when it is there, what is missing was emptied; when it is not, what is missing is unchanged. `whole` is that toggle, unseen, where a form has none.
 */
export const whole = anything();

/** The person's own level was not asked: a choice needs a value of its own. */
export const NOT_ASKED = "notAsked";
