import type { Day } from "../../../domain/participant/codes.ts";
import type { Services } from "../../frame/services.ts";

const NINE_O_CLOCK_MS = 9 * 3_600_000;

/** A clock that is put on a day, and goes on by a millisecond each time it is read: what is written in a day keeps its order. */
export interface YearClock {
  readonly clock: Services["clock"];
  readonly putOn: (day: Day) => void;
}

export const yearClock = ({ clock }: Pick<Services, "clock">, first: Day): YearClock => {
  let today = first;
  let at = clock.startOf(first).getTime() + NINE_O_CLOCK_MS;
  return {
    clock: {
      now: () => new Date((at += 1)),
      today: () => today,
      startOf: (day) => clock.startOf(day),
      pause: () => Promise.resolve(),
    },
    putOn: (day) => {
      today = day;
      at = clock.startOf(day).getTime() + NINE_O_CLOCK_MS;
    },
  };
};
