/** A host structure is the same however its name is spelled: case, accents, punctuation, legal form, word order, one typing error. */
import { nameParts, sameName, withinOneError } from "../participant/names.ts";

/** Said or not, they make no other structure. */
const LEGAL_FORMS: ReadonlySet<string> = new Set([
  "sarl",
  "eurl",
  "sas",
  "sasu",
  "sa",
  "sci",
  "scop",
  "scic",
  "snc",
  "ei",
  "eirl",
  "gie",
  "gip",
  "association",
  "asso",
  "societe",
  "ste",
  "entreprise",
  "ets",
  "etablissement",
  "etablissements",
]);
const LITTLE_WORDS: ReadonlySet<string> = new Set([
  "le",
  "la",
  "les",
  "l",
  "de",
  "du",
  "des",
  "d",
  "et",
  "a",
  "au",
  "aux",
]);

/** « S.A.R.L. »: letters with a point after each are one word. */
const withoutPoints = (name: string): string =>
  name.replace(/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu, (found) => found.replaceAll(".", ""));

/** The words that name a structure, in alphabetical order; a name made of nothing else keeps them all. */
export const hostWords = (name: string): readonly string[] => {
  const parts = nameParts(withoutPoints(name));
  const kept = parts.filter((word) => !LEGAL_FORMS.has(word) && !LITTLE_WORDS.has(word));
  return (kept.length === 0 ? parts : kept).toSorted();
};

export const foldedHost = (name: string): string => hostWords(name).join(" ");

/** Digits of a SIRET typed with or without spaces; undefined when it is none (fourteen digits, and its key). */
export const siretFrom = (typed: string): string | undefined => {
  const digits = typed.replace(/[\s.\-\u00A0\u202F]/g, "");
  if (!/^\d{14}$/.test(digits)) return undefined;
  const figures = Array.from(digits, Number);
  const sum = figures.reduce((total, figure, index) => {
    const weighed = index % 2 === 0 ? figure * 2 : figure;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  // The post's own establishments have a key of their own.
  const post = digits.startsWith("356000000") && figures.reduce((total, figure) => total + figure, 0) % 5 === 0;
  return sum % 10 === 0 || post ? digits : undefined;
};

export interface KnownHost {
  readonly id: string;
  readonly name: string;
  readonly siret: string | null;
  readonly commune: string | null;
  /** Other spellings that someone said to be the same. */
  readonly aliases: readonly string[];
}
export interface TypedHost {
  readonly name: string;
  readonly siret: string | null;
  readonly commune: string | null;
}

const asName = (words: readonly string[]) => ({ givenName: "", familyName: words.join(" ") });

/** One spelling answers the other: one typing error a word, words run together, or all the words of the shorter in the longer. */
const alike = (one: string, other: string): boolean => {
  const [left, right] = [hostWords(one), hostWords(other)];
  if (sameName(asName(left), asName(right)) || withinOneError(left.join(""), right.join(""))) return true;
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const letters = few.join("").length;
  return letters >= 5 && few.every((word) => many.some((candidate) => candidate === word));
};

const spellings = (host: KnownHost): readonly string[] => [host.name, ...host.aliases];

const otherPlace = (typed: TypedHost, host: KnownHost): boolean =>
  typed.commune !== null && host.commune !== null && foldedHost(typed.commune) !== foldedHost(host.commune);

const otherSiret = (typed: TypedHost, host: KnownHost): boolean =>
  typed.siret !== null && host.siret !== null && typed.siret !== host.siret;

export type HostFound<H extends KnownHost> =
  | { readonly kind: "same"; readonly host: H }
  /** To be asked: « Est-ce la même structure ? ». */
  | { readonly kind: "near"; readonly hosts: readonly H[] }
  | { readonly kind: "new" };

const NEAR_AT_MOST = 5;

/** A SIRET that is known settles it; else the same words at the same place do. What only looks alike is asked. */
export const findHost = <H extends KnownHost>(typed: TypedHost, known: readonly H[]): HostFound<H> => {
  const bySiret = typed.siret === null ? undefined : known.find(({ siret }) => siret === typed.siret);
  if (bySiret !== undefined) return { kind: "same", host: bySiret };
  const folded = foldedHost(typed.name);
  const possible = known.filter((host) => !otherSiret(typed, host));
  const named = possible.filter((host) => spellings(host).some((name) => foldedHost(name) === folded));
  const [only, ...others] = named.filter((host) => !otherPlace(typed, host));
  if (only !== undefined && others.length === 0) return { kind: "same", host: only };
  const near = possible.filter((host) => spellings(host).some((name) => alike(name, typed.name)));
  return near.length === 0 ? { kind: "new" } : { kind: "near", hosts: near.slice(0, NEAR_AT_MOST) };
};
