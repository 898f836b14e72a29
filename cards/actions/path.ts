/** *Parcours*: where a person's parcours stands, and what can be done about it. */
import { z } from "zod";
import { action, code, ofCase, typed } from "./action.ts";

export const pathActions = {
  openPath: action("path.open", ofCase),
  goFromPath: action("path.go", z.object({ code, choice: typed })),
} as const;
