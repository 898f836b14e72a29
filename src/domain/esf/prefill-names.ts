/** Where a suggestion may come from, and the values that it may have: a file names one, and its item must offer each of these values. */

/** Null: not a choice; a day or a commune. */
export const PREFILL_VALUES = {
  "identity.birthDate": null,
  "identity.commune": null,
  "situation.labour": ["employed", "unemployed", "inactive"],
  "situation.withoutWork": ["twoYearsAndMore", "never"],
  "situation.jobseeker": ["yes", "no"],
  "situation.diploma": ["AFS", "CP4", "CFG", "C3A", "C12", "NV5", "NV4", "NV3", "NV2", "NV1"],
  "situation.minima": ["rsa", "ass", "aah"],
  "situation.qpv": ["yes", "no"],
  "situation.rqth": ["yes"],
  "exit.employment": ["yes", "no"],
  "exit.duration": ["sixMonths"],
  "exit.training": ["yes"],
  "later.employment": ["yes", "no"],
} as const satisfies Readonly<Record<string, readonly string[] | null>>;
export type Prefill = keyof typeof PREFILL_VALUES;
export const PREFILLS = [
  "identity.birthDate",
  "identity.commune",
  "situation.labour",
  "situation.withoutWork",
  "situation.jobseeker",
  "situation.diploma",
  "situation.minima",
  "situation.qpv",
  "situation.rqth",
  "exit.employment",
  "exit.duration",
  "exit.training",
  "later.employment",
] as const satisfies readonly Prefill[];

/** What a suggestion was drawn from, said beside it and kept with the answer that confirmed it. */
export const PREFILL_SOURCES = ["identity", "situation", "ending", "cell", "exitNews"] as const;
export type PrefillSource = (typeof PREFILL_SOURCES)[number];
