import type { Day } from "../domain/participant/codes.ts";

/** Time as the PLIE lives it. */
export interface Clock {
  now(): Date;
  /** Today in the PLIE's time zone. */
  today(): Day;
  /** Midnight at the start of a day of the PLIE, as an instant. */
  startOf(day: Day): Date;
  pause(milliseconds: number): Promise<void>;
}

/** Working days in France: neither a Saturday, a Sunday nor a public holiday. */
export interface Calendar {
  isWorkingDay(day: Day): boolean;
}
