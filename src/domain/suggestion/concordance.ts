import type { Lead } from "./lead.ts";
import type { LeadKind } from "./lead-kinds.ts";
import type { RecommendationChoice } from "./stored-lead.ts";

type Compared = Pick<Lead, "first" | "relays" | "equivalents">;

/** Whether the PLIE as an equivalent would ask for relays was not worked out: the relays are those of the first lead. */
const staying = ({ first, relays }: Compared): readonly RecommendationChoice[] =>
  first !== "plie" ? ["stay", "stayWithRelays"] : relays.length === 0 ? ["stay"] : ["stayWithRelays"];

const sameAs = (lead: Compared, kind: LeadKind): readonly RecommendationChoice[] =>
  kind === "plie" ? staying(lead) : [`reorient:${kind}`];

/** Same outcome, and same kind as the first lead or an equivalent one. */
export const goSameWay = (choice: RecommendationChoice, lead: Compared): boolean =>
  lead.first === null
    ? choice === "toComplete"
    : [lead.first, ...lead.equivalents].some((kind) => sameAs(lead, kind).includes(choice));
