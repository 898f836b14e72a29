/** The channel of a cell: who is there, what is posted in it, and what becomes of its cards when it is gone. */
import type { Actor } from "../../domain/people/actor.ts";
import type { CellId } from "../../domain/review/codes.ts";
import type { CellLink, Review, ReviewPost } from "../../domain/review/records.ts";
import { nobodyNew, outsidersText, readRoster } from "../../domain/review/roster.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";
import { editPost, firstPost } from "./post-of.ts";

/** Something can be posted there, at once or once it is confirmed. */
export const isLive = ({ state }: CellLink): boolean => state === "linked" || state === "toConfirm";

/** More cells than a PLIE holds. */
const CELLS_AT_MOST = 10;

export type CellPlace = { readonly channel: string } | { readonly team: string };

/** The links of one channel, or of one team. */
export const linksOf = async (
  { store }: Pick<Services, "store">,
  place: CellPlace,
): Promise<readonly Versioned<CellLink>[]> => {
  const key = "channel" in place ? `channel:${place.channel}` : `team:${place.team}`;
  return (await store.list({ kind: "cellLink", key, limit: CELLS_AT_MOST })).items;
};

/** What was read of a channel beside the team file. */
export type Looked =
  | { readonly kind: "read"; readonly outsiders: CellLink["outsiders"]; readonly roster: CellLink["roster"] }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "later" };

export const lookInto = async (
  services: Services,
  place: { readonly serviceUrl: string; readonly channelId: string },
): Promise<Looked> => {
  const read = await services.rooms.roster(place);
  if (read.kind !== "read") return read;
  const members = services.people.members();
  const chats = await services.store.getMany(
    "conversation",
    members.map(({ aadObjectId }) => aadObjectId),
  );
  const knownAs = new Map(chats.map(({ doc }) => [doc.userId, doc.memberId]));
  return { kind: "read", ...readRoster(read.people, members, knownAs) };
};

/** The link once the channel was looked into: whoever is new there and not in the team waits for a chargé de projet. */
export const afterLooking = (services: Services, link: CellLink, looked: Looked & { kind: "read" }): CellLink => {
  const { outsiders, roster } = looked;
  const stillAccepted = link.accepted !== null && nobodyNew(link.outsiders, outsiders);
  const state = outsiders.length === 0 || stillAccepted ? "linked" : "toConfirm";
  const accepted = stillAccepted ? services.ids.digest(outsidersText(outsiders)) : null;
  return { ...link, state, outsiders, roster, accepted, checkedOn: services.clock.today() };
};

/** One line stays where the card was; nothing where Teams never said where it is. */
const movedAway = (
  services: Services,
  link: CellLink,
  review: Review,
  { doc }: Versioned<ReviewPost>,
): readonly Write[] => {
  const { conversationId, activityId } = doc;
  if (conversationId === null || activityId === null || doc.state === "lost") return [];
  const { serviceUrl, tenantId } = link;
  const at = services.clock.now().toISOString();
  return [
    // The thread is remembered by itself: the cell's link names another channel from now on.
    {
      op: "put",
      doc: {
        ...{ kind: "conversation", schemaVersion: 1, memberId: services.ids.digest(conversationId), conversationId },
        ...{ serviceUrl, tenantId, userId: "", botId: "", refused: null, at },
      },
    },
    leftToSend(services, {
      ...{ what: "erase", memberId: review.submittedBy, conversationId, activityId, code: review.code },
      review: review.id,
      screen: { screen: "reviewMoved", review: review.id, notice: null, at: null },
    }),
  ];
};

const by = ({ submittedBy }: Review) => ({ memberId: submittedBy, playedBy: null });

/** Its card where it is wanted now. `again`: a person asked, so that what Teams refused is tried anew. */
const wanted = (
  services: Services,
  link: Versioned<CellLink>,
  review: Review,
  post: Versioned<ReviewPost> | undefined,
  again: boolean,
): readonly Write[] => {
  if (post === undefined) return firstPost(services, by(review), review, link);
  const elsewhere = post.doc.channelId !== link.doc.channelId;
  const anew = firstPost(services, by(review), review, link, post);
  if (elsewhere) return anew.length === 0 ? [] : [...anew, ...movedAway(services, link.doc, review, post)];
  if (post.doc.state === "lost" || (again && post.doc.state === "refused")) return anew;
  // While the channel was to be confirmed, nothing was replaced in it.
  return again ? editPost(services, by(review), review, post) : [];
};

/** The card follows its review: brought up to date where it is, posted where the channel waits for it. */
export const cardFollows = (
  services: Services,
  actor: Pick<Actor, "memberId" | "playedBy">,
  link: Versioned<CellLink> | undefined,
  review: Review,
  post: Versioned<ReviewPost> | undefined,
): readonly Write[] =>
  link?.doc.state === "linked" ? wanted(services, link, review, post, true) : editPost(services, actor, review, post);

const closedAt = ({ state, decided, withdrawn }: Review): string | null => {
  if (state === "decided") return decided?.at ?? null;
  return state === "withdrawn" ? (withdrawn?.at ?? null) : null;
};

/** What was decided or withdrawn while the channel was to be confirmed: there, its card still says that it waits. */
const closeCards = async (services: Services, channelId: string): Promise<void> => {
  for await (const post of everyDocument(services.store, { kind: "reviewPost", key: `channel:${channelId}` })) {
    const review = await services.store.get("review", post.doc.review);
    const at = review === undefined ? null : closedAt(review.doc);
    if (review === undefined || at === null || post.doc.state !== "posted") continue;
    if (at > (post.doc.editedAt ?? post.doc.at))
      await services.store.commit(editPost(services, by(review.doc), review.doc, post));
  }
};

/** Posts what waits in a cell whose channel is linked: each review by itself, so that what was written stays written. */
export const postWaiting = async (services: Services, cell: CellId, again: boolean): Promise<void> => {
  const link = await services.store.get("cellLink", cell);
  if (link?.doc.state !== "linked") return;
  for await (const { doc: review } of everyDocument(services.store, { kind: "review", key: `waiting:${cell}` })) {
    const post = await services.store.get("reviewPost", review.id);
    const writes = wanted(services, link, review, post, again);
    if (writes.length > 0) await services.store.commit(writes);
  }
  if (again) await closeCards(services, link.doc.channelId);
};

/** The cards of a channel that is gone. Where they were is kept: a channel that is restored holds them still. */
export const loseCards = async (services: Services, channelId: string, reason: string): Promise<void> => {
  for await (const { doc, version } of everyDocument(services.store, {
    kind: "reviewPost",
    key: `channel:${channelId}`,
  }))
    if (doc.state !== "lost")
      await services.store.commit([{ op: "put", doc: { ...doc, state: "lost", reason }, expected: version }]);
};

/** A channel that comes back holds its cards still: they are brought up to date where they are. */
export const findCards = async (services: Services, channelId: string): Promise<void> => {
  for await (const { doc, version } of everyDocument(services.store, {
    kind: "reviewPost",
    key: `channel:${channelId}`,
  })) {
    const review = await services.store.get("review", doc.review);
    if (doc.state !== "lost" || doc.activityId === null || review === undefined) continue;
    const found: ReviewPost = { ...doc, state: "posted", reason: null };
    await services.store.commit([
      { op: "put", doc: found, expected: version },
      ...editPost(services, by(review.doc), review.doc, { doc: found, version }),
    ]);
  }
};
