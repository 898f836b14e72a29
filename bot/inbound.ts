/** What an activity says that is asked: a button with its data, words without the mention, in one's own chat or among others. */
import { z } from "zod";
import type { InboundActivity } from "./door/activity.ts";
import { unmarked } from "./sent-mark.ts";

export type Pressed = {
  readonly verb: string;
  readonly data: unknown;
  /** The entry that sent the card, where the card says so. */
  readonly sent: string | null;
};

const cardAction = z.looseObject({
  action: z.looseObject({ verb: z.string().max(100).optional(), data: z.unknown() }),
});

/** The verb and data of a button, without the mark of its sending; a button without a verb is one of an older version. */
export const pressedIn = (activity: InboundActivity): Pressed | undefined => {
  const read = cardAction.safeParse(activity.value);
  if (!read.success) return undefined;
  const { verb, data } = read.data.action;
  return { verb: verb ?? "", ...unmarked(data ?? {}) };
};

export const isButton = (activity: InboundActivity): boolean =>
  activity.type === "invoke" && activity.name === "adaptiveCard/action";

/** A client that does not say what kind of conversation it is in: a group or a channel is known by its id. */
export const isPersonal = ({ conversation: { id, conversationType, isGroup } }: InboundActivity): boolean =>
  conversationType === undefined ? isGroup !== true && !id.startsWith("19:") : conversationType === "personal";

/** Mentions of the bot, as Teams writes them in the text. */
export const withoutMentions = (text: string): string =>
  text.replace(/<at>[^<]*<\/at>/gu, " ").replace(/&nbsp;/gu, " ");
