/** Names as people spell them: compared without accents, case, order or one typing error. Pure. */

/** The parts of a name, without accents or case: "Le Goff-Péron" → ["le", "goff", "peron"]. */
export const nameParts = (typed: string): readonly string[] =>
  typed
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== "");

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

/** Sort value of a list of people: family name, then given name. */
export const nameOrder = (person: Named): string =>
  `${nameParts(person.familyName).join(" ")}, ${nameParts(person.givenName).join(" ")}`;

const whole = (person: Named): string =>
  [...nameParts(person.givenName), ...nameParts(person.familyName)].sort().join(" ");

/** Keys under which possible duplicates are found: the birth date, and the name in any order. */
export const matchKeys = (person: Named & { readonly birthDate: string | null }): readonly string[] => [
  ...(whole(person) === "" ? [] : [`who:${whole(person)}`]),
  ...(person.birthDate === null ? [] : [`born:${person.birthDate}`]),
];

/** The word itself and the word less one letter: two words within one typing error share at least one of these. */
export const oneLetterLess = (word: string): readonly string[] => {
  const letters = Array.from(word);
  return [...new Set([word, ...letters.map((_, index) => letters.toSpliced(index, 1).join(""))])];
};

const LONGEST_INDEXED = 24;
const indexed = (part: string): string => Array.from(part).slice(0, LONGEST_INDEXED).join("");

/** Under this length one letter makes another name (Léa, Lia): such words must be equal. */
const SHORTEST_TOLERANT = 4;
const isShort = (part: string): boolean => part.length < SHORTEST_TOLERANT;

/** Keys under which a person is found by name, with one typing error. */
export const searchKeys = (person: Named): readonly string[] => [
  ...new Set(
    [...nameParts(person.givenName), ...nameParts(person.familyName)]
      .map(indexed)
      .flatMap((part) => (isShort(part) ? [part] : oneLetterLess(part)))
      .map((term) => `s:${term}`),
  ),
];

/** Keys to look under for a typed word; what they bring is then checked with `withinOneError`. */
export const lookupKeys = (typed: string): readonly string[] =>
  nameParts(typed).flatMap((part) =>
    (isShort(part) ? [part] : oneLetterLess(indexed(part))).map((term) => `s:${term}`),
  );

/** True when one letter added, dropped, replaced, or two neighbours swapped, at most, separate the words. */
export const withinOneError = (one: string, other: string): boolean => {
  if (one === other) return true;
  const left = Array.from(one);
  const right = Array.from(other);
  const start = left.findIndex((letter, index) => letter !== right[index]);
  if (start === -1) return right.length === left.length + 1;
  const rest = (letters: readonly string[], skipped: number): string => letters.slice(start + skipped).join("");
  if (left.length === right.length)
    return (
      rest(left, 1) === rest(right, 1) ||
      (left[start] === right[start + 1] && left[start + 1] === right[start] && rest(left, 2) === rest(right, 2))
    );
  return left.length > right.length ? rest(left, 1) === rest(right, 0) : rest(left, 0) === rest(right, 1);
};

const answers = (one: string, other: string): boolean =>
  isShort(one) || isShort(other) ? one === other : withinOneError(one, other);

/** Whether each part of one name can be given a part of the other of its own: who was paired first may be paired again elsewhere. */
const allPaired = (left: readonly string[], right: readonly string[]): boolean => {
  const takenBy = new Map<number, string>();
  const place = (part: string, tried: Set<number>): boolean =>
    right.some((candidate, index) => {
      if (tried.has(index) || !answers(part, candidate)) return false;
      tried.add(index);
      const holder = takenBy.get(index);
      if (holder !== undefined && !place(holder, tried)) return false;
      takenBy.set(index, part);
      return true;
    });
  return left.every((part) => place(part, new Set()));
};

/** True when each part of one name answers a part of the other, in any order, each within one typing error (short parts must be equal). */
export const sameName = (one: Named, other: Named): boolean => {
  const left = [...nameParts(one.givenName), ...nameParts(one.familyName)];
  const right = [...nameParts(other.givenName), ...nameParts(other.familyName)];
  return left.length === right.length ? allPaired(left, right) : left.join("") === right.join("");
};

/** How a person is named on cards: first name, initial of the family name. */
export const shortName = (person: Named): string => {
  const initial = Array.from(person.familyName.trim())[0];
  return initial === undefined
    ? person.givenName.trim()
    : `${person.givenName.trim()} ${initial.toLocaleUpperCase("fr")}.`;
};
