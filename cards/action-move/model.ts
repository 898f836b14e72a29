import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** Convention signée, Annuler l'action: one question. */
export const actionMoveModel = z.strictObject({
  ...top,
  code,
  action: text,
  move: z.enum(["sign", "cancel"]),
  rev,
  title: text,
  person: text,
  lines: z.array(text).max(3),
  asksDate: z.boolean(),
  asksReason: z.boolean(),
  fields: z.strictObject({ signedOn: text, reason: text }),
  choices: z.strictObject({ reason: z.array(choice) }),
  /** Title of the button that records. */
  act: text,
  problems: problemsOf(["signedOn", "reason"]),
});
export type ActionMoveModel = z.infer<typeof actionMoveModel>;
