/** The commune where a person lives, as people write it, among those of the PLIE. */
import { cleanText } from "../text.ts";
import { nameParts, withinOneError } from "./names.ts";

export interface Commune {
  readonly insee: string;
  readonly name: string;
}

export type CommuneRead<C extends Commune> =
  | { readonly kind: "empty" }
  | { readonly kind: "found"; readonly commune: C }
  /** Close to what was typed, in alphabetical order: the person chooses, nothing is guessed. */
  | { readonly kind: "suggestions"; readonly communes: readonly C[] }
  | { readonly kind: "unknown" };

/** Under this length one letter makes another commune of France (Ahuy, Ahun): what is close is only suggested. */
const SAFE_LENGTH = 6;
const SHORTEST_PREFIX = 3;

const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
]);

const wordsOf = (name: string): readonly string[] => nameParts(name).map((part) => SHORTENED.get(part) ?? part);

/** A postal code beside the name says nothing more than the name. */
const withoutPostalCode = (typed: string): string => cleanText(typed).replace(/(?:^|\s)\(?\d{5}\)?(?=\s|$)/gu, " ");

/** Each typed word begins, or is one typing error away from, a word of the name. */
const resembles = (typed: readonly string[], name: readonly string[]): boolean => {
  if (typed.join("").length < SHORTEST_PREFIX) return false;
  return typed.every((word) =>
    name.some((part) => part.startsWith(word) || (word.length > 3 && withinOneError(word, part))),
  );
};

/** Case, accents, hyphens, "St" and one typing error do not matter; an INSEE code is taken as it is. */
export const communeFrom = <C extends Commune>(typed: string, communes: readonly C[]): CommuneRead<C> => {
  const text = cleanText(typed);
  if (text === "") return { kind: "empty" };
  const byCode = communes.find((commune) => commune.insee === text.toUpperCase());
  if (byCode !== undefined) return { kind: "found", commune: byCode };
  const words = wordsOf(withoutPostalCode(text));
  const joined = words.join("");
  if (joined === "") return { kind: "unknown" };
  const named = communes.map((commune) => ({ commune, words: wordsOf(commune.name) }));
  const only = (close: typeof named): CommuneRead<C> | undefined => {
    const [first, ...others] = close;
    return first !== undefined && others.length === 0 ? { kind: "found", commune: first.commune } : undefined;
  };
  const exact = only(named.filter((entry) => entry.words.join("") === joined));
  if (exact !== undefined) return exact;
  const near = named.filter((entry) => withinOneError(entry.words.join(""), joined));
  const certain = joined.length < SAFE_LENGTH ? undefined : only(near);
  if (certain !== undefined) return certain;
  const close = named.filter((entry) => near.includes(entry) || resembles(words, entry.words));
  return close.length === 0
    ? { kind: "unknown" }
    : {
        kind: "suggestions",
        communes: close.map((entry) => entry.commune).sort((one, other) => one.name.localeCompare(other.name, "fr")),
      };
};
