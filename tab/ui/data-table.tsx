/** A table that is read by column on a wide screen, line after line on a phone. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { unseen } from "./unseen.ts";

const NARROW = "@media (max-width: 30rem)";

/** Wide enough for a word of a usual length, its margins and its weight. */
const WORD = "8rem";

const useStyles = makeStyles({
  around: { containerType: "inline-size", width: "100%" },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase300 },
  caption: { textAlign: "start", paddingBlock: "0.25rem", color: tokens.colorNeutralForeground2 },
  hidden: unseen,
  head: { [NARROW]: { position: "absolute", clipPath: "inset(50%)", height: "1px", overflow: "hidden" } },
  cell: {
    padding: "0.5rem 0.75rem",
    textAlign: "start",
    verticalAlign: "top",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: "anywhere",
    [NARROW]: { display: "flex", gap: "0.5rem", borderBottom: "none", paddingBlock: "0.25rem" },
  },
  /** Where the table has room for a word in each column, in letters of any size, no column cuts one. */
  upTo3: { "@container (min-width: 24rem)": { minWidth: WORD } },
  upTo5: { "@container (min-width: 40rem)": { minWidth: WORD } },
  upTo8: { "@container (min-width: 64rem)": { minWidth: WORD } },
  first: { fontWeight: tokens.fontWeightSemibold, [NARROW]: { display: "block" } },
  number: { textAlign: "end", [NARROW]: { textAlign: "start" } },
  row: {
    [NARROW]: {
      display: "block",
      paddingBlock: "0.5rem",
      borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    },
  },
  /** A name and its number hold on one line. */
  pair: {
    [NARROW]: {
      display: "flex",
      justifyContent: "space-between",
      gap: "0.5rem",
      "& [aria-hidden]": { display: "none" },
    },
  },
  label: {
    display: "none",
    [NARROW]: { display: "inline", flex: "0 0 45%", color: tokens.colorNeutralForeground2 },
  },
});

const roomFor = (columns: number): "upTo3" | "upTo5" | "upTo8" | null => {
  if (columns <= 3) return "upTo3";
  if (columns <= 5) return "upTo5";
  return columns <= 8 ? "upTo8" : null;
};

export interface Column<R> {
  readonly id: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  readonly number?: boolean;
}

/** The first column names the line. `captionHidden`: the title above says it already. */
export const DataTable = <R,>({
  caption,
  captionHidden = false,
  columns,
  rows,
  rowId,
}: {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowId: (row: R) => string;
}) => {
  const styles = useStyles();
  const pair = columns.length === 2 && columns[1]?.number === true;
  const room = roomFor(columns.length);
  const cellOf = ({ number }: Column<R>) =>
    mergeClasses(styles.cell, room !== null && styles[room], number === true && styles.number);
  return (
    <div className={styles.around}>
      <table className={styles.table}>
        <caption className={captionHidden ? styles.hidden : styles.caption}>{caption}</caption>
        <thead className={styles.head}>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellOf(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} className={mergeClasses(styles.row, pair && styles.pair)}>
              {columns.map((column, at) => {
                const label = (
                  <span aria-hidden="true" className={styles.label}>
                    {column.title}
                  </span>
                );
                return at === 0 ? (
                  <th key={column.id} scope="row" className={mergeClasses(cellOf(column), styles.first)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={cellOf(column)}>
                    {label}
                    <span>{column.cell(row)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
