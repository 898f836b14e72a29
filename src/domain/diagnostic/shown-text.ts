/** Text longer than a card can hold: kept whole in the draft, shown cut, and not lost when the cut part comes back. */
import type { TypedInputs } from "./assessment.ts";

/** Characters of a field that a card gives back, so that it stays within what Teams accepts. */
export const SHOWN_AT_MOST = 2_000;

const points = (text: string): readonly string[] => Array.from(text);

/** What a field shows of a text. */
export const shownPart = (text: string): string => {
  const all = points(text);
  return all.length <= SHOWN_AT_MOST ? text : all.slice(0, SHOWN_AT_MOST).join("");
};

/** How many characters are kept beyond what is shown. */
export const keptBeyond = (text: string): number => Math.max(0, points(text).length - SHOWN_AT_MOST);

/** What was kept, over which comes what was sent; a cut text that comes back as it was shown keeps its rest. */
export const withTheRest = (kept: TypedInputs, sent: TypedInputs): TypedInputs => ({
  ...kept,
  ...Object.fromEntries(
    Object.entries(sent).map(([field, text]) => {
      const whole = kept[field] ?? "";
      return [field, keptBeyond(whole) > 0 && text === shownPart(whole) ? whole : text];
    }),
  ),
});
