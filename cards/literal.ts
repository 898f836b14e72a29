/** Typed text is shown as it was typed: no link, mention, formatting or date function ever comes from it. */

/** Invisible, and enough to keep two characters from meaning something together. */
const APART = "\u2060";

/** For text that is not read as Markdown: only the date functions of cards (`{{DATE(…)}}`) are kept from running. */
export const plainLiteral = (typed: string): string => wellFormed(typed).replaceAll("{{", `{${APART}{`);

/** For text that is read as Markdown (text blocks, titles of choices): shows every character, one paragraph a line. */
export const markdownLiteral = (typed: string): string =>
  plainLiteral(typed)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(lineLiteral)
    .filter((line) => line !== "")
    .join("\n\n");

const lineLiteral = (line: string): string =>
  line
    .trim()
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^(?:[#+-]|!(?=\\\[))/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/:\/\//g, `:${APART}//`)
    .replace(/\bwww\./gi, `$&${APART}`)
    .replace(/@/g, `${APART}@`);

/** Half a character cannot travel: some clients refuse the whole message for it. */
const wellFormed = (typed: string): string => typed.replace(/\p{Surrogate}/gu, "\uFFFD");
