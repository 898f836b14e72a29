/** When a member's card may leave: at the hour that they choose, on days worked, never at night. In the PLIE's time zone, whatever the server's. */
import type { Day } from "../participant/codes.ts";
import { addDays, nextWorkingDay, type IsWorkingDay } from "../participant/days.ts";

const MINUTE_MS = 60_000;
export const DEFAULT_MINUTE = 8 * 60 + 30;
/** Nothing before seven in the morning, nor from eight in the evening on. */
const FIRST_MINUTE = 7 * 60;
const LAST_MINUTE = 20 * 60;
const AFTERNOON = 14 * 60;
const STEP = 30;

/** The hours that can be chosen, in minutes after midnight. */
export const CHOSEN_MINUTES: readonly number[] = Array.from(
  { length: (LAST_MINUTE - FIRST_MINUTE) / STEP },
  (_, index) => FIRST_MINUTE + index * STEP,
);

/** A moment as a clock on a wall of the PLIE shows it. */
export interface WallTime {
  readonly day: Day;
  readonly minute: number;
}

export const wallTime = (at: Date, timeZone: string): WallTime => {
  const parts = new Intl.DateTimeFormat("en-CA", {
    ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit" },
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? "0";
  return {
    day: `${of("year").padStart(4, "0")}-${of("month")}-${of("day")}`,
    minute: Number(of("hour")) * 60 + Number(of("minute")),
  };
};

const utcMinutes = ({ day, minute }: WallTime): number => Date.parse(`${day}T00:00:00.000Z`) / MINUTE_MS + minute;

/** The instant at which the clock on the wall shows that; where it jumps over it, an hour later; where it shows it twice, one of the two. */
export const instantOf = (wall: WallTime, timeZone: string): Date => {
  const wanted = utcMinutes(wall);
  let minutes = wanted;
  for (let pass = 0; pass < 2; pass += 1)
    minutes += wanted - utcMinutes(wallTime(new Date(minutes * MINUTE_MS), timeZone));
  return new Date(minutes * MINUTE_MS);
};

/** Nights, week-ends and public holidays are quiet. */
export const isQuiet = ({ day, minute }: WallTime, isWorkingDay: IsWorkingDay): boolean =>
  minute < FIRST_MINUTE || minute >= LAST_MINUTE || !isWorkingDay(day);

/** The hour chosen has come, however late it is noticed. */
export const hasCome = ({ minute }: WallTime, chosen: number): boolean =>
  minute >= Math.min(Math.max(chosen, FIRST_MINUTE), LAST_MINUTE - STEP);

export const LATER_CHOICES = ["hour", "afternoon", "tomorrow", "nextWorkingDay"] as const;
export type LaterChoice = (typeof LATER_CHOICES)[number];

/** What *Plus tard* may say at this moment: only what leads to a day worked, and to come. */
export const laterChoices = ({ day, minute }: WallTime, isWorkingDay: IsWorkingDay): readonly LaterChoice[] => [
  ...(isWorkingDay(day) && minute + 60 < LAST_MINUTE && minute + 60 >= FIRST_MINUTE ? (["hour"] as const) : []),
  ...(isWorkingDay(day) && minute < AFTERNOON ? (["afternoon"] as const) : []),
  isWorkingDay(addDays(day, 1)) ? "tomorrow" : "nextWorkingDay",
];

/** When the card comes back. `chosen`: the hour that the member chose. */
export const laterAt = (
  choice: LaterChoice,
  now: Date,
  of: { readonly timeZone: string; readonly isWorkingDay: IsWorkingDay; readonly chosen: number },
): Date => {
  if (choice === "hour") return new Date(now.getTime() + 60 * MINUTE_MS);
  const { day } = wallTime(now, of.timeZone);
  if (choice === "afternoon") return instantOf({ day, minute: AFTERNOON }, of.timeZone);
  return instantOf({ day: nextWorkingDay(addDays(day, 1), of.isWorkingDay), minute: of.chosen }, of.timeZone);
};
