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
  `who:${whole(person)}`,
  ...(person.birthDate === null ? [] : [`born:${person.birthDate}`]),
];

/** The word itself and the word less one letter: two words within one typing error share at least one of these. */
export const oneLetterLess = (word: string): readonly string[] => [
  ...new Set([word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))]),
];

const LONGEST_INDEXED = 24;
const indexed = (part: string): string => part.slice(0, LONGEST_INDEXED);

/** Keys under which a person is found by name, with one typing error. */
export const searchKeys = (person: Named): readonly string[] => [
  ...new Set(
    [...nameParts(person.givenName), ...nameParts(person.familyName)]
      .map(indexed)
      .flatMap((part) => (part.length < 4 ? [part] : oneLetterLess(part)))
      .map((term) => `s:${term}`),
  ),
];

/** Keys to look under for a typed word; what they bring is then checked with `withinOneError`. */
export const lookupKeys = (typed: string): readonly string[] =>
  nameParts(typed).flatMap((part) =>
    (part.length < 4 ? [part] : oneLetterLess(indexed(part))).map((term) => `s:${term}`),
  );

/** True when one letter added, dropped, replaced, or two neighbours swapped, at most, separate the words. */
export const withinOneError = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  const restOne = one.slice(start);
  const restOther = other.slice(start);
  if (restOne.length === restOther.length)
    return (
      restOne.slice(1) === restOther.slice(1) ||
      (restOne[0] === restOther[1] && restOne[1] === restOther[0] && restOne.slice(2) === restOther.slice(2))
    );
  return restOne.length > restOther.length ? restOne.slice(1) === restOther : restOne === restOther.slice(1);
};

/** True when each part of one name answers a part of the other, each within one typing error (short parts must be equal). */
export const sameName = (one: Named, other: Named): boolean => {
  const left = [...nameParts(one.givenName), ...nameParts(one.familyName)];
  const right = [...nameParts(other.givenName), ...nameParts(other.familyName)];
  if (left.length !== right.length) return left.join("") === right.join("");
  const free = [...right];
  return left.every((part) => {
    const found = free.findIndex((candidate) =>
      part.length < 4 ? candidate === part : withinOneError(part, candidate),
    );
    if (found === -1) return false;
    free.splice(found, 1);
    return true;
  });
};

/** How a person is named on cards: first name, initial of the family name. */
export const shortName = (person: Named): string => {
  const initial = Array.from(person.familyName.trim())[0];
  return initial === undefined
    ? person.givenName.trim()
    : `${person.givenName.trim()} ${initial.toLocaleUpperCase("fr")}.`;
};
