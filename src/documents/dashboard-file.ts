/** *Tableau de bord* as a file: one sheet a table for Excel, one line a number in CSV. */
import { dashboardWords as words } from "../wording/tab-dashboard.ts";
import { csvFile } from "./csv.ts";
import { dashboardSheets, type DashboardToWrite } from "./dashboard-sheets.ts";
import type { DataCell, DataSheet } from "./data-sheet.ts";
import { xlsxFile } from "./xlsx.ts";

const linesOf = ({ title, columns, rows }: DataSheet): readonly (readonly DataCell[])[] =>
  rows.flatMap(([line = "", ...cells]) => cells.map((value, at) => [title, line, columns[at + 1] ?? "", value]));

const asCsv = (dashboard: DashboardToWrite): Uint8Array => {
  const sheets = dashboardSheets(dashboard);
  const [context = ""] = sheets[0]?.notes ?? [];
  return csvFile([
    [words.table, words.line, words.column, words.value],
    ...sheets.flatMap(linesOf),
    [words.about, words.title, words.about, context],
  ]);
};

export const dashboardFile = async (dashboard: DashboardToWrite, format: "xlsx" | "csv"): Promise<Uint8Array> =>
  format === "xlsx" ? xlsxFile(dashboardSheets(dashboard)) : asCsv(dashboard);
