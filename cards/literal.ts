/** Typed text is shown as it was typed: no link, mention, formatting or date function ever comes from it. */

/** Invisible, and enough to keep two characters from meaning something together. */
const APART = "\u2060";
/** Where clients see an address that nobody wrote as a link. */
const LINK_START = /:(?=\/\/)|\bwww\.|\S(?=@)|\bmailto:|\btel:/gi;

/** For text that is not read as Markdown: only the date functions of cards (`{{DATE(…)}}`) are kept from running. */
export const plainLiteral = (typed: string): string => wellFormed(typed).replace(/\{(?=\{)/g, `{${APART}`);

/** For runs of text: plain, and read as a sentence. */
export const runLiteral = (typed: string): string => unbreakable(plainLiteral(typed));

/** For titles of choices: plain text in Teams, Markdown in some clients, where a backslash would show in the first. */
export const choiceLiteral = (typed: string): string =>
  plainLiteral(typed).replaceAll("](", `]${APART}(`).replaceAll("<", `<${APART}`).replace(LINK_START, `$&${APART}`);

/** For text that is read as Markdown (text blocks): shows every character, one paragraph a line. */
export const markdownLiteral = (typed: string): string =>
  plainLiteral(typed)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(lineLiteral)
    .filter((line) => line !== "")
    .join("\n\n");

const lineLiteral = (line: string): string =>
  unbreakable(line.trim())
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/^(?:[#+=-]|!(?=\\\[))/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(LINK_START, `$&${APART}`);

/** French punctuation never starts a line alone, nor does a sign of « 3 × 3 = 9 ». */
const unbreakable = (line: string): string =>
  line
    .replace(/ (?=[:;?!»])/g, "\u00A0")
    .replace(/« /g, "«\u00A0")
    .replace(/(?<=\d) ([×=]) (?=\d)/g, "\u00A0$1\u00A0");

/** Half a character cannot travel: some clients refuse the whole message for it. */
const wellFormed = (typed: string): string => typed.replace(/\p{Surrogate}/gu, "\uFFFD");
