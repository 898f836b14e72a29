/** The only place that sends to Teams. What it sends is read again for whoever it goes to. */
import type { OutboxEntry } from "../src/domain/records/bookkeeping.ts";
import type { CellLink, ReviewPost } from "../src/domain/review/records.ts";
import type { Delivered, Messenger } from "../src/ports/messenger.ts";
import { readActor } from "../src/use-cases/meet-member.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import type { Actor } from "../src/domain/people/actor.ts";
import { renderCard } from "../cards/index.ts";
import type { Connector, CreateOutcome, OutboundActivity, SendOutcome } from "./door/connector.ts";
import type { RefusedReason } from "./door/send-outcome.ts";
import { readerOf, type Place } from "./reader.ts";
import { screen, type Screen } from "./screens.ts";
import { marked } from "./sent-mark.ts";
import { show } from "./show.ts";

const CARD = "application/vnd.microsoft.card.adaptive";
const CHAT_CLOSED: ReadonlySet<RefusedReason> = new Set([
  "blocked",
  "notInstalled",
  "disabledByAdmin",
  "conversationNotFound",
]);

/** A card alone, so that its id can be replaced; the notification says what it is, never about whom. */
const activityOf = (card: object, summary: string): OutboundActivity => ({
  type: "message",
  summary,
  attachments: [{ contentType: CARD, content: card }],
});

const CODES = /\bP-\d{4}-\d{4,6}\b/g;
/** The participants that it names: where the card is has to be known once one of them is erased. */
const naming = (outcome: Delivered, activity: OutboundActivity): Delivered =>
  outcome.kind === "sent" ? { ...outcome, names: [...new Set(JSON.stringify(activity).match(CODES) ?? [])] } : outcome;

const refused = (reason: string): Delivered => ({ kind: "refused", reason, chatClosed: false });

/** `ofChat`: what closes is a member's own chat. */
const delivered = (outcome: SendOutcome, ofChat: boolean): Delivered => {
  if (outcome.kind === "refused")
    return { kind: "refused", reason: outcome.reason, chatClosed: ofChat && CHAT_CLOSED.has(outcome.reason) };
  if (outcome.kind === "later") return { kind: "later", retryAfterMs: outcome.retryAfterMs ?? null };
  return outcome;
};

const opened = (outcome: CreateOutcome): Delivered =>
  outcome.kind === "created"
    ? { kind: "sent", activityId: outcome.activityId, conversationId: outcome.conversationId }
    : delivered(outcome, false);

/** The card of a channel is made for nobody in particular. */
const nobody = ({ clock }: Services, { memberId }: OutboxEntry): Actor => ({
  ...{ memberId, name: "", roles: [], playedBy: null },
  today: clock.today(),
});

type WayOut = Pick<Connector, "send" | "update" | "postThread">;

/** Each request waits for its turn once it is ready. */
const inTurn = (connector: WayOut, mayLeave: () => Promise<void>): WayOut => ({
  send: async (...of) => (await mayLeave(), connector.send(...of)),
  update: async (...of) => (await mayLeave(), connector.update(...of)),
  postThread: async (...of) => (await mayLeave(), connector.postThread(...of)),
});

/** Replacing a card is safe: what is not known to have arrived is sent again. */
const replaced = (outcome: SendOutcome, conversationId: string): Delivered => {
  if (outcome.kind === "unknown") return { kind: "later", retryAfterMs: null };
  return outcome.kind === "sent" ? { ...outcome, conversationId } : delivered(outcome, false);
};

export const createMessenger = (
  services: Services,
  connector: Connector,
  options: Place & { readonly local: boolean },
): Messenger => {
  const cardOf = async (entry: OutboxEntry, shown: Screen, actor: Actor): Promise<OutboundActivity> => {
    const read = await show(shown, { services, actor, reader: readerOf(services, options, actor) });
    const { card, summary } = renderCard(read.name, read.model);
    const isNew = entry.what === "message" || entry.what === "post";
    return activityOf(isNew ? marked(card, entry.id) : card, summary);
  };

  const toMember = async (entry: OutboxEntry, shown: Screen, out: WayOut): Promise<Delivered> => {
    const chats = await services.store.getMany("conversation", [
      entry.memberId,
      services.ids.digest(entry.conversationId),
    ]);
    const chat = chats.find(({ doc }) => doc.conversationId === entry.conversationId) ?? chats[0];
    if (chat === undefined) return refused("noChat");
    const actor = (await readActor(services, entry.memberId, options.local)) ?? nobody(services, entry);
    const activity = await cardOf(entry, shown, actor);
    const ref = { serviceUrl: chat.doc.serviceUrl, conversationId: entry.conversationId };
    const ownChat = chat.doc.memberId === entry.memberId && chat.doc.conversationId === entry.conversationId;
    const outcome =
      entry.activityId === null ? await out.send(ref, activity) : await out.update(ref, entry.activityId, activity);
    return naming(delivered(outcome, ownChat), activity);
  };

  const toChannel = async (entry: OutboxEntry, shown: Screen, out: WayOut): Promise<Delivered> => {
    const place = await channelOf(services, entry);
    if (place === undefined) return refused(entry.what === "post" ? "noChannel" : "notThere");
    const { serviceUrl, tenantId } = place.link;
    const { channelId, conversationId, activityId } = place.post;
    const activity = () => cardOf(entry, shown, nobody(services, entry));
    // Somebody clicked on it meanwhile: it is there, and takes the place of the one that was to be posted.
    if (conversationId !== null && activityId !== null)
      return replaced(await out.update({ serviceUrl, conversationId }, activityId, await activity()), conversationId);
    if (entry.what === "edit") return refused("notThere");
    return opened(await out.postThread({ serviceUrl, tenantId, channelId }, await activity()));
  };

  return {
    async deliver(entry, mayLeave) {
      const read = screen.safeParse(entry.screen);
      if (!read.success) return refused("unknownScreen");
      const out = inTurn(connector, mayLeave);
      const inChannel = entry.what === "post" || entry.what === "edit";
      return inChannel ? toChannel(entry, read.data, out) : toMember(entry, read.data, out);
    },
  };
};

interface ChannelPlace {
  readonly post: ReviewPost;
  readonly link: CellLink;
}

/** A card that is there already stays true, and loses what it may not say any more, also while someone new in the channel is to be confirmed. */
const takes = ({ what }: OutboxEntry, { state }: CellLink): boolean =>
  state === "linked" || (what === "edit" && state === "toConfirm");

/** Where the card of a review goes; undefined while its cell has no confirmed channel, or has another one since. */
const channelOf = async ({ store }: Services, entry: OutboxEntry): Promise<ChannelPlace | undefined> => {
  const post = entry.review === null ? undefined : (await store.get("reviewPost", entry.review))?.doc;
  const link = post === undefined ? undefined : (await store.get("cellLink", post.cell))?.doc;
  if (post === undefined || link?.channelId !== post.channelId || !takes(entry, link)) return undefined;
  if (entry.what === "post" ? post.key !== entry.id : post.state !== "posted") return undefined;
  return { post, link };
};
