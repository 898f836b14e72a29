/** Which services of the directory answer a search: by words, as people type them, and by what is known of them today. Pure. */
import type { Day } from "../participant/codes.ts";
import { nameParts, withinOneError } from "../participant/names.ts";
import type { Offer } from "../suggestion/offer.ts";
import type { ServiceSheet } from "./offer-of.ts";

/** How a service stands today. */
export type OfferStanding = "taking" | "full" | "unreachable" | "closed";

/** What keeps people away most comes first: a closed service is closed, whatever was said of it before. */
export const standingOf = ({
  open,
  reachable,
  places,
}: Pick<Offer, "open" | "reachable" | "places">): OfferStanding => {
  if (!open) return "closed";
  if (!reachable) return "unreachable";
  return places === 0 ? "full" : "taking";
};

const SHORTEST_TOLERANT = 5;
const answers = (typed: string, word: string): boolean =>
  word.startsWith(typed) || (typed.length >= SHORTEST_TOLERANT && withinOneError(typed, word));

/** Every word that was typed begins, or almost is, a word of its name, of its structure or of its commune. */
export const answersWords = ({ offer, commune }: Pick<ServiceSheet, "offer" | "commune">, typed: string): boolean => {
  const wanted = nameParts(typed);
  if (wanted.length === 0) return true;
  const words = nameParts([offer.name, offer.structure, commune ?? ""].join(" "));
  return wanted.every((part) => words.some((word) => answers(part, word)));
};

const byName = (one: ServiceSheet, other: ServiceSheet): number =>
  one.offer.name.localeCompare(other.offer.name, "fr") || (one.offer.id < other.offer.id ? -1 : 1);

export const inNameOrder = (sheets: readonly ServiceSheet[]): readonly ServiceSheet[] => [...sheets].sort(byName);

/** Where they receive, each commune once, in the order of the alphabet. */
export const communesOf = (sheets: readonly ServiceSheet[]): readonly string[] =>
  [...new Set(sheets.flatMap(({ commune }) => commune ?? []))].sort((one, other) => one.localeCompare(other, "fr"));

/** A day that a source gives, « 2026-11-02 » or with a time after it; null: not said. */
export const dayOf = (said: unknown): Day | null =>
  typeof said === "string" ? (/^\d{4}-\d{2}-\d{2}/.exec(said)?.[0] ?? null) : null;
