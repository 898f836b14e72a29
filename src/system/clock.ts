import { setTimeout as wait } from "node:timers/promises";
import type { Day } from "../domain/participant/codes.ts";
import type { Clock } from "../ports/clock.ts";

const minutesAhead = (timeZone: string, at: Date): number => {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const local = Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
  return Math.round((local - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
};

/** The real clock, in the PLIE's time zone. */
export const createClock = (timeZone: string): Clock => {
  const dayFormat = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return {
    now: () => new Date(),
    today: () => dayFormat.format(new Date()),
    startOf: (day: Day) => {
      const utc = Date.parse(`${day}T00:00:00.000Z`);
      const guess = new Date(utc - minutesAhead(timeZone, new Date(utc)) * 60_000);
      // Midnight may stand on the other side of a change of time than the guess.
      return new Date(utc - minutesAhead(timeZone, guess) * 60_000);
    },
    pause: (milliseconds) => wait(milliseconds),
  };
};
