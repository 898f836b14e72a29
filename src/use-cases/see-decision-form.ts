/** *Décision*, filled with what the decider typed; and what the référent reads once it is taken. */
import { z } from "zod";
import { maySeeCase } from "../domain/people/actor.ts";
import { reviewId } from "../domain/review/codes.ts";
import { decisionFromInputs, type DecisionProblem } from "../domain/review/decision-from-inputs.ts";
import type { NamedDestination } from "../domain/review/destinations.ts";
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import type { Opinion, ReviewDecision } from "../domain/review/records.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { query } from "./frame/use-case.ts";
import { decidesReview, hindranceTo, loadDeciding, toDecide, type Deciding, type Hindrance } from "./parts/deciding.ts";
import { seesReview, studyIdOf } from "./parts/on-review.ts";
import { revealedOpinions } from "./parts/opinions-of.ts";
import { destinationsOf, loadStudied, offeredTo, type Studied } from "./parts/studied.ts";

const input = z.strictObject({ review: reviewId });
type Input = z.infer<typeof input>;

export interface DecisionForm extends Deciding {
  readonly hindrance: Hindrance | null;
  readonly offered: readonly ReviewOutcome[];
  /** What the cell decides may depart from a lead: why is then asked. */
  readonly compared: boolean;
  readonly destinations: readonly NamedDestination[];
  readonly problems: readonly DecisionProblem[];
  /** Read by whoever decides, once revealed; empty before. */
  readonly opinions: readonly Opinion[];
}

export const seeDecisionForm = query<Input, Deciding, DecisionForm>({
  act: "decision.see",
  input,
  load: loadDeciding,
  allow: decidesReview,
  run: async (services, actor, loaded) => {
    await noteOpening(services, actor, loaded.view.review.doc.code);
    const about = toDecide(loaded);
    const read = decisionFromInputs(loaded.form.shown, about);
    return done({
      ...loaded,
      hindrance: hindranceTo(loaded),
      offered: offeredTo(loaded),
      compared: about.lead !== null,
      destinations: destinationsOf(loaded),
      problems: read.ok ? [] : read.problems,
      opinions: await revealedOpinions(services, loaded.view.review.doc),
    });
  },
});

export interface DecisionView extends Studied {
  readonly decision: ReviewDecision;
  /** May open the file and print the letter. */
  readonly opens: boolean;
}

const decisionOf = (services: Services, { view }: Studied) =>
  services.store.get("reviewDecision", studyIdOf(view.review.doc));

/** What was decided, as the référent of the case is told, and whoever leads reviews. */
export const seeDecision = query<Input, Studied, DecisionView>({
  act: "decision.read",
  input,
  load: loadStudied,
  allow: (actor, { view, dossier }) =>
    seesReview(actor, view) ?? (maySeeCase(actor, dossier.file.doc) ? null : "noSuchReview"),
  run: async (services, actor, loaded) => {
    const decision = await decisionOf(services, loaded);
    // Taken up again since: there is nothing decided to read.
    if (decision === undefined || loaded.view.review.doc.state !== "decided") return refused("nothingToSettle");
    await noteOpening(services, actor, loaded.view.review.doc.code);
    return done({ ...loaded, decision: decision.doc, opens: maySeeCase(actor, loaded.dossier.file.doc) });
  },
});
