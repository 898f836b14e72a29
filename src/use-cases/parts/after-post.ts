/** What an attempt to post the card of a review, or to bring it up to date, says of that card. */
import type { OutboxEntry } from "../../domain/records/bookkeeping.ts";
import type { ReviewPost } from "../../domain/review/records.ts";
import type { Delivered } from "../../ports/messenger.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { editPost, firstPost, readLink } from "./post-of.ts";
import { refusalWrites } from "./refused-sending.ts";
import { troubleWrites } from "./send-trouble.ts";
import { tellLeads } from "./tell-leads.ts";

type Post = Versioned<ReviewPost>;
/** On whose behalf the entry was written. */
const behalf = ({ memberId }: OutboxEntry) => ({ memberId, playedBy: null });

const change = ({ doc, version }: Post, changes: Partial<ReviewPost>): Write => ({
  op: "put",
  doc: { ...doc, ...changes },
  expected: version,
});

const LOST = { conversationNotFound: "gone", notInstalled: "botRemoved" } as const;
const isLoss = (reason: string): reason is keyof typeof LOST => Object.hasOwn(LOST, reason);

/** The channel takes nothing from us any more: the cell is to be linked anew, and each chargé de projet is told. */
const channelLost = async (
  services: Services,
  entry: OutboxEntry,
  post: Post,
  reason: keyof typeof LOST,
): Promise<readonly Write[]> => {
  const { cell, channelId } = post.doc;
  const link = await readLink(services, cell);
  const why = LOST[reason];
  const lost: readonly Write[] = [
    change(post, { state: "lost", reason }),
    ...(await troubleWrites(services, entry, cell)),
  ];
  if (link?.doc.channelId !== channelId || link.doc.state !== "linked") return lost;
  // Told once: the link says that it was.
  const told = await tellLeads(services, { screen: "cellLost", cell, why, notice: null, at: null });
  return [...lost, { op: "put", doc: { ...link.doc, state: why }, expected: link.version }, ...told];
};

/** The card was deleted: posted anew, once; one that disappears again is for a person to look at. */
const postAnew = async (services: Services, entry: OutboxEntry, post: Post): Promise<readonly Write[]> => {
  const { doc } = post;
  const again = doc.reason === "activityNotFound";
  const review = again ? undefined : await services.store.get("review", doc.review);
  const link = await readLink(services, doc.cell);
  const writes = review === undefined ? [] : firstPost(services, behalf(entry), review.doc, link, post);
  if (writes.length === 0)
    return [
      change(post, { state: "lost", reason: "activityNotFound" }),
      ...(await refusalWrites(services, entry, doc.cell)),
    ];
  return writes.map((write) =>
    write.op === "put" && write.doc.kind === "reviewPost"
      ? { ...write, doc: { ...write.doc, reason: "activityNotFound" } }
      : write,
  );
};

/** What Teams refused of the channel in general, or of this card. */
const cardRefused = async (services: Services, entry: OutboxEntry, post: Post): Promise<readonly Write[]> => {
  const reason = entry.reason ?? "";
  if (isLoss(reason)) return channelLost(services, entry, post, reason);
  if (reason === "activityNotFound") return postAnew(services, entry, post);
  const refused = entry.what === "post" ? [change(post, { state: "refused", reason })] : [];
  return [...refused, ...(await refusalWrites(services, entry, post.doc.cell))];
};

const isPlaced = ({ doc }: Post): boolean => doc.conversationId !== null && doc.activityId !== null;

/** It left and no clear answer came back; unless someone has clicked on it meanwhile. */
const postUnknown = async (services: Services, entry: OutboxEntry, post: Post): Promise<readonly Write[]> =>
  isPlaced(post)
    ? [
        change(post, { state: "posted" }),
        ...editPost(services, behalf(entry), { ...post.doc, id: post.doc.review }, post),
      ]
    : [change(post, { state: "unknown" }), ...(await troubleWrites(services, entry, post.doc.cell))];

/** The thread that it opened; Teams may take a card without saying where: a click will. */
const postSent = (entry: OutboxEntry, post: Post, outcome: Delivered): readonly Write[] => {
  const conversationId = (outcome.kind === "sent" ? outcome.conversationId : undefined) ?? post.doc.conversationId;
  const activityId = entry.sentActivityId ?? post.doc.activityId;
  const placed = conversationId !== null && activityId !== null;
  return [change(post, { conversationId, activityId, state: placed ? "posted" : "seen" })];
};

const readPost = async ({ store }: Services, { review }: OutboxEntry): Promise<Post | undefined> =>
  review === null ? undefined : store.get("reviewPost", review);

export const afterPost = async (
  services: Services,
  entry: OutboxEntry,
  outcome: Delivered,
): Promise<readonly Write[]> => {
  const post = await readPost(services, entry);
  // Another card has taken its place meanwhile: what became of this one changes nothing.
  if (post?.doc.key !== entry.id) return [];
  if (entry.state === "sent") return postSent(entry, post, outcome);
  if (entry.reason === "unknown") return postUnknown(services, entry, post);
  // The channel was unlinked before it left: linking posts what waits.
  if (entry.reason === "noChannel") return [change(post, { state: "lost", reason: "noChannel" })];
  return cardRefused(services, entry, post);
};

/** Nothing to say: a younger replacement goes out in its place, or the card is not known to be anywhere. */
const QUIET: readonly string[] = ["replaced", "notThere"];

export const afterEdit = async (services: Services, entry: OutboxEntry): Promise<readonly Write[]> => {
  const post = await readPost(services, entry);
  if (post === undefined) return [];
  if (entry.state === "sent") return [change(post, { editedAt: services.clock.now().toISOString() })];
  return QUIET.includes(entry.reason ?? "") ? [] : cardRefused(services, entry, post);
};
