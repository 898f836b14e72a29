/** What was true when the prescriber was told. */
export const TOLD = ["received", "met", "notMet", "route"] as const;
export type Told = (typeof TOLD)[number];
