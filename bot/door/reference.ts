import { randomInt } from "node:crypto";

/** No letter that is mistaken for a digit when read aloud. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** The number that a person reads to whoever answers for the bot, and that the log holds. */
export const newReference = (): string =>
  `R-${Array.from({ length: 7 }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("")}`;
