/** How a round, what was found in it and what was found before are kept and found again. */
import { define, sortable } from "../codec.ts";
import { assessment, pastFinding, round, roundId } from "./assessment.ts";

export const diagnosticCodecs = {
  round: define({
    schema: round,
    id: roundId,
    keys: (doc) => [`case:${doc.code}`],
    order: (doc) => `${sortable(doc.parcours)}.${sortable(doc.round)}`,
  }),
  assessment: define({
    schema: assessment,
    id: (doc) => `${roundId(doc)}.${doc.domain}`,
    keys: (doc) => [`round:${roundId(doc)}`, `case:${doc.code}`],
    order: (doc) => `${sortable(doc.parcours)}.${sortable(doc.round)}.${doc.domain}`,
  }),
  pastFinding: define({
    schema: pastFinding,
    id: (doc) => `${roundId(doc)}.${doc.domain}.${doc.edition}`,
    keys: (doc) => [`round:${roundId(doc)}`, `case:${doc.code}`],
    order: (doc) => `${sortable(doc.parcours)}.${sortable(doc.round)}.${doc.domain}.${sortable(doc.edition)}`,
  }),
} as const;
