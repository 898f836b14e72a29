/** Calendar days as `2026-11-24`, counted without clock or time zone. Day 0 is the date itself. */
import type { Day } from "./codes.ts";

const DAY_MS = 86_400_000;
const LONGEST_CLOSURE = 60;

const stamp = (day: Day): number => {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(0).setUTCFullYear(year ?? 0, (month ?? 1) - 1, date ?? 1);
};
const dayAt = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

/** `2026-02-31` is none. */
export const isCalendarDay = (year: number, month: number, date: number): boolean => {
  const made = new Date(new Date(0).setUTCFullYear(year, month - 1, date));
  return made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === date;
};

export const dayOf = (year: number, month: number, date: number): Day =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;

export const addDays = (day: Day, count: number): Day => dayAt(stamp(day) + count * DAY_MS);

/** Whole days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((stamp(to) - stamp(from)) / DAY_MS);

/** The same date in another year; 29 February becomes 1 March where there is none. */
export const addYears = (day: Day, count: number): Day => {
  const made = new Date(stamp(day));
  return dayAt(made.setUTCFullYear(made.getUTCFullYear() + count));
};

/** The same date so many months later; the last day of a month that is too short. */
export const addMonths = (day: Day, count: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(0).setUTCFullYear(year, month - 1 + count, 1);
  const last = new Date(new Date(first).setUTCMonth(new Date(first).getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(dayAt(first), Math.min(date, last) - 1);
};

export const isWeekend = (day: Day): boolean => [0, 6].includes(new Date(stamp(day)).getUTCDay());

export type IsWorkingDay = (day: Day) => boolean;

const seek = (day: Day, step: 1 | -1, isWorkingDay: IsWorkingDay): Day => {
  for (let count = 0; count <= LONGEST_CLOSURE; count += 1) {
    const candidate = addDays(day, step * count);
    if (isWorkingDay(candidate)) return candidate;
  }
  return day;
};

/** The day itself when worked, else the next one that is. A calendar that closes for two months moves nothing. */
export const nextWorkingDay = (day: Day, isWorkingDay: IsWorkingDay): Day => seek(day, 1, isWorkingDay);

/** The nth working day after (or before, when negative) a day, which itself does not count. */
export const addWorkingDays = (day: Day, count: number, isWorkingDay: IsWorkingDay): Day => {
  const step = count < 0 ? -1 : 1;
  return Array.from({ length: Math.abs(count) }).reduce<Day>(
    (reached) => seek(addDays(reached, step), step, isWorkingDay),
    day,
  );
};
