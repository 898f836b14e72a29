/** Pieces that the models of several cards share. Every text is ready to be shown: words and dates are already in French. */
import { z } from "zod";
import { domainId } from "../src/domain/framework/schema.ts";
import { participantCode } from "../src/domain/participant/codes.ts";
import { meetingId, reviewId } from "../src/domain/review/codes.ts";

export const text = z.string();
export const code = participantCode;
/** Travels with the card and comes back with its buttons, as `cards/actions.ts` asks. */
export const rev = text.max(200);
/** A page of a list: null is the first one. */
export const cursor = text.max(600).nullable();

/** One entry of a list to choose from. */
export const choice = z.strictObject({ title: text, value: text });
export type Choice = z.infer<typeof choice>;

/** Above everything else on every card. */
export const top = {
  /** Local mode only: « Vous jouez le rôle de … ». */
  banner: text.nullable(),
  /** « Enregistré à 14 h 32 », a refusal, what has to be corrected. */
  notice: z.strictObject({ text, tone: z.enum(["good", "warning", "attention"]) }).nullable(),
} as const;

/** Urgent points that are still open: they speak first. `first` is the id of the one that the card's button opens. */
export const openUrgent = z.strictObject({ title: text, lines: z.array(text).min(1), first: text.max(60) }).nullable();
export type OpenUrgent = z.infer<typeof openUrgent>;

/** A sentence beside each field that needs one. */
export const problemsOf = <const F extends string>(fields: readonly F[]) => z.partialRecord(z.enum(fields), text);

/** A page that a button leads to; `null` as a whole: there is none. */
export const pageLink = z.strictObject({ cursor }).nullable();

const none = z.strictObject({});
const ofCase = z.strictObject({ code });
/** The closed list of buttons that `sentence` and `done` may carry. */
export const button = z.discriminatedUnion("verb", [
  z.strictObject({
    title: text,
    verb: z.enum(["home.open", "help.open", "person.new", "participants.open", "milestones.open", "vignettes.open"]),
    data: none,
  }),
  z.strictObject({
    title: text,
    verb: z.enum([
      "sheet.open",
      "entry.open",
      "diagnostic.open",
      "overview.open",
      "synthesis.open",
      "personView.open",
      "manage.open",
      "identity.open",
      "double.open",
    ]),
    data: ofCase,
  }),
  z.strictObject({ title: text, verb: z.literal("domain.open"), data: z.strictObject({ code, domain: domainId }) }),
  z.strictObject({
    title: text,
    verb: z.literal("urgent.open"),
    data: z.strictObject({ code, urgent: text.max(60) }),
  }),
  z.strictObject({
    title: text,
    verb: z.enum(["review.open", "opinion.open", "opinion.noteOpen", "reveal.do", "decision.open", "review.inFull"]),
    data: z.strictObject({ review: reviewId }),
  }),
  z.strictObject({
    title: text,
    verb: z.literal("review.moveOpen"),
    data: z.strictObject({ review: reviewId, move: z.enum(["adjourn", "withdraw", "reopen", "second"]) }),
  }),
  z.strictObject({ title: text, verb: z.literal("sitting.open"), data: z.strictObject({ meeting: meetingId }) }),
  z.strictObject({
    title: text,
    verb: z.literal("record.reopen"),
    data: z.strictObject({ code, rev }),
  }),
]);
export type Button = z.infer<typeof button>;
