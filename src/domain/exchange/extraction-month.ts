/** Which days a month of the extraction speaks of, and when it is made for good. */
import type { Day } from "../participant/codes.ts";
import { addDays, addMonths } from "../participant/days.ts";
import type { Month } from "./extraction-records.ts";

export const monthOf = (day: Day): Month => day.slice(0, 7);
export const firstDayOf = (month: Month): Day => `${month}-01`;
export const nextMonth = (month: Month): Month => monthOf(addMonths(firstDayOf(month), 1));
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(nextMonth(month)), -1);

/** The day from which the month may be made for good. */
export const freezesFrom = (month: Month, freezeDay: number): Day =>
  addDays(firstDayOf(nextMonth(month)), freezeDay - 1);

/** The month to make today after the last one that was made; null: none yet. At first, the past month. */
export const monthToFreeze = (today: Day, freezeDay: number, last: Month | null): Month | null => {
  const past = monthOf(addDays(firstDayOf(monthOf(today)), -1));
  const next = last === null ? past : nextMonth(last);
  return freezesFrom(next, freezeDay) <= today ? next : null;
};
