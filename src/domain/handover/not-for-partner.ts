/** What never leaves for a partner: a level, a figure, an urgent point, an absence. */
import type { Framework } from "../framework/schema.ts";

const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** What a référent may be tempted to write, as it is written. */
const NEVER: readonly RegExp[] = [
  /\bniveaux? (?:de (?:difficulte|gravite) )?:? ?\d/u,
  /\bpoids :? ?\d/u,
  /\bpoints? urgents?\b/u,
  /\bampleur des difficultes\b/u,
  /\brendez-vous manques?\b/u,
  /\babsences? (?:injustifiee|repetee|au rendez-vous)s?\b/u,
];

/** Single words that people use for something else are no level; « Difficulté forte » is one. */
const isTelling = (words: string): boolean => words.includes(" ");

/** The words of a text that say more than a partner needs, as the framework or the trade writes them. */
export const notForPartner = (
  text: string,
  { levels, urgentPoints }: Pick<Framework, "levels" | "urgentPoints">,
): readonly string[] => {
  const said = folded(text);
  const known = [...levels, ...urgentPoints.map(({ label }) => label)].filter(isTelling);
  return [
    ...known.filter((words) => said.includes(folded(words))),
    ...NEVER.flatMap((pattern) => pattern.exec(said)?.[0] ?? []),
  ];
};
