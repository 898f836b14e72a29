import { z } from "zod";
import type { Member } from "../domain/people/member.ts";
import { meetingId } from "../domain/review/codes.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { readAgenda, waitingOf, type Agenda } from "./parts/agenda.ts";
import { isOpenReview, presentMembers, readReview, type ReviewView } from "./parts/on-review.ts";
import { followsSitting, loadSitting, teamOfSitting, type Sitting } from "./parts/on-sitting.ts";
import type { Review } from "../domain/review/records.ts";

const input = z.strictObject({ meeting: meetingId });

export interface CurrentCase {
  readonly view: ReviewView;
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

/** Where a sitting stands: its agenda, the case under study, who is there. */
export const seeSitting = query<z.infer<typeof input>, Sitting, SittingView>({
  act: "sitting.see",
  input,
  load: loadSitting,
  allow: followsSitting,
  run: async (services, _actor, sitting) => {
    const { cell, current } = sitting.meeting.doc;
    const [agenda, waiting, view] = await Promise.all([
      readAgenda(services, cell),
      waitingOf(services, cell),
      current === null ? undefined : readReview(services, current),
    ]);
    const open = [...agenda.reviews, ...waiting.filter(({ doc }) => !sitting.meeting.doc.order.includes(doc.id))];
    return done({
      ...sitting,
      agenda,
      team: teamOfSitting(services, sitting),
      takeable: open.map(({ doc }) => doc).filter((review) => isOpenReview(review) && review.id !== current),
      current:
        view === undefined
          ? null
          : { view, present: presentMembers(view).length, quorum: services.plie.cells[cell]?.quorum ?? 0 },
    });
  },
});
