/** *Pièces à compléter* as a file, written while it is read: a line for each piece that is missing. */
import type { MemberId } from "../domain/participant/codes.ts";
import type { MissingRow } from "../use-cases/list-pieces.ts";
import type { TakenPieces } from "../use-cases/take-pieces.ts";
import { completerWords, lacksSaid, piecesFileWords as words, pieceWords } from "../wording/pieces.ts";
import { csvStream } from "./csv.ts";
import type { DataCell } from "./data-sheet.ts";
import { xlsxStream } from "./xlsx-stream.ts";

type NameOf = (id: MemberId) => string;

const linesOf = (row: MissingRow, nameOf: NameOf): readonly (readonly DataCell[])[] =>
  row.missing.map(({ piece, lacks, from, who }) => [
    ...[row.code, row.givenName, row.familyName, nameOf(row.referentId)],
    ...[pieceWords[piece], lacksSaid(lacks), from, completerWords[who]],
  ]);

async function* everyLine({ rows }: TakenPieces, nameOf: NameOf): AsyncGenerator<readonly DataCell[]> {
  for await (const row of rows) yield* linesOf(row, nameOf);
}

const COLUMNS: readonly string[] = Object.values(words.columns);

async function* withHead(lines: AsyncIterable<readonly DataCell[]>): AsyncGenerator<readonly DataCell[]> {
  yield COLUMNS;
  yield* lines;
}

const WIDTHS = [16, 20, 24, 24, 36, 36, 16, 40];

export const piecesFile = (taken: TakenPieces, nameOf: NameOf, format: "xlsx" | "csv"): AsyncIterable<Uint8Array> => {
  const lines = everyLine(taken, nameOf);
  if (format === "csv") return csvStream(withHead(lines));
  const notes = [taken.plie, words.on(taken.on), words.about];
  return xlsxStream([{ name: words.sheet, title: words.title, notes, columns: COLUMNS, rows: lines, widths: WIDTHS }]);
};
