/** *Donner mon avis* and *Enregistrer la décision*, pressed in the channel: the form goes to the member's own chat, where nobody else wipes it. */
import { z } from "zod";
import { reviewId } from "../domain/review/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { done, refused, type RefusalCode } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import {
  isOpenReview,
  leadsReview,
  loadReview,
  queueOfReview,
  votesOnReview,
  type ReviewView,
} from "./parts/on-review.ts";
import { REFRESHED_AT_MOST, servedMembers } from "./see-review-card.ts";
import { reachOwnChat } from "./parts/own-chat.ts";

const input = z.strictObject({ review: reviewId });
type Input = z.infer<typeof input>;

const toActor = (
  services: Services,
  actor: Actor,
  { review }: ReviewView,
  screen: "opinion" | "decision",
): Promise<readonly Write[] | undefined> => {
  const own = actor.playedBy ?? actor.memberId;
  const { id, code } = review.doc;
  const form = { screen, review: id, check: false, notice: null, at: null };
  return reachOwnChat(services, own, form, { code, review: id });
};

/** Where the cell is larger than what a card refreshes by itself, whoever answers takes the place of who answered longest ago. */
const responder = (actor: Actor, view: ReviewView): readonly Write[] => {
  const { post } = view;
  if (post === undefined || servedMembers(view).length <= REFRESHED_AT_MOST) return [];
  const responders = [...new Set([actor.memberId, ...post.doc.responders])].slice(0, REFRESHED_AT_MOST);
  return [{ op: "put", doc: { ...post.doc, responders }, expected: post.version }];
};

const asking = (what: {
  readonly act: string;
  readonly screen: "opinion" | "decision";
  readonly allow: (actor: Actor, view: ReviewView) => RefusalCode | null;
  readonly closed: (view: ReviewView) => RefusalCode | null;
}) =>
  command<Input, ReviewView, null>({
    act: what.act,
    input,
    queue: queueOfReview,
    load: loadReview,
    allow: what.allow,
    decide: async (services, actor, view) => {
      const closed = what.closed(view);
      if (closed !== null) return refused(closed);
      const sent = await toActor(services, actor, view, what.screen);
      if (sent === undefined) return refused("chatNotOpen");
      const { id, study } = view.review.doc;
      return done({
        outcome: null,
        head: null,
        writes: [...sent, ...responder(actor, view)],
        audit: { act: what.act, code: null, details: { review: id, study } },
      });
    },
  });

export const askForOpinion = asking({
  act: "opinion.ask",
  screen: "opinion",
  allow: votesOnReview,
  closed: ({ review: { doc } }) => (isOpenReview(doc) && doc.revealed === null ? null : "opinionsClosed"),
});

/** Below the quorum, the form itself says what is missing. */
export const askForDecision = asking({
  act: "decision.ask",
  screen: "decision",
  allow: leadsReview,
  closed: ({ review: { doc } }) => (isOpenReview(doc) ? null : "alreadyDone"),
});
