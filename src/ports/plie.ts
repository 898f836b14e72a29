import type { Day } from "../domain/participant/codes.ts";

export interface Commune {
  readonly insee: string;
  readonly name: string;
}

/** What the PLIE's own file says of it. */
export interface Plie {
  readonly plieId: string;
  readonly name: string;
  readonly communes: readonly Commune[];
  readonly prescribers: readonly string[];
  /** Known dates of the entry cell, soonest first. */
  readonly entryCellDates: readonly Day[];
}
