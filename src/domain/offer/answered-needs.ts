/** What a need is counted under, and which needs the directory came to answer. */
import type { DomainId } from "../framework/domains.ts";
import type { CaseNeeds } from "./needs.ts";

/** Themes, or the domain where there is none. A person counts once for a theme, whatever the number of domains that ask for it. */
export const subjectsOf = (needs: CaseNeeds["unmet"]): readonly string[] => [
  ...new Set(needs.flatMap(({ domain, themes }): readonly string[] => (themes.length === 0 ? [domain] : themes))),
];

/** Needs that nobody answered and that the directory now answers, while nothing that was recorded of the person moved. */
export const answeredByTheOffer = (before: CaseNeeds | undefined, after: CaseNeeds): readonly DomainId[] => {
  if (before === undefined || before.readFrom !== after.readFrom) return [];
  if (before.directoryVersion === after.directoryVersion) return [];
  const still = new Set(after.unmet.map(({ domain }) => domain));
  return [...new Set(before.unmet.map(({ domain }) => domain))].filter((domain) => !still.has(domain));
};
