/** From what was typed in *Ma préconisation* to what is recorded. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import { cleanText, lengthOf } from "../text.ts";
import { recommendationChoice, type Recommendation, type RecommendationChoice } from "./stored-lead.ts";

export const RECOMMENDATION_FIELDS = ["choice", "why"] as const;

export type RecommendationProblem =
  | { readonly field: "choice"; readonly code: "missing" }
  | { readonly field: "why"; readonly code: "missing" }
  | { readonly field: "why"; readonly code: "tooLong"; readonly limit: number; readonly length: number };
type Read =
  | { readonly ok: true; readonly choice: RecommendationChoice; readonly why: string }
  | { readonly ok: false; readonly problems: readonly RecommendationProblem[] };

/** Both are asked: a recommendation without its reasons says nothing to a cell. */
export const recommendationFromInputs = (inputs: TypedInputs, { lengths }: Pick<Framework, "lengths">): Read => {
  const choice = recommendationChoice.safeParse(inputs["choice"]);
  const why = cleanText(inputs["why"] ?? "");
  const limit = lengths.longText;
  const length = lengthOf(why);
  const problems: RecommendationProblem[] = [];
  if (!choice.success) problems.push({ field: "choice", code: "missing" });
  if (length === 0) problems.push({ field: "why", code: "missing" });
  if (length > limit) problems.push({ field: "why", code: "tooLong", limit, length });
  return choice.success && problems.length === 0 ? { ok: true, choice: choice.data, why } : { ok: false, problems };
};

export const inputsFromRecommendation = (
  said: Recommendation["said"] | undefined,
): { readonly choice: string; readonly why: string } => ({ choice: said?.choice ?? "", why: said?.why ?? "" });
