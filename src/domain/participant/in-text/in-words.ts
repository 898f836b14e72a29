/** Numbers as they are said: « douze », « quatre-vingt-quatre », « mille neuf cent quatre-vingt-quatre ». As expressions on a folded text. */

const UNITS = (
  "zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit " +
  "dix-neuf"
).split(" ");
const TENS = [
  "",
  "",
  "vingt",
  "trente",
  "quarante",
  "cinquante",
  "soixante",
  "soixante",
  "quatre-vingts?",
  "quatre-vingts?",
];
/** 70 and 90 go on from 60 and 80. */
const GOES_ON = new Set([7, 9]);

const SAID = new Set([...UNITS, ...TENS, "vingts"].flatMap((words) => words.replace("s?", "").split("-")));
/** A word that a number is said with. */
export const isSaid = (word: string): boolean => SAID.has(word);

const joined = (words: string): string => words.replaceAll("-", "[\\s-]*");

const hyphened = (number: number): string => {
  if (number < 20) return UNITS[number] ?? "";
  const ten = Math.floor(number / 10);
  const rest = number - (GOES_ON.has(ten) ? ten - 1 : ten) * 10;
  const unit = rest === 0 ? "" : `-(?:et-)?${UNITS[rest] ?? ""}`;
  return `${TENS[ten] ?? ""}${unit}`;
};

/** A number below a hundred. */
export const inWords = (number: number): string => joined(hyphened(number));

export const yearInWords = (year: number): string => {
  const rest = year % 100 === 0 ? "" : `-${hyphened(year % 100)}`;
  const century = year < 2000 ? "(?:mille-neuf|dix-neuf)-cents?" : "deux-mille";
  return joined(`${century}${rest}`);
};
