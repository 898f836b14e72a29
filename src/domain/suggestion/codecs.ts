/** How a situation, what was recommended and each lead are kept and found again. */
import { define, sortable } from "../codec.ts";
import { roundId } from "../diagnostic/assessment.ts";
import { situationRecord } from "./facts.ts";
import { recommendation, storedLead } from "./stored-lead.ts";

export const suggestionCodecs = {
  situation: define({
    schema: situationRecord,
    id: (doc) => `${doc.code}.${doc.parcours}`,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => sortable(doc.parcours),
  }),
  recommendation: define({
    schema: recommendation,
    id: roundId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${sortable(doc.parcours)}.${sortable(doc.round)}`,
  }),
  lead: define({
    schema: storedLead,
    id: (doc) => doc.id,
    keys: (doc) => [`case:${doc.code}`, `round:${roundId(doc)}`],
    order: (doc) => doc.at,
  }),
} as const;
