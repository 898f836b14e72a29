/** How many people have a need that nobody answers: what one case adds to the counters, and takes from them. Adding commutes across cases. */
import type { DomainId } from "../framework/domains.ts";
import type { CaseNeeds, NeedsCount } from "./needs.ts";

type Counts = NeedsCount["unmet"];
type Needs = CaseNeeds["unmet"];

const SEPARATOR = "|";
const keyOf = (theme: string, group: string): string => `${theme}${SEPARATOR}${group}`;

/** Theme (or domain) and commune group of a counter. */
export const readKey = (key: string): { readonly theme: string; readonly group: string } => {
  const at = key.indexOf(SEPARATOR);
  return { theme: key.slice(0, at), group: key.slice(at + 1) };
};

/** A person counts once for a theme, whatever the number of domains that ask for it. */
const keysOf = (needs: Needs, group: string): ReadonlySet<string> =>
  new Set(
    needs.flatMap(({ domain, themes }) =>
      (themes.length === 0 ? [domain] : themes).map((theme) => keyOf(theme, group)),
    ),
  );

const moved = (counts: Counts, removed: ReadonlySet<string>, added: ReadonlySet<string>): Counts => {
  const next = { ...counts };
  for (const key of removed) next[key] = (next[key] ?? 0) - 1;
  for (const key of added) next[key] = (next[key] ?? 0) + 1;
  return Object.fromEntries(Object.entries(next).filter(([, count]) => count !== 0));
};

const keysIn = (row: CaseNeeds | undefined, list: "unmet" | "saturated"): ReadonlySet<string> =>
  row === undefined ? new Set() : keysOf(row[list], row.group);

export const noNeeds = (generation: string): NeedsCount => ({
  kind: "needsCount",
  schemaVersion: 1,
  generation,
  unmet: {},
  saturated: {},
});

/** The counters once a case counts for `after` instead of `before`; undefined: it does not count. */
export const recount = (
  counts: NeedsCount,
  before: CaseNeeds | undefined,
  after: CaseNeeds | undefined,
): NeedsCount => ({
  ...counts,
  unmet: moved(counts.unmet, keysIn(before, "unmet"), keysIn(after, "unmet")),
  saturated: moved(counts.saturated, keysIn(before, "saturated"), keysIn(after, "saturated")),
});

/** Needs that nobody answered and that the directory now answers, while nothing that was recorded of the person moved. */
export const answeredByTheOffer = (before: CaseNeeds | undefined, after: CaseNeeds): readonly DomainId[] => {
  if (before === undefined || before.readFrom !== after.readFrom) return [];
  if (before.directoryVersion === after.directoryVersion) return [];
  const still = new Set(after.unmet.map(({ domain }) => domain));
  return before.unmet.map(({ domain }) => domain).filter((domain) => !still.has(domain));
};
