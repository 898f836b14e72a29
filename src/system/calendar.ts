import Holidays from "date-holidays";
import type { Day } from "../domain/participant/codes.ts";
import type { Calendar } from "../ports/clock.ts";

/** Working days in France (metropolitan public holidays). */
export const createCalendar = (): Calendar => {
  const holidays = new Holidays("FR");
  const byYear = new Map<string, ReadonlySet<Day>>();
  const publicHolidays = (year: string): ReadonlySet<Day> => {
    const known = byYear.get(year);
    if (known !== undefined) return known;
    const found = new Set(
      holidays
        .getHolidays(Number(year))
        .filter((holiday) => holiday.type === "public")
        .map((holiday) => holiday.date.slice(0, 10)),
    );
    byYear.set(year, found);
    return found;
  };
  return {
    isWorkingDay: (day) => {
      const weekDay = new Date(`${day}T12:00:00.000Z`).getUTCDay();
      return weekDay !== 0 && weekDay !== 6 && !publicHolidays(day.slice(0, 4)).has(day);
    },
  };
};
