/** Who may do what with a person's actions. */
import type { Json } from "../support/chat.ts";

type Cell = readonly [row: string, data: Json];

/** Who carries the case may plan; who reads it may read them. None is planned yet: what is done with one finds none. */
export const actionRowsOf = (
  code: string,
  { carries, reads, nobody }: { readonly carries: string; readonly reads: string; readonly nobody: string },
) => {
  const form = { code, target: "new", shown: "pmsmp", rev: "0.~new", whole: "true", type: "pmsmp", job: "Forgé" };
  const none = { code, action: "aucune" };
  const move = { ...none, move: "cancel", rev: "1~new", whole: "true", reason: "person" };
  return {
    "action.open": [carries, { code }],
    "action.save": [carries, form],
    "action.check": [carries, form],
    "action.retype": [carries, { ...form, type: "atelier" }],
    "action.leave": [carries, form],
    "actions.open": [reads, { code }],
    "actions.pick": [reads, { code, choice: "" }],
    "action.see": [nobody, none],
    "action.edit": [nobody, none],
    "action.renew": [nobody, none],
    "action.moveOpen": [nobody, { ...none, move: "sign" }],
    "action.move": [nobody, move],
    "action.moveLeave": [nobody, move],
  } as const satisfies Readonly<Record<string, Cell>>;
};
