/** What people write in a channel with a mention of Repère: without accents, in any case, with one typing error. */
import { nameParts, withinOneError } from "../src/domain/participant/names.ts";
import { CELL_IDS, type CellId } from "../src/domain/review/codes.ts";

export type ChannelTyped =
  /** `cell` null: which one is not said. */
  | { readonly kind: "link"; readonly cell: CellId | null }
  | { readonly kind: "waiting" }
  | { readonly kind: "agenda" }
  | { readonly kind: "help" };

const SHORTEST_GUESSED = 4;
const near = (word: string, known: string): boolean =>
  word === known || (word.length >= SHORTEST_GUESSED && withinOneError(known, word));
const isOneOf = (word: string, known: readonly string[]): boolean => known.some((one) => near(word, one));

const CELL_NAMES: Readonly<Record<CellId, readonly string[]>> = {
  entree: ["entrees", "entree"],
  sortie: ["sorties", "sortie"],
  gta: ["gta"],
};
/** « relier la cellule des entrées » says the same. */
export const cellNamed = (words: readonly string[]): CellId | null =>
  CELL_IDS.find((cell) => words.some((word) => isOneOf(word, CELL_NAMES[cell]))) ?? null;

/** Anything else is answered by the help. */
export const understandInChannel = (text: string): ChannelTyped => {
  const words = nameParts(text);
  const [first = "", second = ""] = words;
  if (isOneOf(first, ["relier", "relie", "reliez"])) return { kind: "link", cell: cellNamed(words.slice(1)) };
  if (near(first, "etudier") || (first === "a" && near(second, "etudier"))) return { kind: "waiting" };
  if (near(first, "ordre") && words.some((word) => word === "jour" || near(word, "jour"))) return { kind: "agenda" };
  return { kind: "help" };
};
