import type { PUBLICS_CONDITION, ZONE_CONDITION } from "../domain/suggestion/eligibility.ts";
import { serviceWords } from "./services.ts";

const ZONE: typeof ZONE_CONDITION = "zone";
const PUBLICS: typeof PUBLICS_CONDITION = "publics:";

/** A condition as a partner states it; its zone and its publics are conditions as well. */
export const conditionInWords = (condition: string): string => {
  if (condition === ZONE) return serviceWords.zone;
  return condition.startsWith(PUBLICS) ? serviceWords.reserved(condition.slice(PUBLICS.length).split(",")) : condition;
};
