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

export const presentPieces = (screen: ScreenOf<"pieces">, seen: MissingPieces, reader: Reader): Shown => {
  const total = seen.counts.reduce((sum, { people }) => sum + people, 0);
  const own = seen.counts.find(({ referent }) => referent === seen.referent)?.people ?? 0;
  const isOwn = seen.referent !== null;
  return {
    name: "pieces",
    model: {
      ...topOf(screen, reader),
      lines: isOwn ? [countLine(Math.max(own, seen.rows.length))] : [countLine(total), ...byReferent(seen, reader)],
      items: isOwn ? seen.rows.map((row) => ({ title: titleOf(row), value: row.code })) : [],
      url: reader.piecesUrl,
    },
  };
};
