/** The only place that sends to Teams. What it sends is read again for whoever it goes to. */
import type { OutboxEntry } from "../src/domain/records/bookkeeping.ts";
import type { Delivered, Messenger } from "../src/ports/messenger.ts";
import { readActor } from "../src/use-cases/meet-member.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { renderCard } from "../cards/index.ts";
import type { Connector, OutboundActivity, SendOutcome } from "./door/connector.ts";
import type { RefusedReason } from "./door/send-outcome.ts";
import type { Shown } from "./presenters/shown.ts";
import { readerOf, type Place } from "./reader.ts";
import { screen } from "./screens.ts";
import { show } from "./show.ts";

const CARD = "application/vnd.microsoft.card.adaptive";
const CHAT_CLOSED: ReadonlySet<RefusedReason> = new Set([
  "blocked",
  "notInstalled",
  "disabledByAdmin",
  "conversationNotFound",
]);

/** A card alone, so that its id can be replaced; the notification says what it is, never about whom. */
export const cardActivity = (shown: Shown): OutboundActivity => {
  const { card, summary } = renderCard(shown.name, shown.model);
  return { type: "message", summary, attachments: [{ contentType: CARD, content: card }] };
};

const delivered = (outcome: SendOutcome): Delivered => {
  if (outcome.kind === "sent") return outcome;
  if (outcome.kind === "refused")
    return { kind: "refused", reason: outcome.reason, chatClosed: CHAT_CLOSED.has(outcome.reason) };
  if (outcome.kind === "later") return { kind: "later", retryAfterMs: outcome.retryAfterMs ?? null };
  return outcome;
};

const refused = (reason: string): Delivered => ({ kind: "refused", reason, chatClosed: false });

export const createMessenger = (
  services: Services,
  connector: Connector,
  options: Place & { readonly local: boolean },
): Messenger => ({
  async deliver(entry: OutboxEntry): Promise<Delivered> {
    const chats = await services.store.getMany("conversation", [
      entry.memberId,
      services.ids.digest(entry.conversationId),
    ]);
    const chat = chats.find(({ doc }) => doc.conversationId === entry.conversationId) ?? chats[0];
    if (chat === undefined) return refused("noChat");
    const actor = (await readActor(services, entry.memberId, options.local)) ?? {
      memberId: entry.memberId,
      name: "",
      roles: [],
      playedBy: null,
    };
    const read = screen.safeParse(entry.screen);
    if (!read.success) return refused("unknownScreen");
    const shown = await show(read.data, { services, actor, reader: readerOf(services, options, actor) });
    const ref = { serviceUrl: chat.doc.serviceUrl, conversationId: entry.conversationId };
    const activity = cardActivity(shown);
    return delivered(
      entry.activityId === null
        ? await connector.send(ref, activity)
        : await connector.update(ref, entry.activityId, activity),
    );
  },
});
