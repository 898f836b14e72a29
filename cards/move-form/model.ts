import { z } from "zod";
import { choice, code, problemsOf, text, top } from "../common.ts";

/** Suppléance, or change of référent, of one case or of all those of a référent. */
export const moveFormModel = z.strictObject({
  ...top,
  /** What comes back: the one case, and who accompanies the person as it is shown; neither where it is about several. */
  send: z.strictObject({ code: code.nullable(), shownFrom: text }),
  /** Whose cases they are, and what follows. */
  about: z.array(text).min(1).max(3),
  fields: z.strictObject({ what: text, fromId: text, toId: text, from: text, until: text, why: text }),
  choices: z.strictObject({
    what: z.array(choice),
    /** Null: it is not to be chosen. */
    fromId: z.array(choice).nullable(),
    toId: z.array(choice),
    /** Null: no case may pass to somebody else here. */
    why: z.array(choice).nullable(),
  }),
  problems: problemsOf(["what", "fromId", "toId", "from", "until", "why"]),
  /** Back to the Fiche, or to the list. */
  toSheet: z.strictObject({ code }).nullable(),
});
export type MoveFormModel = z.infer<typeof moveFormModel>;
