/** How much of a long text a card shows, and how what it did not show is found again when the card comes back. */
import { lengthOf } from "./text.ts";

const SHORT_FIELDS_SHOW = 400;
const SHOWN: Readonly<Record<string, number>> = {
  facts: 4_000,
  words: 4_000,
  understood: 4_000,
  why: 4_000,
  question: 4_000,
  strength: 2_000,
  next: 2_000,
  reasons: 4_000,
  asks: 2_000,
  helps: 2_000,
  useful: 2_000,
  practical: 2_000,
  agreed: 4_000,
  answer: 4_000,
};

/** How many characters of a field its card shows; beyond, the draft keeps what follows. */
export const shownAtMost = (field: string): number => SHOWN[field] ?? SHORT_FIELDS_SHOW;

/** A field where somebody writes, whatever it says. */
export const holdsWords = (field: string): boolean => Object.hasOwn(SHOWN, field);

/** The part of a text that fills its field: never cuts a character in two. */
export const shownPart = (field: string, text: string): string => {
  const limit = shownAtMost(field);
  return text.length <= limit || lengthOf(text) <= limit ? text : Array.from(text).slice(0, limit).join("");
};

const oneBreak = (text: string): string => text.replace(/\r\n?/g, "\n");

/**
 * What a field that came back holds, given what is kept. The shown part back as it was: nothing was changed. Still as long as what was
 * shown, or nearly: what the card did not show follows it. Shorter: the person shortened it, and the rest goes.
 */
export const wholeText = (field: string, kept: string, sent: string): string => {
  const part = shownPart(field, kept);
  if (part === kept) return sent;
  const rest = kept.slice(part.length);
  if (oneBreak(sent).trim() === oneBreak(part).trim()) return kept;
  return lengthOf(sent) * 2 > shownAtMost(field) ? `${sent}${rest}` : sent;
};

/** What was typed in a form, over what was kept of it: a field that did not come back is unchanged, one that was shown cut keeps its rest. */
export const withTheRest = (
  kept: Readonly<Record<string, string>>,
  sent: Readonly<Record<string, string>>,
): Record<string, string> => ({
  ...kept,
  ...Object.fromEntries(
    Object.entries(sent).map(([field, text]) => [field, wholeText(field, kept[field] ?? "", text)]),
  ),
});

/** True when two forms say the same, field by field; a field that is missing says nothing. */
export const sameTyped = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (field) => (one[field] ?? "") === (other[field] ?? ""),
  );
