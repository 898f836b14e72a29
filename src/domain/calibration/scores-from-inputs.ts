/** From the fourteen choices of a card to levels: a domain left at *pas abordé* has none. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { DOMAIN_IDS, severity, type DomainId } from "../framework/schema.ts";
import type { Scores } from "./records.ts";

/** What a domain that is not scored holds: a choice needs a value of its own. */
export const NOT_SCORED = "none";

const levelIn = (typed: string | undefined): Scores[DomainId] => severity.safeParse(Number(typed || NaN)).data;

/** Undefined when no domain at all has a level. Only `among` is read: a card never scores what it does not show. */
export const scoresFromInputs = (inputs: TypedInputs, among: readonly DomainId[] = DOMAIN_IDS): Scores | undefined => {
  const scored = among.flatMap((domain) => {
    const level = levelIn(inputs[domain]);
    return level === undefined ? [] : [[domain, level] as const];
  });
  return scored.length === 0 ? undefined : Object.fromEntries(scored);
};

/** Two cards of one's own: what either scored is kept, the one just sent first. */
export const mergedInputs = (kept: TypedInputs, sent: TypedInputs): Record<string, string> =>
  Object.fromEntries(
    [...new Set([...Object.keys(kept), ...Object.keys(sent)])].map((domain) => {
      const said = sent[domain] ?? NOT_SCORED;
      return [domain, said === NOT_SCORED ? (kept[domain] ?? NOT_SCORED) : said];
    }),
  );
