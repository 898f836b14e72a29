/** LibreOffice, where it is on the machine: opens files as a person would, and says what each cell holds. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const PATIENCE_MS = 600_000;

export interface OpenedCell {
  readonly text: string;
  /** As it took the cell: string, float, date, percentage… */
  readonly type: string;
  readonly isFormula: boolean;
}
export type OpenedRow = readonly OpenedCell[];

/** How its window for CSV files is filled in: semicolons, quotes, UTF-8, in French, numbers and dates recognized, formulas computed. */
const csvWindow = (quotedIsText: boolean): string => `CSV:59,34,76,1,,1036,${quotedIsText},true,false,false,0,true`;
const OPENINGS = {
  workbook: [],
  /** Nothing chosen for the columns. */
  csvStandard: [`--infilter=${csvWindow(false)}`],
  /** « Champ entre guillemets comme texte ». */
  csvAsText: [`--infilter=${csvWindow(true)}`],
} as const;
export type Opening = keyof typeof OPENINGS;

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };
const unescaped = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|(\w+));/gi, (whole, hex: string | undefined, name: string | undefined) =>
    hex === undefined ? (ENTITIES[name ?? ""] ?? whole) : String.fromCodePoint(Number.parseInt(hex, 16)),
  );
const paragraph = (xml: string): string =>
  unescaped(
    xml
      .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count?: string) => " ".repeat(Number(count ?? "1")))
      .replace(/<text:tab\/>/g, "\t")
      .replace(/<text:line-break\/>/g, "\n")
      .replace(/<[^>]*>/g, ""),
  );

const cellsOf = (row: string): OpenedRow =>
  [...row.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(
    ([, attributes = "", inside = ""]) => ({
      text: [...inside.matchAll(/<text:p(?: [^>]*)?>([\s\S]*?)<\/text:p>/g)]
        .map(([, line = ""]) => paragraph(line))
        .join("\n"),
      type: /office:value-type="(\w+)"/.exec(attributes)?.[1] ?? "",
      isFormula: attributes.includes("table:formula="),
    }),
  );

/** The rows of its first sheet, read in the plain file that it saves. */
const rowsIn = (saved: string): readonly OpenedRow[] =>
  [...saved.slice(saved.indexOf("<office:spreadsheet")).matchAll(/<table:table-row[\s>][\s\S]*?<\/table:table-row>/g)]
    .map(([row]) => cellsOf(row))
    .filter((row) => row.some(({ text, isFormula }) => text !== "" || isFormula));

/** Its version; undefined: it is not here. */
export const libreOffice = async (): Promise<string | undefined> => {
  try {
    return (await run("soffice", ["--version"])).stdout.trim();
  } catch {
    return undefined;
  }
};

/** Opens a file, with a profile of its own in that folder, and saves what it understood there. */
export const reopened = async (file: string, how: Opening, folder: string): Promise<readonly OpenedRow[]> => {
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const saved = join(folder, how);
  const args = [profile, "--headless", ...OPENINGS[how], "--convert-to", "fods", "--outdir", saved, file];
  await run("soffice", args, { timeout: PATIENCE_MS });
  return rowsIn(readFileSync(join(saved, basename(file).replace(/\.\w+$/, ".fods")), "utf8"));
};
