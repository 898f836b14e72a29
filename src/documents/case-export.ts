/** The file towards the PLIE's own software: a header, then a row a case. No name, no level, no note. */
import { caseCell, writtenDay, type CaseCell, type MovedCase } from "../domain/exchange/case-row.ts";
import type { ExportRules } from "../domain/exchange/export-rules.ts";
import { caseCellWords } from "../wording/exports.ts";
import type { FrameworkLeads } from "../wording/exports.ts";
import { csvStream } from "./csv.ts";

const written = (cell: CaseCell, { plie }: ExportRules, framework: FrameworkLeads): string => {
  if (cell === null) return "";
  return cell.kind === "day" ? writtenDay(plie.dateFormat, cell.day) : caseCellWords(cell, framework);
};

async function* rowsOf(
  rules: ExportRules,
  framework: FrameworkLeads,
  moved: AsyncIterable<MovedCase>,
): AsyncGenerator<readonly string[]> {
  const { columns } = rules.plie;
  yield columns.map(({ name }) => name);
  for await (const one of moved) yield columns.map(({ value }) => written(caseCell(value, one), rules, framework));
}

export const caseExport = (
  rules: ExportRules,
  framework: FrameworkLeads,
  moved: AsyncIterable<MovedCase>,
): AsyncGenerator<Uint8Array> => csvStream(rowsOf(rules, framework, moved));
