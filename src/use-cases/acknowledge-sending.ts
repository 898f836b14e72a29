/** A press on a card says that the card exists, and where: what was not known of its sending is known from then on. */
import type { MemberId } from "../domain/participant/codes.ts";
import type { OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { ReviewPost } from "../domain/review/records.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { postedWrites } from "./frame/left-to-send.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { editPost } from "./parts/post-of.ts";
import { settledWrite } from "./parts/send-trouble.ts";

export interface CardSeen {
  /** The entry that the card carries. */
  readonly entry: string;
  readonly conversationId: string;
  readonly activityId: string;
  readonly by: MemberId;
}

type Entry = Versioned<OutboxEntry>;

/** What replaces or erases a card is no card that a press could come from. */
const isCard = ({ what }: OutboxEntry): boolean => what === "post" || what === "message";

const isUnknown = ({ doc }: Entry): boolean => doc.state === "aside" && doc.reason === "unknown";

/** A card is where it was sent, or in a thread of that channel: anything else is not what a client of ours sends. */
const isThere = ({ conversationId }: OutboxEntry, card: CardSeen): boolean =>
  card.conversationId === conversationId || card.conversationId.startsWith(`${conversationId};`);

const entryArrived = ({ doc, version }: Entry, { activityId }: CardSeen): Write => ({
  op: "put",
  doc: { ...doc, state: "sent", reason: null, sentActivityId: activityId },
  expected: version,
});

const settle = async (services: Services, card: CardSeen): Promise<readonly Write[]> => {
  const trouble = await services.store.get("sendTrouble", card.entry);
  return trouble === undefined || trouble.doc.settled !== null
    ? []
    : [settledWrite(services, trouble, "seen", card.by)];
};

const messageArrived = async (services: Services, entry: Entry, card: CardSeen): Promise<readonly Write[]> => {
  if (!isUnknown(entry)) return [];
  return [
    entryArrived(entry, card),
    ...postedWrites(services, { ...entry.doc, activityId: card.activityId }, entry.doc.code),
    ...(await settle(services, card)),
  ];
};

/** The thread, also where a client names the channel alone. */
const threadOf = ({ conversationId, activityId }: CardSeen): string =>
  conversationId.includes(";messageid=") ? conversationId : `${conversationId};messageid=${activityId}`;

const UNPLACED: readonly ReviewPost["state"][] = ["wanted", "unknown", "seen", "refused"];

/**
 * Where the card of a review is, when it was not known. One posted anew meanwhile keeps its own place; one that only waits to be posted anew takes
 * the place of the card that was there all along.
 */
const placeWrites = (services: Services, post: Versioned<ReviewPost> | undefined, card: CardSeen): readonly Write[] => {
  if (post === undefined || post.doc.activityId !== null) return [];
  const isOwn = post.doc.key === card.entry;
  if (isOwn ? !UNPLACED.includes(post.doc.state) : post.doc.state !== "wanted") return [];
  const place = { conversationId: threadOf(card), activityId: card.activityId };
  const state = isOwn ? "posted" : post.doc.state;
  const doc: ReviewPost = { ...post.doc, ...place, state };
  const told = isOwn
    ? editPost(services, { memberId: card.by, playedBy: null }, { ...doc, id: doc.review }, { ...post, doc })
    : [];
  return [{ op: "put", doc, expected: post.version }, ...told];
};

const postArrived = async (services: Services, entry: Entry, card: CardSeen): Promise<readonly Write[]> => {
  const { review, state, sentActivityId } = entry.doc;
  if (review === null || (state === "sent" && sentActivityId !== null)) return [];
  const post = await services.store.get("reviewPost", review);
  const placed = placeWrites(services, post, card);
  return [
    ...(isUnknown(entry) || state === "sent" ? [entryArrived(entry, card)] : []),
    ...placed,
    ...(await settle(services, card)),
  ];
};

/** Most presses find nothing to say: one read. */
export const acknowledgeSending = async (services: Services, card: CardSeen): Promise<void> => {
  await untilWritten(services, async () => {
    const entry = await services.store.get("outbox", card.entry);
    if (entry === undefined || !isCard(entry.doc) || !isThere(entry.doc, card)) return true;
    const writes =
      entry.doc.what === "post"
        ? await postArrived(services, entry, card)
        : await messageArrived(services, entry, card);
    return writes.length === 0 || (await services.store.commit(writes)).ok ? true : undefined;
  });
};
