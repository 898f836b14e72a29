/** Sends again what a person asks for: under a new key, read again when it leaves. */
import type { Actor } from "../../domain/people/actor.ts";
import type { Review, ReviewPost, SendTrouble } from "../../domain/review/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { reachOwnChat } from "./own-chat.ts";
import { editPost, firstPost, readLink } from "./post-of.ts";

export interface Again {
  /**
   * `waits`: the cell has no channel now; `over`: the study is, and its card is not posted any more; `closed`: the chat is not known or takes
   * nothing from us, or what was to be said is too old.
   */
  readonly kind: "sent" | "waits" | "over" | "closed";
  readonly writes: readonly Write[];
}

/** What could not even be prepared, or is too old to be kept: the review as it stands now. */
const asItStands = async (services: Services, id: SendTrouble["review"]) => {
  const review = id === null ? undefined : await services.store.get("review", id);
  if (review === undefined) return undefined;
  const screen = review.doc.state === "decided" ? "reviewDecided" : "review";
  return { screen: { screen, review: id, notice: null, at: null }, code: review.doc.code, review: id };
};

const message = async (services: Services, trouble: SendTrouble): Promise<Again> => {
  const entry = await services.store.get("outbox", trouble.entry);
  const told = entry?.doc ?? (await asItStands(services, trouble.review));
  if (told === undefined || trouble.memberId === null) return { kind: "closed", writes: [] };
  const { screen, code, review } = told;
  const writes = await reachOwnChat(services, trouble.memberId, screen, { code, review });
  return writes === undefined ? { kind: "closed", writes: [] } : { kind: "sent", writes };
};

const card = async (
  services: Services,
  actor: Actor,
  trouble: SendTrouble,
  { review, post }: { readonly review: Review; readonly post: Versioned<ReviewPost> },
): Promise<Again> => {
  if (trouble.what === "edit" && post.doc.state === "posted")
    return { kind: "sent", writes: editPost(services, actor, review, post) };
  const link = await readLink(services, review.cell);
  const writes = firstPost(services, actor, review, link, post);
  if (writes.length > 0) return { kind: "sent", writes };
  const lost = { ...post.doc, state: "lost", reason: "noChannel" } as const;
  const kind = link?.doc.state === "linked" ? "over" : "waits";
  return { kind, writes: [{ op: "put", doc: lost, expected: post.version }] };
};

export const sendAgain = async (services: Services, actor: Actor, trouble: SendTrouble): Promise<Again> => {
  if (trouble.what === "message" || trouble.review === null) return message(services, trouble);
  const [review, post] = await Promise.all([
    services.store.get("review", trouble.review),
    services.store.get("reviewPost", trouble.review),
  ]);
  return review === undefined || post === undefined
    ? { kind: "closed", writes: [] }
    : card(services, actor, trouble, { review: review.doc, post });
};
