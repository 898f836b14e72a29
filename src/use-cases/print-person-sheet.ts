import { z } from "zod";
import { hasDied } from "../domain/participant/clock-facts.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { maySeeCase, type Actor } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { readCaseView, type CaseView } from "./parts/case-view.ts";
import { aboutCode } from "./parts/on-case.ts";
import { studyIdOf } from "./parts/on-review.ts";
import { loadStudied } from "./parts/studied.ts";
import { findingsInForce, readRoundHeads, readRounds } from "./parts/read-rounds.ts";
import type { LetterView } from "./print-letter.ts";

const input = z.strictObject({ code: participantCode });

export interface PersonSheetView extends CaseView {
  /** What was decided last, as the letter tells it; null: nothing yet. */
  readonly decided: LetterView | null;
  readonly referent: string | null;
}

const decidedOf = async (services: Services, actor: Actor, { dossier }: CaseView): Promise<LetterView | null> => {
  const { decided, referentId } = dossier.file.doc;
  if (decided === null || decided.outcome === "practice") return null;
  const studied = await loadStudied(services, actor, { review: decided.review });
  if (!studied.ok) return null;
  const decision = await services.store.get("reviewDecision", studyIdOf(studied.value.view.review.doc));
  if (decision === undefined) return null;
  const nameOf = (id: string): string | null => services.people.byObjectId(id)?.name ?? null;
  return {
    ...studied.value,
    decision: decision.doc,
    decidedBy: nameOf(decision.doc.by),
    referent: nameOf(referentId),
  };
};

/** The sheet given to the person, for whoever reads their case, once they have entered. */
export const printPersonSheet = query<z.infer<typeof input>, CaseView, PersonSheetView>({
  act: "personSheet.print",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseView,
  allow: (actor, { dossier }) => {
    const file = dossier.file.doc;
    if (!maySeeCase(actor, file)) return "noSuchCase";
    if (file.entry === null) return "notEntered";
    if (hasDied(file)) return "personDied";
    return file.status === "cancelled" ? "caseClosed" : null;
  },
  run: async (services, actor, view) => {
    const file = view.dossier.file.doc;
    return done({
      ...view,
      findings: findingsInForce(await readRounds(services, file, await readRoundHeads(services, file))),
      decided: await decidedOf(services, actor, view),
      referent: services.people.byObjectId(file.referentId)?.name ?? null,
    });
  },
});
