import { z } from "zod";
import { cellId } from "../../src/domain/review/codes.ts";
import { rev, text, top } from "../common.ts";

/** To a chargé de projet: who is in the channel of a cell and not in the team. */
export const rosterCheckModel = z.strictObject({
  ...top,
  cell: cellId,
  rev,
  title: text,
  text,
  people: z.array(text).max(51),
  next: text,
  confirm: text,
});
export type RosterCheckModel = z.infer<typeof rosterCheckModel>;
