/** What was sent and may not have arrived. */
import { z } from "zod";
import { action, nothing, typed } from "./action.ts";

export const sendingActions = {
  openSendings: action("sending.open", nothing),
  confirmSending: action("sending.appears", z.object({ entry: z.string().max(200) })),
  sendAgain: action("sending.again", z.object({ entry: z.string().max(200) })),
  settleSending: action("sending.done", z.strictObject({ choice: typed })),
  resend: action("sending.resend", z.strictObject({ choice: typed })),
} as const;
