/** Whether what is decided goes the same way as the lead that the cell had in front of it. */
import { goSameWay } from "../suggestion/concordance.ts";
import type { Lead } from "../suggestion/lead.ts";
import type { RecommendationChoice } from "../suggestion/stored-lead.ts";
import type { Destination, ReviewOutcome } from "./outcomes.ts";

/** A decision in the words of a recommendation; null: an outcome that the method never points to. */
export const asChoice = (outcome: ReviewOutcome, to: Destination | null): RecommendationChoice | null => {
  switch (outcome) {
    case "stay":
    case "stayWithRelays":
    case "toComplete":
      return outcome;
    case "reorient":
      return to === null ? null : `reorient:${to.lead}`;
    case "exitJob":
    case "exitTraining":
    case "exitOther":
    case "goOn":
    case "practice":
      return null;
  }
};

/** True: same outcome and kind as the lead or an equivalent one. Null: there is no lead to compare with, or it says nothing of such an outcome. */
export const concordantWith = (
  outcome: ReviewOutcome,
  to: Destination | null,
  lead: Pick<Lead, "first" | "relays" | "equivalents"> | null,
): boolean | null => {
  const choice = asChoice(outcome, to);
  return choice === null || lead === null ? null : goSameWay(choice, lead);
};
