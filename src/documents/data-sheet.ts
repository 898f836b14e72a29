/** Tables that leave the product as a file for a spreadsheet. */

/** Null: nothing to say there. */
export type DataCell = string | number | null;

export interface DataSheet {
  /** The tab of the spreadsheet. */
  readonly name: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DataCell[])[];
}
