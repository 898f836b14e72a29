/** From what was typed in *Avis* to what is recorded: why is always said, and no word of it says who the person is. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import type { MemberId } from "../participant/codes.ts";
import { cleanText } from "../text.ts";
import { chosenDestination, typedDestination } from "./destination-typed.ts";
import { reviewOutcome, type Destination, type ReviewOutcome } from "./outcomes.ts";
import type { Opinion, Review } from "./records.ts";
import { textProblems, type Naming, type TextProblem } from "./text-problems.ts";

export type OpinionProblem =
  { readonly field: "outcome" | "to" | "why"; readonly code: "missing" } | TextProblem<"why" | "next">;

export type OpinionSaid = Pick<Opinion, "outcome" | "to" | "why" | "next">;
type Read =
  | { readonly ok: true; readonly said: OpinionSaid }
  | { readonly ok: false; readonly problems: readonly OpinionProblem[] };

/** What an opinion is read against. */
export interface ToOpine {
  readonly outcomes: readonly ReviewOutcome[];
  /** Where a reorientation may lead: a lead, or one of its services frozen with what the cell saw. */
  readonly destinations: readonly Destination[];
  readonly lengths: Pick<Framework["lengths"], "longText">;
  readonly naming: Naming;
}

export const opinionFromInputs = (inputs: TypedInputs, about: ToOpine): Read => {
  const chosen = reviewOutcome.safeParse(inputs["outcome"]);
  const outcome = chosen.success && about.outcomes.includes(chosen.data) ? chosen.data : undefined;
  const to = outcome === "reorient" ? chosenDestination(inputs["to"] ?? "", about.destinations) : null;
  const { longText } = about.lengths;
  const [why, next] = [cleanText(inputs["why"] ?? ""), cleanText(inputs["next"] ?? "")];
  const problems: OpinionProblem[] = [
    ...(outcome === undefined ? [{ field: "outcome", code: "missing" } as const] : []),
    ...(outcome === "reorient" && to === null ? [{ field: "to", code: "missing" } as const] : []),
    ...(why === "" ? [{ field: "why", code: "missing" } as const] : []),
    ...textProblems("why", why, longText, about.naming),
    ...textProblems("next", next, longText, about.naming),
  ];
  return outcome === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, said: { outcome, to, why, next } };
};

/** One's own opinion, as its form shows it again. `only`: the outcome where the cell has no other. */
export const inputsFromOpinion = (said: OpinionSaid | undefined, only: ReviewOutcome | undefined): TypedInputs => ({
  outcome: said?.outcome ?? only ?? "",
  to: said?.to == null ? "" : typedDestination(said.to),
  why: said?.why ?? "",
  next: said?.next ?? "",
});

/** The review once a member gave their opinion: under study, and that member is among those who gave one. An adjourned one still waits. */
export const withOpinionOf = (review: Review, memberId: MemberId): Review => ({
  ...review,
  state: review.state === "adjourned" ? "adjourned" : "underReview",
  givers: [...new Set([...review.givers, memberId])],
});
