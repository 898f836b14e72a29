import { nameParts } from "../participant/names.ts";

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** A note as someone reads it who is not to know of whom it speaks: each part of the person's name is hidden, however it is written. */
export const withoutNames = (
  text: string,
  person: { readonly givenName: string; readonly familyName: string },
): string => {
  const parts = new Set([...nameParts(person.givenName), ...nameParts(person.familyName)]);
  return text.replace(WORD, (word) => (nameParts(word).some((part) => parts.has(part)) ? "…" : word));
};
