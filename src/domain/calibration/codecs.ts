/** How vignettes and second scorings are kept and found again. */
import { define } from "../codec.ts";
import { roundId } from "../diagnostic/assessment.ts";
import { doubleScoring, vignetteScore } from "./records.ts";

export const calibrationCodecs = {
  vignetteScore: define({
    schema: vignetteScore,
    id: (doc) => `${doc.vignette}.${doc.memberId}`,
    keys: (doc) => ["all", `vignette:${doc.vignette}`, `member:${doc.memberId}`],
    order: (doc) => `${doc.vignette}.${doc.memberId}`,
  }),
  doubleScoring: define({
    schema: doubleScoring,
    id: roundId,
    keys: (doc) => ["all", doc.state, `case:${doc.code}`, `second:${doc.secondId}`],
    order: (doc) => `${doc.at} ${doc.code}`,
  }),
} as const;
