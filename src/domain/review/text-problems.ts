/** What other members, or the person, will read: not too long, and without a word that says who the person is. */
import { lengthOf } from "../text.ts";

/** The words of a text that say who the person is. */
export type Naming = (text: string) => readonly string[];

export type TextProblem<Field extends string> =
  | { readonly field: Field; readonly code: "tooLong"; readonly limit: number; readonly length: number }
  /** `found`: the words, as typed, that say who the person is. */
  | { readonly field: Field; readonly code: "names"; readonly found: readonly string[] };

export const textProblems = <Field extends string>(
  field: Field,
  text: string,
  limit: number,
  naming: Naming,
): readonly TextProblem<Field>[] => {
  const length = lengthOf(text);
  if (length > limit) return [{ field, code: "tooLong", limit, length }];
  const found = naming(text);
  return found.length === 0 ? [] : [{ field, code: "names", found }];
};
