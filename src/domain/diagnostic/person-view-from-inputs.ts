/** From what was typed about the person's own view of the synthesis to what is recorded. */
import { z } from "zod";
import { cleanText, lengthOf } from "../text.ts";
import type { Framework } from "../framework/schema.ts";
import type { Day, MemberId } from "../participant/codes.ts";
import type { Round, TypedInputs } from "./assessment.ts";

export const VIEW_AGREEMENTS = ["agrees", "partly", "disagrees"] as const;
const agreement = z.enum(VIEW_AGREEMENTS);

export type PersonViewProblem =
  | { readonly field: "agreement"; readonly code: "missing" }
  | { readonly field: "words"; readonly code: "tooLong"; readonly limit: number; readonly length: number };
export type PersonViewRead =
  | { readonly ok: true; readonly view: NonNullable<Round["personView"]> }
  | { readonly ok: false; readonly problems: readonly PersonViewProblem[] };

/** Agreement is asked; the words may stay empty, and are kept as the person said them. */
export const personViewFromInputs = (
  inputs: TypedInputs,
  context: { readonly framework: Framework; readonly by: MemberId; readonly today: Day },
): PersonViewRead => {
  const said = agreement.safeParse(inputs["agreement"]);
  const words = cleanText(inputs["words"] ?? "");
  const limit = context.framework.lengths.longText;
  const length = lengthOf(words);
  const problems: PersonViewProblem[] = [];
  if (!said.success) problems.push({ field: "agreement", code: "missing" });
  if (length > limit) problems.push({ field: "words", code: "tooLong", limit, length });
  if (!said.success || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    view: { agreement: said.data, words, heard: inputs["heard"] === "true", on: context.today, by: context.by },
  };
};

export const inputsFromPersonView = (
  view: Round["personView"],
): { readonly agreement: string; readonly words: string; readonly heard: string } => ({
  agreement: view?.agreement ?? "",
  words: view?.words ?? "",
  heard: String(view?.heard ?? false),
});
