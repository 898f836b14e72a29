/** What becomes of files in the year, in the proportions that are assumed: see `live-year.ts`. */
import type { RequestKind, RequestOutcome } from "../../../domain/rights/codes.ts";
import type { Settling } from "../../../domain/rights/retention-records.ts";
import { deckOf, type Dice } from "./dice.ts";

/** `begun`: a first block, and never signed. */
export type Filling = "onTime" | "late" | "begun";

export const fileDecksFrom = (dice: Dice) => ({
  dice,
  filling: deckOf<Filling>(dice, [
    ["onTime", 7],
    ["late", 2],
    ["begun", 1],
  ]),
  declines: deckOf(dice, [
    [true, 1],
    [false, 6],
  ]),
  transmits: deckOf(dice, [
    [true, 1],
    [false, 2],
  ]),
  withdraws: deckOf(dice, [
    [true, 1],
    [false, 19],
  ]),
  request: deckOf<RequestKind | null>(dice, [
    [null, 33],
    ["copy", 3],
    ["correct", 1],
    ["contest", 1],
    ["object", 1],
    ["restrict", 1],
  ]),
  answer: deckOf<RequestOutcome>(dice, [
    ["done", 4],
    ["partly", 1],
    ["refused", 1],
  ]),
  settling: deckOf<Settling>(dice, [
    ["erased", 8],
    ["archived", 1],
    ["accompanied", 1],
  ]),
});
export type FileDecks = ReturnType<typeof fileDecksFrom>;
