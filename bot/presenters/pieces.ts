/** *Pièces à compléter*: one's own files, or how many there are by référent; never a name where everyone's are counted. */
import { PIECES } from "../../src/domain/completeness/pieces.ts";
import type { MissingPieces, MissingRow } from "../../src/use-cases/list-pieces.ts";
import { shortDay } from "../../src/wording/dates.ts";
import { personLine } from "../../src/wording/people.ts";
import { completerWords, pieceSaid, pieceWords, piecesWords as words } from "../../src/wording/pieces.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

export const PIECES_SHOWN = 8;
const LINES_SHOWN = 12;

/** The oldest piece, since when, and who can complete it where that is somebody else. */
const titleOf = (row: MissingRow, reader: Reader): string => {
  const [first, ...others] = row.missing;
  if (first === undefined) return personLine(row);
  const by = first.who === "referent" ? null : completerWords[first.who];
  const what = words.firstOf(
    pieceSaid(first.piece, first.lacks),
    shortDay(first.from, reader.today),
    by,
    others.length,
  );
  return [personLine(row), what].join(" · ");
};

const countLine = (count: number): string => (count === 0 ? words.none : words.count(count));

const byReferent = ({ counts }: MissingPieces, reader: Reader): readonly string[] =>
  counts
    .filter(({ people }) => people > 0)
    .map(({ referent, people }) => words.ofReferent(reader.member(referent)?.name ?? words.someone, people))
    .toSorted((one, other) => one.localeCompare(other, "fr"));

/** The one that is missing in most files first: of files that somebody stands in for, once. */
const byPiece = ({ missing }: MissingPieces): readonly string[] =>
  PIECES.map((piece) => ({ piece, count: missing[piece] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .map(({ piece, count }) => words.ofPiece(pieceWords[piece], count));

const shortened = (lines: readonly string[]): string[] =>
  lines.length <= LINES_SHOWN ? [...lines] : [...lines.slice(0, LINES_SHOWN), words.others];

const groupsOf = (seen: MissingPieces, reader: Reader) =>
  [
    { title: words.byPiece, lines: shortened(byPiece(seen)) },
    { title: words.byReferent, lines: shortened(byReferent(seen, reader)) },
  ].filter(({ lines }) => lines.length > 0);

/** Their own: how many, and what the card has no room for. */
const ownLines = (own: number, shown: number): readonly string[] => [
  countLine(Math.max(own, shown)),
  ...(own > shown ? [words.more(own - shown)] : []),
];

/** `stops`: they hear of this once a week, and nothing else is told to them at that hour. */
export const presentPieces = (
  screen: ScreenOf<"pieces">,
  { seen, stops }: { readonly seen: MissingPieces; readonly stops: boolean },
  reader: Reader,
): Shown => {
  const own = seen.counts.find(({ referent }) => referent === seen.referent)?.people ?? 0;
  const isOwn = seen.referent !== null;
  return {
    name: "pieces",
    model: {
      ...topOf(screen, reader),
      lines: [...(isOwn ? ownLines(own, seen.rows.length) : [countLine(seen.people)])],
      groups: isOwn ? [] : groupsOf(seen, reader),
      items: isOwn ? seen.rows.map((row) => ({ title: titleOf(row, reader), value: row.code })) : [],
      stops,
      url: reader.piecesUrl,
    },
  };
};
