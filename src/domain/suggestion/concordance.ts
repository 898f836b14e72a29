import type { Lead } from "./lead.ts";
import type { RecommendationChoice } from "./stored-lead.ts";

/** What a recommendation says that goes the same way as the lead: one for the first lead, one for each equivalent one. */
const sameWay = ({ first, equivalents, relays }: Lead): readonly RecommendationChoice[] =>
  first === null
    ? ["toComplete"]
    : [...new Set([first, ...equivalents])].map((kind) => {
        if (kind !== "plie") return `reorient:${kind}` as const;
        return relays.length === 0 ? "stay" : "stayWithRelays";
      });

/** Same outcome, and same kind as the first lead or an equivalent one. */
export const goSameWay = (choice: RecommendationChoice, lead: Lead): boolean => sameWay(lead).includes(choice);
