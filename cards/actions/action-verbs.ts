/** *Action*, the list of a person's actions, and one action. */
import { z } from "zod";
import { ACTION_MOVES } from "../../src/domain/activation/codes.ts";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

export const actionFields = {
  type: typed,
  objective: typed,
  job: typed,
  host: typed,
  siret: typed,
  commune: typed,
  contact: typed,
  sameHost: typed,
  from: typed,
  until: typed,
  hoursPerWeek: typed,
  followUp: typed,
  postFree: typed,
  representative: typed,
  childcare: typed,
  meals: typed,
  transport: typed,
  signedOn: typed,
  why: typed,
  session: typed,
  reason: typed,
  words: typed,
  againOn: typed,
} as const;
/** `new`, or what is changed or renewed. */
const target = z.string().max(120);
/** `shown`: the type whose questions the card shows. */
const form = z.strictObject({ code, target, shown: z.string().max(60), rev, whole, ...actionFields });

const ofAction = z.object({ code, action: z.string().max(100) });
const move = z.enum(ACTION_MOVES);
export const actionMoveFields = { signedOn: typed, reason: typed } as const;
const moveForm = z.strictObject({ code, action: z.string().max(100), move, rev, whole, ...actionMoveFields });

export const actionActions = {
  openAction: action("action.open", ofCase),
  saveAction: action("action.save", form),
  checkAction: action("action.check", form),
  retypeAction: action("action.retype", form),
  leaveAction: action("action.leave", form),
  openActions: action("actions.open", ofCase),
  pickAction: action("actions.pick", z.object({ code, choice: typed })),
  seeAction: action("action.see", ofAction),
  editAction: action("action.edit", ofAction),
  renewAction: action("action.renew", ofAction),
  openActionMove: action("action.moveOpen", z.object({ code, action: z.string().max(100), move })),
  moveAction: action("action.move", moveForm),
  leaveActionMove: action("action.moveLeave", moveForm),
} as const;
