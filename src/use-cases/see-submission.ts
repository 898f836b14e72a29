/** *Présenter en cellule*: the form, then exactly what the channel will show. */
import { z } from "zod";
import { participantCode, type Day } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { CellId } from "../domain/review/codes.ts";
import type { FullReason, Snapshot } from "../domain/review/records.ts";
import { submissionFromInputs, type SubmissionProblem } from "../domain/review/submission-from-inputs.ts";
import { fullReasons } from "../domain/review/track.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { readAgenda } from "./parts/agenda.ts";
import { nextReviewId } from "./parts/next-review.ts";
import { aboutCode } from "./parts/on-case.ts";
import { readLink } from "./parts/post-of.ts";
import { versionsWaiting } from "./parts/set-aside.ts";
import {
  dueOnOf,
  freezeSubmission,
  loadPresenting,
  mayPresent,
  toSubmit,
  type Presenting,
} from "./parts/submission.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

export interface SubmissionForm extends Presenting {
  readonly problems: readonly SubmissionProblem[];
  /** A version of this actor was set aside: they choose before going on. */
  readonly toSettle: boolean;
  /** The next date of each cell that is offered; null: none is known. */
  readonly dates: Readonly<Partial<Record<CellId, Day | null>>>;
}

const datesOf = async (services: Services, cells: readonly CellId[]): Promise<SubmissionForm["dates"]> =>
  Object.fromEntries(
    await Promise.all(cells.map(async (cell) => [cell, (await readAgenda(services, cell)).on] as const)),
  );

const common = {
  input,
  about: aboutCode,
  opens: ({ code }: Input) => code,
  load: loadPresenting,
  allow: (actor: Actor, presenting: Presenting) => mayPresent(actor, presenting),
};

export const seeSubmission = query<Input, Presenting, SubmissionForm>({
  act: "review.form",
  ...common,
  run: async (services, actor, presenting) => {
    const read = submissionFromInputs(presenting.form.shown, toSubmit(presenting));
    const waiting = await versionsWaiting(services, presenting.dossier.file.doc, actor);
    const toSettle = waiting.some(({ about }) => about === "review");
    const dates = await datesOf(services, presenting.offered);
    return done({ ...presenting, problems: read.ok ? [] : read.problems, toSettle, dates });
  },
});

export interface SubmissionPreview extends Presenting {
  /** What the channel will show; `review` is the next number, unless someone else presents before. */
  readonly snapshot: Snapshot;
  readonly dueOn: Day | null;
  /** Why the full study; empty: the short circuit, unless it is drawn. */
  readonly because: readonly FullReason[];
  /** The cell's next date; null: none is known. */
  readonly on: Day | null;
  /** The cell has a channel where the card can be posted at once. */
  readonly linked: boolean;
  readonly rev: string;
}

export const seeSubmissionPreview = query<Input, Presenting, SubmissionPreview>({
  act: "review.preview",
  ...common,
  run: async (services, actor, presenting) => {
    const read = submissionFromInputs(presenting.form.shown, toSubmit(presenting));
    if (!read.ok) return refused("changedMeanwhile");
    const { submission } = read;
    const { id } = await nextReviewId(services);
    const frozen = await freezeSubmission(services, actor, presenting, { review: id, submission });
    if (!frozen.ok) return frozen;
    const { kept, snapshot, toTrack, rev } = frozen.value;
    const { dossier } = kept.view;
    const [agenda, link] = await Promise.all([
      readAgenda(services, submission.cell),
      readLink(services, submission.cell),
    ]);
    return done({
      ...presenting,
      ...kept.view,
      snapshot,
      dueOn: dueOnOf(services, dossier, submission.cell),
      because: fullReasons(toTrack),
      on: agenda.on,
      linked: link?.doc.state === "linked",
      rev,
    });
  },
});
