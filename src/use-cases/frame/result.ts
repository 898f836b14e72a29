/** Expected refusals are values. An accident is an exception. */

/** Every reason for which a use case may refuse; a new one does not compile until the chat and the tab have their words for it. */
export const REFUSAL_CODES = [
  /** Not in the team file. */
  "stranger",
  /** The role may not do this. */
  "roleMayNot",
  /** Another référent's case, or none: one and the same answer. */
  "noSuchCase",
  /** The case is cancelled, merged, or its parcours has ended. */
  "caseClosed",
  /** The first interview has not been recorded yet. */
  "notEntered",
  /** Already done: nothing to do twice. */
  "alreadyDone",
  /** What was shown has changed since; read again before doing this. */
  "changedMeanwhile",
  /** The choice is missing or is not one that was offered. */
  "choiceMissing",
  /** Nothing waits to be settled here any more. */
  "nothingToSettle",
  /** Health stays closed until the person agrees. */
  "healthClosed",
  /** The threshold of the synthesis of this round was not reached: the round cannot be closed yet. */
  "roundNotReady",
  /** The record to close holds the diagnostic: keep that one and close the other. */
  "mergeOtherWay",
  /** The lead is shown once the référent has written their own recommendation. */
  "recommendFirst",
  /** Not a review that is open to this person, or none: one and the same answer. */
  "noSuchReview",
  /** The case is already under study. */
  "alreadyUnderReview",
  /** This PLIE does not hold that cell. */
  "noSuchCell",
  /** The référent of the case has the préconisation: no vote, no decision. */
  "ownCase",
  /** Took part in the first study: the second is for others. */
  "tookPart",
  /** Opinions are revealed: they are closed. */
  "opinionsClosed",
  /** Too few members present. */
  "quorumMissing",
  /** Opinions are revealed first. */
  "notRevealed",
  /** A way out needs the person's recorded view. */
  "viewMissing",
  /** A cell studies the case: it is withdrawn first. */
  "studiedNow",
  /** In the path, the exit cell ends it, with its proofs. */
  "endsInCell",
  /** The person died: nothing is written to them any more, nor sent about them. */
  "personDied",
  /** This ESF+ questionnaire is asked later: once the person has left, or six months after. */
  "esfNotYet",
  /** Past the time to ask for a second study. */
  "tooLate",
  /** Another sitting of this cell is open, or this one is closed. */
  "sittingClosed",
  /** No collective action of that number. */
  "noSuchSession",
  /** A collective action that is over or cancelled. */
  "sessionClosed",
  /** Everyone who can be received is expected already. */
  "sessionFull",
  /** People of the channel are not in the team file, and nobody said that it is well so. */
  "channelToConfirm",
  /** The member's own chat with Repère cannot be opened. */
  "chatNotOpen",
  /** Not offered outside local mode. */
  "localOnly",
  /** Too many people at once on the same case: try again. */
  "busy",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: RefusalCode };

export const done = <T>(value: T): Result<T> => ({ ok: true, value });
export const refused = (refusal: RefusalCode): { readonly ok: false; readonly refusal: RefusalCode } => ({
  ok: false,
  refusal,
});
