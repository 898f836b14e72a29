/** Which domain a typed word names: by its id or label, else by a situation or a theme of it. One typing error is forgiven. */
import { nameParts, withinOneError } from "../src/domain/participant/names.ts";
import type { DomainId, Framework, FrameworkDomain } from "../src/domain/framework/schema.ts";
import { themeInWords } from "../src/wording/themes.ts";

/** Words that name nothing by themselves. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  nameParts(
    "a au aux autour d dans de des du en et l la le les offre offres ou par pour pres service services sur un une",
  ),
);
const SHORTEST_GUESSED = 4;
const SHORTEST_BEGUN = 5;

const exactly = (typed: string, word: string): boolean => typed === word;
const nearly = (typed: string, word: string): boolean =>
  typed === word ||
  (typed.length >= SHORTEST_GUESSED && withinOneError(typed, word)) ||
  (typed.length >= SHORTEST_BEGUN && word.startsWith(typed));

/** What names a domain, the most telling first: its id, its label, then each situation and theme by itself. */
const namesOf = (domain: FrameworkDomain): readonly (readonly string[])[] => [
  [domain.id],
  [domain.label],
  [
    ...domain.situations.map(({ label }) => label),
    ...[...domain.themes, ...domain.situations.flatMap(({ themes }) => themes)].map(themeInWords),
  ],
];

const answers = (sentences: readonly string[], words: readonly string[], same: typeof exactly): boolean =>
  sentences.some((sentence) => {
    const parts = nameParts(sentence);
    return words.every((word) => parts.some((part) => same(word, part)));
  });

/** Undefined: no domain is named so. Null: nothing names a domain, the person chooses. */
export const domainNamed = (framework: Framework, typed: string): DomainId | null | undefined => {
  const words = nameParts(typed).filter((word) => !EMPTY_WORDS.has(word));
  if (words.length === 0) return null;
  for (const rank of [0, 1, 2])
    for (const same of [exactly, nearly]) {
      const found = framework.domains.find((domain) => answers(namesOf(domain)[rank] ?? [], words, same));
      if (found !== undefined) return found.id;
    }
  return undefined;
};
