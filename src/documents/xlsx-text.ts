/** Texts as a cell of Excel holds them: nothing that XML refuses, nothing longer than a cell, every value found again. */

/** What a cell of Excel can hold. */
const LONGEST = 32_767;
const LONGEST_NAME = 31;

/** A character by its number, as Excel itself writes it. */
export const byNumber = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Half a character, or a code that no character will ever have. */
const NO_CHARACTER = /[\p{Cs}\p{NChar}]/gu;
/** What XML cannot hold, or would change, goes by its number, as Excel itself writes it; a text that looks like such a number as well. */
// eslint-disable-next-line no-control-regex
const BY_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFD]/g;

const encoded = (text: string): string => text.replace(NO_CHARACTER, "").replace(BY_NUMBER, byNumber);

/** The text as it is written, cut where a cell ends. */
export const cellText = (text: string): string => {
  const whole = encoded(text);
  return whole.length <= LONGEST ? whole : encoded(text.slice(0, LONGEST / 8));
};

/** The name of a sheet as Excel allows it. */
export const sheetName = (name: string): string => name.replace(/[[\]/\\:*?\s]+/g, " ").slice(0, LONGEST_NAME);
