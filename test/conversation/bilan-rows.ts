/** Who may do what with the bilan of an action and with what was observed; bilans of actions that exist are in `bilan.test.ts`. */
import type { Json } from "../support/chat.ts";

type Cell = readonly [row: string, data: Json];

export const bilanRowsOf = (
  code: string,
  { carries, nobody }: { readonly carries: string; readonly nobody: string },
) => {
  const bilan = { code, action: "none", rev: "new~new", whole: "true", outcome: "completed", facts: "Forgé" };
  const grid = {
    code,
    action: "none",
    rev: "new~new",
    whole: "true",
    by: "host",
    asked: "gestes",
    see_host_gestes: "4",
  };
  const evidence = { code, rev: "x~new", whole: "true", keep_travail: "4", impact_travail: "3" };
  return {
    "bilan.open": [nobody, { code, action: "none" }],
    "bilan.save": [nobody, bilan],
    "bilan.leave": [nobody, bilan],
    "bilan.toGrid": [nobody, bilan],
    "bilan.saveGrid": [nobody, grid],
    "bilan.fromGrid": [nobody, grid],
    "bilan.pauseGrid": [nobody, grid],
    "evidence.open": [carries, { code }],
    "evidence.save": [carries, evidence],
    "evidence.keepAll": [carries, evidence],
    "evidence.leave": [carries, evidence],
  } as const satisfies Readonly<Record<string, Cell>>;
};
