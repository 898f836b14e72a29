/** The one card of a review in its cell's channel: what is written so that it appears there, and so that it stays true. */
import type { Actor } from "../../domain/people/actor.ts";
import type { CellId } from "../../domain/review/codes.ts";
import type { CellLink, Review, ReviewPost } from "../../domain/review/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";

/** A channel hears of one change a second at most: what comes meanwhile is in the same replacement. */
const BETWEEN_EDITS_MS = 1_000;

const cardOf = (review: string) => ({ screen: "reviewCard", review, notice: null, at: null }) as const;

export const readLink = (services: Pick<Services, "store">, cell: CellId): Promise<Versioned<CellLink> | undefined> =>
  services.store.get("cellLink", cell);

const isPosted = (review: Review): boolean =>
  review.track === "full" && review.state !== "decided" && review.state !== "withdrawn";

/**
 * Posts a review for the first time, or anew where `known` is the card that is gone. Nothing while the channel is not linked and confirmed: linking
 * or confirming posts what waits.
 */
export const firstPost = (
  services: Services,
  actor: Pick<Actor, "memberId" | "playedBy">,
  review: Review,
  link: Versioned<CellLink> | undefined,
  known?: Versioned<ReviewPost>,
): readonly Write[] => {
  if (link?.doc.state !== "linked" || !isPosted(review)) return [];
  const { channelId } = link.doc;
  const key = services.ids.next();
  const { id, cell, code } = review;
  const at = services.clock.now().toISOString();
  const doc: ReviewPost = {
    ...{ kind: "reviewPost", schemaVersion: 1, review: id, cell, code, key, channelId, at },
    ...{ conversationId: null, activityId: null, state: "wanted", reason: null, editedAt: null },
    responders: known?.doc.responders ?? [],
  };
  return [
    { op: "put", doc, expected: known?.version ?? "new" },
    leftToSend(services, {
      ...{ id: key, what: "post", conversationId: channelId, activityId: null, code, review: id },
      memberId: actor.playedBy ?? actor.memberId,
      screen: cardOf(id),
    }),
  ];
};

const later = (services: Services, editedAt: string | null): string => {
  const now = services.clock.now().getTime();
  const free = editedAt === null ? now : Date.parse(editedAt) + BETWEEN_EDITS_MS;
  return new Date(Math.max(now, free)).toISOString();
};

/** Brings the card up to date, read again when it is sent. Nothing where no card is, or will be. */
export const editPost = (
  services: Services,
  actor: Pick<Actor, "memberId" | "playedBy">,
  review: Pick<Review, "id" | "code">,
  post: Versioned<ReviewPost> | undefined,
): readonly Write[] => {
  if (post === undefined || post.doc.state === "lost" || post.doc.state === "refused") return [];
  return [
    leftToSend(services, {
      ...{ what: "edit", conversationId: post.doc.channelId, activityId: null, code: review.code, review: review.id },
      memberId: actor.playedBy ?? actor.memberId,
      notBefore: later(services, post.doc.editedAt),
      screen: cardOf(review.id),
    }),
  ];
};
