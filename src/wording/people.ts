/** How people are named on the cards: first name and initial, never the full identity. */
import type { Identity } from "../domain/participant/identity.ts";

const LONGEST_SHOWN = 40;
const shortened = (name: string): string => {
  const letters = Array.from(name);
  return letters.length <= LONGEST_SHOWN ? name : `${letters.slice(0, LONGEST_SHOWN).join("")}…`;
};

/** « Amina B. »; what is missing is left out. */
export const shortName = ({ givenName, familyName }: Pick<Identity, "givenName" | "familyName">): string => {
  const initial = Array.from(familyName.trim())[0]?.toLocaleUpperCase("fr");
  const said = [shortened(givenName.trim()), initial === undefined ? "" : `${initial}.`].filter((part) => part !== "");
  return said.length === 0 ? "Prénom et nom à compléter" : said.join(" ");
};

/** « Amina B. · P-2026-0001 ». */
export const personLine = (identity: Pick<Identity, "givenName" | "familyName" | "code">): string =>
  `${shortName(identity)} · ${identity.code}`;

/** The first word of a member's name: « Claire ». */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/u)[0] ?? name;
