import type { Day } from "../participant/codes.ts";
import { addYears } from "../participant/days.ts";
import type { AgeBand } from "./records.ts";

const YOUNGEST_OF: readonly (readonly [years: number, band: AgeBand])[] = [
  [55, "55up"],
  [45, "45to54"],
  [30, "30to44"],
  [26, "26to29"],
];

/** How old a person is, as a cell reads it: never an age, from which a date could be found again. */
export const ageBandOf = (birthDate: Day | null, today: Day): AgeBand => {
  if (birthDate === null) return "unknown";
  return YOUNGEST_OF.find(([years]) => addYears(birthDate, years) <= today)?.[1] ?? "under26";
};
