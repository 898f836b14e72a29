/** What the lines of *Tour d'horizon* said when its card was made, short enough to travel with each of its buttons. */
import type { OverviewChoice } from "../src/domain/diagnostic/overview.ts";
import { OVERVIEW_CHOICES } from "../src/domain/diagnostic/overview.ts";
import { DOMAIN_IDS, type DomainId } from "../src/domain/framework/schema.ts";

const LETTERS: Readonly<Record<OverviewChoice, string>> = {
  notAddressed: "p",
  nothing: "r",
  toExplore: "c",
  assessed: "e",
  declined: "n",
  notApplicable: "s",
};
const NOT_SAID = "-";

export type OverviewLines = Readonly<Partial<Record<DomainId, OverviewChoice>>>;

/** One letter for each domain, in the framework's order. */
export const encodeShown = (lines: OverviewLines): string =>
  DOMAIN_IDS.map((domain) => {
    const line = lines[domain];
    return line === undefined ? NOT_SAID : LETTERS[line];
  }).join("");

/** The lines again; a domain whose letter is unknown is left out. */
export const decodeShown = (text: string): Partial<Record<DomainId, OverviewChoice>> =>
  Object.fromEntries(
    DOMAIN_IDS.flatMap((domain, index) => {
      const choice = OVERVIEW_CHOICES.find((line) => LETTERS[line] === text[index]);
      return choice === undefined ? [] : [[domain, choice] as const];
    }),
  );
