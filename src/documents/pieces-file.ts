/** *Pièces à compléter* as a file, written while it is read: a line for each piece that is missing. */
import type { Piece } from "../domain/completeness/pieces.ts";
import type { CasePieces } from "../domain/completeness/records.ts";
import type { Day, MemberId } from "../domain/participant/codes.ts";
import type { Member } from "../domain/people/member.ts";
import { completerWords, lacksSaid, piecesFileWords as words, piecesWords, pieceWords } from "../wording/pieces.ts";
import { csvStream } from "./csv.ts";
import type { DataCell } from "./data-sheet.ts";
import { xlsxStream } from "./xlsx-stream.ts";

type MemberOf = (id: MemberId) => Pick<Member, "name"> | undefined;

/** What is missing in one file, the oldest first. */
interface IncompleteFile extends Pick<CasePieces, "code" | "givenName" | "familyName" | "referentId"> {
  readonly missing: readonly (Piece & { readonly from: Day })[];
}
interface IncompleteFiles {
  readonly plie: string;
  readonly on: Day;
  readonly rows: AsyncIterable<IncompleteFile>;
}

const linesOf = (row: IncompleteFile, memberOf: MemberOf): readonly (readonly DataCell[])[] =>
  row.missing.map(({ piece, lacks, from, who }) => [
    ...[row.code, row.givenName, row.familyName, memberOf(row.referentId)?.name ?? piecesWords.someone],
    ...[pieceWords[piece], lacksSaid(lacks), from, completerWords[who]],
  ]);

async function* everyLine({ rows }: IncompleteFiles, memberOf: MemberOf): AsyncGenerator<readonly DataCell[]> {
  for await (const row of rows) yield* linesOf(row, memberOf);
}

const COLUMNS: readonly string[] = Object.values(words.columns);

async function* withHead(lines: AsyncIterable<readonly DataCell[]>): AsyncGenerator<readonly DataCell[]> {
  yield COLUMNS;
  yield* lines;
}

const WIDTHS = [16, 20, 24, 24, 36, 36, 16, 40];

export const piecesFile = (
  taken: IncompleteFiles,
  memberOf: MemberOf,
  format: "xlsx" | "csv",
): AsyncIterable<Uint8Array> => {
  const lines = everyLine(taken, memberOf);
  if (format === "csv") return csvStream(withHead(lines));
  const notes = [taken.plie, words.on(taken.on), words.about];
  return xlsxStream([{ name: words.sheet, title: words.title, notes, columns: COLUMNS, rows: lines, widths: WIDTHS }]);
};
