/** What makes a second delivery, or a second click, known as the same one. */
import type { Delivery } from "../src/use-cases/frame/delivery.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import type { InboundActivity } from "./door/activity.ts";

/** An activity without an id cannot be known again: what it holds and when it was sent stand for it. */
const keyOf = (activity: InboundActivity): string =>
  activity.id ?? JSON.stringify([activity.timestamp ?? "", activity.text ?? "", activity.value ?? null]);

/** `click`: the message whose button was pressed, with everything that came with it. */
export const deliveryOf = (
  services: Services,
  activity: InboundActivity,
  memberId: string,
  pressed: { readonly verb: string; readonly data: unknown } | null,
): Delivery => {
  const digest = (text: string): string => services.ids.digest(text);
  const conversationId = activity.conversation.id;
  const message = pressed === null ? null : (activity.replyToId ?? null);
  return {
    activityKey: `activity.${digest(JSON.stringify([conversationId, memberId, keyOf(activity)]))}`,
    click:
      pressed === null || message === null
        ? null
        : {
            key: `click.${digest(JSON.stringify([conversationId, message, memberId]))}`,
            hash: digest(JSON.stringify([pressed.verb, pressed.data])),
          },
    answerTo: { conversationId, activityId: message },
  };
};
