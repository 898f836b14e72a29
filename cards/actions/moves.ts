/** *Absences et transferts*: who stands in for a référent, and who accompanies a person from now on. */
import { z } from "zod";
import { action, code, nothing, typed, whole } from "./action.ts";

export const moveFields = { what: typed, fromId: typed, toId: typed, from: typed, until: typed, why: typed } as const;
const move = z.string().min(1).max(100);
const ofMove = z.object({ move });

export const movesActions = {
  openMoves: action("move.list", nothing),
  pickMove: action("move.pick", z.strictObject({ choice: typed })),
  // `code` null: all the cases of a référent.
  openMoveForm: action("move.form", z.object({ code: code.nullable() })),
  /** `shownFrom`: who accompanied the person when the card was made; empty: it is about no one person. */
  planMove: action(
    "move.plan",
    z.strictObject({ code: code.nullable(), shownFrom: z.string().max(64), whole, ...moveFields }),
  ),
  endMove: action("move.end", ofMove),
  acceptMove: action("move.accept", z.strictObject({ move, toId: typed, person: typed, informedOn: typed })),
  noteInformed: action("move.informed", z.strictObject({ move, toId: typed, person: typed, informedOn: typed })),
} as const;
