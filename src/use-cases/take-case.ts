import { z } from "zod";
import { meetingId, reviewId, type ReviewId } from "../domain/review/codes.ts";
import type { Review } from "../domain/review/records.ts";
import { nextOf, taken } from "../domain/review/sitting.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { waitingOf } from "./parts/agenda.ts";
import { isOpenReview } from "./parts/on-review.ts";
import { leadsSitting, loadSitting, queueOfSitting, type Sitting } from "./parts/on-sitting.ts";
import { editPost } from "./parts/post-of.ts";

const input = z.strictObject({
  meeting: meetingId,
  /** The case that the card said was under study; null: none. */
  from: reviewId.nullable(),
  /** The case to take; null: the next one. */
  choice: reviewId.nullable(),
});

interface Loaded extends Sitting {
  /** What can be taken: open reviews of the order, and those of the cell that came since. */
  readonly open: readonly Versioned<Review>[];
}

/** `overtaken`: someone took another case meanwhile; `allDone`: none is left. */
export interface Taken {
  readonly kind: "taken" | "overtaken" | "allDone";
  readonly review: ReviewId | null;
}

const load = async (
  services: Services,
  actor: Actor,
  request: { readonly meeting: string },
): Promise<Result<Loaded>> => {
  const sitting = await loadSitting(services, actor, request);
  if (!sitting.ok) return sitting;
  return done({ ...sitting.value, open: await waitingOf(services, sitting.value.meeting.doc.cell) });
};

/** Its card in the channel says that the cell studies it. */
const underStudy = async (
  services: Services,
  actor: Actor,
  { doc, version }: Versioned<Review>,
): Promise<readonly Write[]> => {
  if (doc.state === "underReview") return [];
  const post = await services.store.get("reviewPost", doc.id);
  return [
    { op: "put", doc: { ...doc, state: "underReview" }, expected: version },
    ...editPost(services, actor, doc, post),
  ];
};

/** *Situation suivante*, or one that is chosen: the time of the case before is counted, and the clock of this one starts. */
export const takeCase = command<z.infer<typeof input>, Loaded, Taken>({
  act: "sitting.take",
  input,
  queue: queueOfSitting,
  load,
  allow: (actor) => leadsSitting(actor),
  decide: async (services, actor, { meeting, open }, { meeting: id, from, choice }) => {
    if (meeting.doc.state === "closed") return refused("sittingClosed");
    const byId = new Map(open.filter(({ doc }) => isOpenReview(doc)).map((one) => [one.doc.id, one]));
    const of = (kind: Taken["kind"], review: ReviewId | null, writes: readonly Write[]) =>
      done({
        outcome: { kind, review },
        writes,
        head: null,
        audit: { act: `sitting.${kind}`, code: null, details: { meeting: id, review } },
      });
    if (from !== meeting.doc.current) return of("overtaken", meeting.doc.current, []);
    const wanted = choice ?? nextOf(meeting.doc, (review) => byId.has(review));
    if (wanted === undefined) return of("allDone", null, []);
    const review = byId.get(wanted);
    const next = taken(meeting.doc, wanted, services.clock.now().toISOString());
    if (review === undefined || next === undefined) return refused("noSuchReview");
    const writes = await underStudy(services, actor, review);
    return of("taken", wanted, [{ op: "put", doc: next, expected: meeting.version }, ...writes]);
  },
});
