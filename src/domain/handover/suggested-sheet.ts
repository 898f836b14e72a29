/** What a sheet is begun with: only what the person can read of themself. Nothing of health, no level, no note about what is hard. */
import type { Finding } from "../diagnostic/assessment.ts";
import { DOMAIN_IDS, type DomainId } from "../framework/domains.ts";
import { lengthOf } from "../text.ts";
import type { Handover } from "./records.ts";

const HEALTH: DomainId = "sante";

export interface ToSuggest {
  readonly findings: ReadonlyMap<DomainId, Finding>;
  /** The needs that a relay answers; empty: the person as a whole. */
  readonly answers: readonly DomainId[];
}

export interface Suggested {
  /** What the person said comes first for them. */
  readonly priorities: readonly DomainId[];
  readonly helps: readonly string[];
}

/** What helps already, of the domains that this partner works on, the person's priorities first; never cut in the middle. */
export const suggestedSheet = ({ findings, answers }: ToSuggest, atMost: number): Suggested => {
  const about = DOMAIN_IDS.filter((domain) => domain !== HEALTH && (answers.length === 0 || answers.includes(domain)));
  const known = about.flatMap((domain) => {
    const finding = findings.get(domain);
    return finding === undefined ? [] : [{ domain, finding }];
  });
  const first = known.filter(({ finding }) => finding.priority);
  const texts = [...first, ...known.filter(({ finding }) => !finding.priority)].map(({ finding }) =>
    finding.strength.trim(),
  );
  const helps: string[] = [];
  for (const text of texts) if (text !== "" && lengthOf([...helps, text].join("\n")) <= atMost) helps.push(text);
  return { priorities: first.map(({ domain }) => domain), helps };
};

/** Nothing was written on it yet. */
export const isBlankSheet = ({ sheet }: Pick<Handover, "sheet">): boolean =>
  Object.values(sheet).every((text) => text === "");
