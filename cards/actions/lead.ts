/** *Piste* and *Préconisation*. */
import { z } from "zod";
import { action, code, ofCase, ofCaseRev, rev, typed, whole } from "./action.ts";

export const recommendationFields = { choice: typed, why: typed } as const;
const recommendation = z.strictObject({ code, rev, whole, ...recommendationFields });

export const leadActions = {
  openRecommendation: action("recommendation.open", ofCase),
  saveRecommendation: action("recommendation.save", recommendation),
  leaveRecommendation: action("recommendation.leave", recommendation),
  openLead: action("lead.open", ofCase),
  explainLead: action("lead.why", ofCase),
  setLeadAside: action("lead.setAside", z.strictObject({ code, rev, reason: typed })),
  takeLeadBack: action("lead.takeBack", ofCaseRev),
} as const;
