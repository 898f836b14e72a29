import type { ScreenRef } from "../../domain/records/bookkeeping.ts";

/** How a command reached us: what makes a second delivery, or a second click, known as the same one. */
export interface Delivery {
  /** One activity: the same again gets the stored outcome. */
  readonly activityKey: string;
  /** One button of one message by one member: `hash` covers the verb and everything typed. */
  readonly click: { readonly key: string; readonly hash: string } | null;
  /** The message to replace once the command is done, or the chat to answer in (`activityId` null). */
  readonly answerTo: { readonly conversationId: string; readonly activityId: string | null } | null;
}

/** Which screen answers an outcome; a reference, kept so that a second delivery gets the same answer. */
export type ScreenFor<Outcome> = (outcome: Outcome) => ScreenRef;
