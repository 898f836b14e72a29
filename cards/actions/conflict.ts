/** Two versions of the same form: which one to keep. */
import { z } from "zod";
import { action, code, rev } from "./action.ts";

/** A refused version waits server-side; `about` is `overview`, `entry`, `identity`, `personView`, `situation`, `recommendation` or a domain. */
const conflict = z.strictObject({ code, rev, about: z.string().max(40) });

export const conflictActions = {
  keepRecorded: action("conflict.keep", conflict),
  replaceRecorded: action("conflict.replace", conflict),
} as const;
