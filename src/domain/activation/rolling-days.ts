/** How many days fall in a window of some months that slides from date to date. Days counted once, first and last included. */
import type { Day } from "../participant/codes.ts";
import { addDays, addMonths, daysBetween } from "../participant/days.ts";

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

export const daysOf = ({ from, until }: Span): number => daysBetween(from, until) + 1;

const eachDay = (span: Span): readonly Day[] =>
  Array.from({ length: Math.max(0, daysOf(span)) }, (_, count) => addDays(span.from, count));

export interface Window extends Span {
  /** Days within, overlapping spans counted once. */
  readonly days: number;
  /** Of which days of the other spans. */
  readonly already: number;
}

/** The first day that is out of a window opened on `from`: the same date so many months later. */
const endOf = (from: Day, months: number): Day => addMonths(from, months);

/**
 * The fullest window that holds at least a day of `added`. Only windows that open on a counted day are looked at: any other holds no day
 * that the one opened on its first counted day does not.
 */
export const fullestWindow = (added: Span, others: readonly Span[], months: number): Window => {
  const mine = new Set(eachDay(added));
  const theirs = new Set(others.flatMap(eachDay));
  const all = [...new Set([...mine, ...theirs])].sort();
  const windows = all.map((from): Window => {
    const end = endOf(from, months);
    const within = all.filter((day) => day >= from && day < end);
    const already = within.filter((day) => theirs.has(day)).length;
    const holds = within.some((day) => mine.has(day));
    return { from, until: addDays(end, -1), days: holds ? within.length : 0, already };
  });
  return windows.reduce<Window>((fullest, window) => (window.days > fullest.days ? window : fullest), {
    ...added,
    days: 0,
    already: 0,
  });
};
