/** A cell of the extraction, as its reader is told it. */
import type { ExtractionColumn } from "./extraction-columns.ts";
import type { ExtractionCell, ExtractionRow } from "./extraction-records.ts";

/** Between the values of one cell. */
export const BETWEEN = " ; ";

/** Codes in the words of the column; what it has no word for is written as it is. */
export const cellInWords = ({ values = {} }: ExtractionColumn, cell: ExtractionCell): string =>
  (Array.isArray(cell) ? cell : [String(cell)])
    .map((code) => (Object.hasOwn(values, code) ? (values[code] ?? code) : code))
    .join(BETWEEN);

/** For the person: whoever accompanied them is a role there. */
export const withoutReferent = (row: ExtractionRow): ExtractionRow => {
  const cells = { ...row.cells };
  delete cells["referent"];
  return { ...row, cells };
};
