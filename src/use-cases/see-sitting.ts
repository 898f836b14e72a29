import { z } from "zod";
import type { Member } from "../domain/people/member.ts";
import { meetingId, type ReviewId } from "../domain/review/codes.ts";
import type { OpinionCount } from "../domain/review/minutes.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { readAgenda, waitingOf, type Agenda } from "./parts/agenda.ts";
import { isOpenReview, presentMembers, readReview, type ReviewView } from "./parts/on-review.ts";
import { countsOf } from "./parts/opinions-of.ts";
import { followsSitting, loadSitting, teamOfSitting, type Sitting } from "./parts/on-sitting.ts";
import type { Review } from "../domain/review/records.ts";

const input = z.strictObject({ meeting: meetingId });

export interface CurrentCase {
  readonly view: ReviewView;
  /** By outcome, once revealed. */
  readonly counts: readonly OpinionCount[];
  readonly present: number;
  readonly quorum: number;
}
export interface SittingView extends Sitting {
  readonly agenda: Agenda;
  /** The team, members of the cell first. */
  readonly team: readonly Member[];
  readonly current: CurrentCase | null;
  /** Open reviews that can be taken beside the current one. */
  readonly takeable: readonly Review[];
}

const currentOf = async (services: Services, id: ReviewId | null): Promise<CurrentCase | null> => {
  const view = id === null ? undefined : await readReview(services, id);
  if (view === undefined) return null;
  const [present, quorum] = [presentMembers(view).length, view.rules?.quorum ?? 0];
  return { view, present, quorum, counts: await countsOf(services, view.review.doc) };
};

/** Where a sitting stands: its agenda, the case under study, who is there. */
export const seeSitting = query<z.infer<typeof input>, Sitting, SittingView>({
  act: "sitting.see",
  input,
  load: loadSitting,
  allow: followsSitting,
  run: async (services, _actor, sitting) => {
    const { cell, current } = sitting.meeting.doc;
    const [agenda, waiting, now] = await Promise.all([
      readAgenda(services, cell),
      waitingOf(services, cell),
      currentOf(services, current),
    ]);
    const open = [...agenda.reviews, ...waiting.filter(({ doc }) => !sitting.meeting.doc.order.includes(doc.id))];
    return done({
      ...sitting,
      agenda,
      team: teamOfSitting(services, sitting),
      takeable: open.map(({ doc }) => doc).filter((review) => isOpenReview(review) && review.id !== current),
      current: now,
    });
  },
});
