/** From what was typed in *Décision* to what is recorded: in words that the person can read, without a word that says who they are. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import type { Lead } from "../suggestion/lead.ts";
import { asideReason, type AsideReason } from "../suggestion/stored-lead.ts";
import { cleanText } from "../text.ts";
import { concordantWith } from "./departs.ts";
import { chosenDestination } from "./destination-typed.ts";
import {
  EXIT_PROOFS,
  isExit,
  reviewOutcome,
  type Destination,
  type ExitProof,
  type ReviewOutcome,
} from "./outcomes.ts";
import { textProblems, type Naming, type TextProblem } from "./text-problems.ts";

export const DECISION_FIELDS = ["outcome", "to", "reasons", "departs", "proofs", "next"] as const;
export type DecisionField = (typeof DECISION_FIELDS)[number];

export type DecisionProblem =
  | { readonly field: "outcome" | "to" | "reasons" | "departs" | "proofs"; readonly code: "missing" }
  | TextProblem<"reasons" | "next">;

export interface Decided {
  readonly outcome: ReviewOutcome;
  readonly to: Destination | null;
  readonly reasons: string;
  readonly departs: AsideReason | null;
  readonly concordant: boolean | null;
  readonly proofs: readonly ExitProof[];
  readonly next: string;
}

/** What the decision is read against. */
export interface ToDecide {
  readonly offered: readonly ReviewOutcome[];
  readonly destinations: readonly Destination[];
  /** The lead as the cell saw it; null: none, or erased since. */
  readonly lead: Pick<Lead, "first" | "relays" | "equivalents"> | null;
  readonly lengths: Framework["lengths"];
  readonly naming: Naming;
}

/** A list of choices comes back as « a,b ». */
const proofsFrom = (typed: string): readonly ExitProof[] => {
  const chosen = typed.split(",").map((part) => part.trim());
  return EXIT_PROOFS.filter((proof) => chosen.includes(proof));
};

type Typed = Omit<Decided, "outcome" | "departs"> & {
  readonly outcome: ReviewOutcome | undefined;
  readonly departs: AsideReason | undefined;
};

const typedIn = (inputs: TypedInputs, { offered, destinations, lead }: ToDecide): Typed => {
  const chosen = reviewOutcome.safeParse(inputs["outcome"]);
  const outcome = chosen.success && offered.includes(chosen.data) ? chosen.data : undefined;
  const to = outcome === "reorient" ? chosenDestination(inputs["to"] ?? "", destinations) : null;
  return {
    outcome,
    to,
    reasons: cleanText(inputs["reasons"] ?? ""),
    departs: asideReason.safeParse(inputs["departs"]).data,
    concordant: outcome === undefined ? null : concordantWith(outcome, to, lead),
    proofs: outcome !== undefined && isExit(outcome) ? proofsFrom(inputs["proofs"] ?? "") : [],
    next: cleanText(inputs["next"] ?? ""),
  };
};

const missing = (
  field: "outcome" | "to" | "reasons" | "departs" | "proofs",
  lacks: boolean,
): readonly DecisionProblem[] => (lacks ? [{ field, code: "missing" }] : []);

export type DecisionRead =
  | { readonly ok: true; readonly decided: Decided }
  | { readonly ok: false; readonly problems: readonly DecisionProblem[] };

/** A reason is asked when the decision departs from the lead, a structure when it leads elsewhere, proofs with an exit; why is always asked. */
export const decisionFromInputs = (inputs: TypedInputs, about: ToDecide): DecisionRead => {
  const { outcome, departs, ...rest } = typedIn(inputs, about);
  const { longText, strength } = about.lengths;
  const problems: readonly DecisionProblem[] = [
    ...missing("outcome", outcome === undefined),
    ...missing("to", outcome === "reorient" && rest.to === null),
    ...missing("reasons", rest.reasons === ""),
    ...textProblems("reasons", rest.reasons, longText, about.naming),
    ...missing("departs", rest.concordant === false && departs === undefined),
    ...missing("proofs", outcome !== undefined && isExit(outcome) && rest.proofs.length === 0),
    ...textProblems("next", rest.next, strength, about.naming),
  ];
  if (outcome === undefined || problems.length > 0) return { ok: false, problems };
  return { ok: true, decided: { ...rest, outcome, departs: rest.concordant === false ? (departs ?? null) : null } };
};
