/** Reads counters back: of today and of a period, for everyone or for one référent. */
import type { Day, MemberId } from "../participant/codes.ts";
import { addDays, addYears } from "../participant/days.ts";
import { PART_NOW, readCounterKey, TERRITORY_MEASURES, type Counts, type Mark, type Part } from "./measures.ts";

/** What a dashboard is asked for: whole months, the first day and the last. */
export interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly referent: MemberId | null;
  readonly today: Day;
}

export type Counted = Mark & { readonly count: number };
export type CountsByPart = ReadonlyMap<Part, Counts>;

/** How many people bear a measure, or each measure that begins so. */
export interface Tally {
  of(...measure: readonly string[]): number;
  under(...measure: readonly string[]): readonly { readonly rest: readonly string[]; readonly count: number }[];
}

const yearOf = (day: Day): string => day.slice(0, 4);

/** Every month from one day to another, both in. */
export const monthsBetween = (from: Day, to: Day): readonly string[] => {
  const rank = (day: Day): number => Number(yearOf(day)) * 12 + Number(day.slice(5, 7)) - 1;
  const [first, last] = [rank(from), rank(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => {
    const month = first + at;
    return `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
};

const LAST_DAYS = 31;

/** From the first day of the month of one day to the last day of the month of another: what is counted, and listed, by month. */
export const wholeMonths = (from: Day, to: Day): { readonly from: Day; readonly to: Day } => ({
  from: `${from.slice(0, 7)}-01`,
  to: addDays(`${addDays(`${to.slice(0, 7)}-01`, LAST_DAYS).slice(0, 7)}-01`, -1),
});

/** So many whole months, up to the one of this day. */
export const lastMonths = (day: Day, count: number): { readonly from: Day; readonly to: Day } => {
  const { from: first, to } = wholeMonths(day, day);
  const [start = day.slice(0, 7)] = monthsBetween(addYears(first, -Math.ceil(count / 12)), to).slice(-count);
  return { from: `${start}-01`, to };
};

/** The calendar year in which a period ends: who stays and who goes out is counted by whole years, which never overlap. */
export const yearAsked = ({ to }: Pick<Asked, "to">): readonly [from: Day, to: Day] => [
  `${yearOf(to)}-01-01`,
  `${yearOf(to)}-12-31`,
];

/** The months after the period, up to the present one: from who is in the file today to who was in it. */
export const monthsSince = ({ to, today }: Pick<Asked, "to" | "today">): readonly string[] =>
  monthsBetween(addDays(to, 1), today);

/** Every counter to read. */
export const partsOf = (asked: Pick<Asked, "from" | "to" | "today">): readonly Part[] => [
  ...new Set([
    PART_NOW,
    ...monthsBetween(asked.from, asked.to),
    ...monthsBetween(...yearAsked(asked)),
    ...monthsSince(asked),
  ]),
];

/** What is counted in these parts. A count that a crash left under zero is nobody. */
export const countedIn = (counts: CountsByPart, parts: readonly Part[]): readonly Counted[] =>
  parts.flatMap((of) =>
    Object.entries(counts.get(of) ?? {}).map(([key, count]) => ({ ...readCounterKey(key), count: Math.max(0, count) })),
  );

const TERRITORY: ReadonlySet<string> = new Set(TERRITORY_MEASURES);
const isOfTerritory = ({ measure }: Pick<Mark, "measure">): boolean => TERRITORY.has(measure[0] ?? "");

const BETWEEN = "/";

export const tallyOf = (counted: readonly Counted[]): Tally => {
  const sums = new Map<string, number>();
  for (const { measure, count } of counted) {
    const key = measure.join(BETWEEN);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return {
    of: (...measure) => sums.get(measure.join(BETWEEN)) ?? 0,
    under: (...measure) =>
      [...sums].flatMap(([key, count]) => {
        const words = key.split(BETWEEN);
        const isUnder = words.length > measure.length && measure.every((word, at) => words[at] === word);
        return isUnder && count > 0 ? [{ rest: words.slice(measure.length), count }] : [];
      }),
  };
};

/** Of one référent, or of everyone; nothing of the territory, which is never narrowed. */
export const ofReferent = (counted: readonly Counted[], referent: MemberId | null): readonly Counted[] =>
  counted.filter((one) => !isOfTerritory(one) && (referent === null || one.referent === referent));
