/** *Pièces à compléter*: one's own files, or how many there are by référent; never a name where everyone's are counted. */
import type { MissingPieces, MissingRow } from "../../src/use-cases/list-pieces.ts";
import { personLine } from "../../src/wording/people.ts";
import { pieceSaid, piecesWords as words } from "../../src/wording/pieces.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { topOf } from "./top.ts";

export const PIECES_SHOWN = 8;
const REFERENTS_SHOWN = 12;

const titleOf = (row: MissingRow): string => {
  const [first, ...others] = row.missing;
  const what = first === undefined ? [] : [words.firstOf(pieceSaid(first.piece, first.lacks), others.length)];
  return [personLine(row), ...what].join(" · ");
};

const countLine = (count: number): string => (count === 0 ? words.none : words.count(count));

const byReferent = ({ counts }: MissingPieces, reader: Reader): readonly string[] =>
  counts
    .filter(({ people }) => people > 0)
    .map(({ referent, people }) => words.ofReferent(reader.member(referent)?.name ?? words.someone, people))
    .toSorted((one, other) => one.localeCompare(other, "fr"))
    .slice(0, REFERENTS_SHOWN);

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
      lines: [...(isOwn ? ownLines(own, seen.rows.length) : [countLine(seen.people), ...byReferent(seen, reader)])],
      items: isOwn ? seen.rows.map((row) => ({ title: titleOf(row), value: row.code })) : [],
      stops,
      url: reader.piecesUrl,
    },
  };
};
