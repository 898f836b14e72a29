import type { Day } from "../domain/participant/codes.ts";
import type { Cells } from "../domain/review/members.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";

export interface Commune {
  readonly insee: string;
  readonly name: string;
  /** The group of communes that figures are counted by. */
  readonly group: string;
  readonly lat: number;
  readonly lon: number;
}

/** What the PLIE's own file says of it. */
export interface Plie {
  readonly plieId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly communes: readonly Commune[];
  readonly prescribers: readonly string[];
  /** The lead that a prescriber is, by its name; a prescriber that is none of the seven is absent. */
  readonly prescriberLeads: ReadonlyMap<string, LeadKind>;
  /** Where a prescriber reads what they are told, by its name; one whose address is not known is absent. */
  readonly prescriberEmails: ReadonlyMap<string, string>;
  /** What the PLIE may prescribe by delegation: from whom, of which kind (`pmsmp`), until which day included. */
  readonly delegations: readonly { readonly from: string; readonly kind: string; readonly until: Day }[];
  /** SIREN of the EPCI whose communes these are; null: not said. */
  readonly epci: string | null;
  /** Known dates of the entry cell, soonest first. */
  readonly entryCellDates: readonly Day[];
  /** The cells that this PLIE holds; one that it does not hold is absent. */
  readonly cells: Cells;
  readonly tenantId: string;
}
