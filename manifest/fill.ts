/** Puts the values in the place of their names; a name that nobody gives a value to stays, and is told. */
import type { Values } from "./settings.ts";

const PLACEHOLDER = /\$\{\{(\w+)\}\}/g;

/** The names that a text waits for. */
export const placeholdersIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = ""]) => name)),
];

/** Each value is written as JSON writes it within quotes. */
export const filled = (text: string, values: Values): string => {
  const known = new Map(Object.entries(values));
  return text.replaceAll(PLACEHOLDER, (placeholder: string, name: string) => {
    const value = known.get(name);
    return value === undefined ? placeholder : JSON.stringify(value).slice(1, -1);
  });
};
