import type { Handover } from "./records.ts";

/** What was written for a partner may say in functional words what health changes: it goes, and is written and read with the person again. */
export const handoverWithoutHealth = (handover: Handover): Handover => ({
  ...handover,
  edition: handover.edition + 1,
  revised: handover.revised + 1,
  sheet: { asks: "", helps: "", useful: "", practical: "" },
  sendings: handover.sendings.map((sending) => ({ ...sending, words: "" })),
});
