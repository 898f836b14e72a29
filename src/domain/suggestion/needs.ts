/** Needs at the recorded levels, and which of them a service answers: by situation, never by domain alone. */
import type { Framework } from "../framework/schema.ts";
import { DOMAIN_IDS, type DomainId, type Severity } from "../framework/schema.ts";
import type { LeadFinding } from "./lead.ts";
import type { Levels } from "./levels.ts";
import type { Offer } from "./offer.ts";
import { isNeed } from "./tests.ts";

export interface Need {
  readonly domain: DomainId;
  /** Index of the domain. */
  readonly index: number;
  readonly severity: Severity;
  readonly weight: number;
  readonly priority: boolean;
  readonly situations: readonly string[];
  /** data·inclusion themes that answer it. */
  readonly themes: readonly string[];
  readonly bit: number;
}

/** Themes of the framework, by domain and situation. */
export type ThemesOfDomains = ReadonlyMap<
  DomainId,
  { readonly all: readonly string[]; readonly of: ReadonlyMap<string, readonly string[]> }
>;

export const themesOfDomains = ({ domains }: Framework): ThemesOfDomains =>
  new Map(
    domains.map(({ id, themes, situations }) => [
      id,
      { all: themes, of: new Map(situations.map((situation) => [situation.id, situation.themes] as const)) },
    ]),
  );

/** In the order of the domains; the nth has the nth bit. */
export const needsOf = (
  findings: ReadonlyMap<DomainId, LeadFinding>,
  levels: Levels,
  themes: ThemesOfDomains,
  needFrom: number,
): readonly Need[] => {
  const needs: Need[] = [];
  DOMAIN_IDS.forEach((domain, index) => {
    const level = levels[index];
    if (!isNeed(level, { needFrom })) return;
    const { priority = false, situations = [] } = findings.get(domain) ?? {};
    const known = themes.get(domain);
    const answering = situations.length === 0 ? known?.all : situations.flatMap((id) => known?.of.get(id) ?? []);
    needs.push({
      domain,
      index,
      severity: level.severity,
      weight: level.weight,
      priority,
      situations,
      themes: [...new Set(answering ?? [])],
      bit: 1 << needs.length,
    });
  });
  return needs;
};

export const domainsIn = (needs: readonly Need[], mask: number): readonly DomainId[] =>
  needs.flatMap(({ domain, bit }) => (mask & bit ? [domain] : []));

/** Says which needs a service answers, as a mask; full or not. What the local extension says of a domain wins over the themes. */
export const answering = (needs: readonly Need[], upToUnlessSaid: number): ((offer: Offer) => number) => {
  const byTheme = new Map<string, number>();
  for (const { themes, bit, severity } of needs)
    if (severity <= upToUnlessSaid) for (const theme of themes) byTheme.set(theme, (byTheme.get(theme) ?? 0) | bit);
  const byDomain = new Map(needs.map((need) => [need.domain, need]));
  return ({ works, themes }) => {
    let said = 0;
    let mask = 0;
    for (const work of works) {
      const need = byDomain.get(work.domain);
      if (need === undefined) continue;
      said |= need.bit;
      if (need.severity <= work.upTo && meet(need.situations, work.situations)) mask |= need.bit;
    }
    let themed = 0;
    for (const theme of themes) themed |= byTheme.get(theme) ?? 0;
    return mask | (themed & ~said);
  };
};

/** Without a situation on one side, the whole domain is meant. */
const meet = (ticked: readonly string[], worked: readonly string[]): boolean =>
  ticked.length === 0 || worked.length === 0 || ticked.some((id) => worked.includes(id));
