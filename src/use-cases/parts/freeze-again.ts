import type { Actor } from "../../domain/people/actor.ts";
import type { Review, Snapshot } from "../../domain/review/records.ts";
import { done, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { freezeCase, keepLeadAsItStands } from "./freeze-case.ts";
import { readCaseWithRecommendation } from "./keep-lead.ts";
import type { ReviewView } from "./on-review.ts";

/**
 * What a next study sees: the case as it is now, under the question that was asked the first time, masked where it has come to name the person.
 */
export const freezeAgain = async (
  services: Services,
  actor: Actor,
  { snapshot }: ReviewView,
  next: Review,
): Promise<Result<Snapshot>> => {
  const { id, study, cell, code } = next;
  const about = { review: id, study, cell, question: snapshot?.doc.question ?? "" };
  const kept = await keepLeadAsItStands(services, actor, { code });
  if (kept.ok) return done(await freezeCase(services, actor, kept.value, about));
  if (kept.refusal !== "recommendFirst") return kept;
  const view = await readCaseWithRecommendation(services, actor, { code });
  return view.ok ? done(await freezeCase(services, actor, view.value, about)) : view;
};
