import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";

/** *Noter une demande* of the person about what is noted of them. */
export const rightsRequestModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  fields: z.strictObject({ what: text, contested: text, receivedOn: text, words: text }),
  choices: z.strictObject({ what: z.array(choice), contested: z.array(choice) }),
  kept: text.nullable(),
  problems: problemsOf(["what", "contested", "receivedOn", "words"]),
});
export type RightsRequestModel = z.infer<typeof rightsRequestModel>;
