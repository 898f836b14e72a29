/** *Équité des orientations*: who stays and who goes out, by whole years. */
import { makeStyles } from "@fluentui/react-components";
import type { DashboardEquity } from "../../../src/contracts/dashboard.ts";
import { figure } from "../../../src/wording/lists.ts";
import {
  criterionLabel,
  criterionWords,
  dashboardNotes,
  dashboardWords,
  equityColumns,
  equityNobody,
  equityTooFew,
  yearOfDay,
} from "../../../src/wording/tab-dashboard.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/page.tsx";
import { Masked } from "./figures.tsx";
import type { Asked, ListsBehind } from "./narrowing.ts";
import { Block } from "./parts.tsx";

const useStyles = makeStyles({
  /** Side by side only where no word of five columns is cut. */
  tables: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(100%, 44rem), 1fr))",
    gap: "1.5rem",
    alignItems: "start",
    "@media print": { display: "block" },
  },
});

type Tables = Extract<DashboardEquity, { kind: "tables" }>;
type Table = Tables["tables"][number];
interface Line extends Omit<Table["rows"][number], "value"> {
  readonly id: string;
  readonly label: string;
  readonly to: ((way: "stay" | "out") => string) | null;
}

const EquityTable = ({
  table: { criterion, rows },
  whole,
  lists,
}: {
  readonly table: Table;
  readonly whole: Tables["whole"];
  readonly lists: ListsBehind;
}) => {
  const lines: readonly Line[] = [
    ...rows.map(({ value, ...shown }) => ({
      ...{ id: value, label: criterionLabel(criterion, value), ...shown },
      to: (way: "stay" | "out") => lists.inYear("fair", criterion, value, way),
    })),
    { ...whole, id: "whole", label: dashboardWords.total, to: null },
  ];
  return (
    <DataTable
      caption={criterionWords[criterion]}
      rows={lines}
      rowId={({ id }) => id}
      columns={[
        { id: "value", title: dashboardWords.what, cell: ({ label }) => label },
        ...(["stay", "out"] as const).map((way) => ({
          ...{ id: way, title: equityColumns[way], number: true },
          cell: (line: Line) => <Masked of={line[way]} to={line.to?.(way) ?? null} />,
        })),
        { id: "total", title: equityColumns.total, number: true, cell: ({ total }) => <Masked of={total} /> },
        {
          ...{ id: "percent", title: equityColumns.percent, number: true },
          cell: ({ outPercent }) => (outPercent === null ? "–" : figure(outPercent)),
        },
      ]}
    />
  );
};

export const Equity = ({
  equity,
  asked,
  lists,
}: {
  readonly equity: DashboardEquity;
  readonly asked: Asked;
  readonly lists: ListsBehind;
}) => {
  const styles = useStyles();
  return (
    <Block of="equity" notes={[dashboardNotes.equity(yearOfDay(asked.to)), dashboardNotes.equityWays]}>
      {equity.kind === "tables" ? (
        <div className={styles.tables}>
          {equity.tables.map((table) => (
            <EquityTable key={table.criterion} table={table} whole={equity.whole} lists={lists} />
          ))}
        </div>
      ) : (
        <EmptyState>{equity.kind === "nobody" ? equityNobody : equityTooFew}</EmptyState>
      )}
    </Block>
  );
};
