/** How a list, a count or a quote is said. */

/** « A, B et C ». */
export const enumerated = (items: readonly string[], last: "et" | "ou" = "et"): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`;

/** A number as it is read: « 10 000 ». */
export const figure = (count: number): string => new Intl.NumberFormat("fr-FR").format(count).replace(/\s/gu, " ");

/** « 1 domaine », « 3 domaines ». In French, zero is singular. */
export const counted = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count < 2 ? one : many}`;

/** « de Basile », « d'Alix ». Before an h, nothing says whether it is silent. */
export const ofName = (name: string): string => (/^[aeiouyàâéèêëîïôöûüœ]/iu.test(name) ? `d'${name}` : `de ${name}`);

/** One line for each, in one text; none: an empty one. */
export const bulleted = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join("\n");

export const quoted = (words: string): string => `« ${words} »`;

/** Initials stay capitals: « RSA », « CV et lettre ». */
const INITIALS = /^\p{Lu}[\p{Lu}\d]/u;
export const lowerFirst = (words: string): string =>
  INITIALS.test(words) ? words : words.charAt(0).toLocaleLowerCase("fr") + words.slice(1);
export const upperFirst = (words: string): string => words.charAt(0).toLocaleUpperCase("fr") + words.slice(1);
