/** Text as people type it, made safe to keep: what cannot be seen goes, the words stay. */

/** Without control characters (line breaks stay), broken halves of characters, or what no document may hold; trimmed. */
export const cleanText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "")
    .trim();

/** Length as a person counts it: one for each character, emoji included, not for each byte or half. */
export const lengthOf = (text: string): number => Array.from(text).length;
