/** What the people followed meet on this territory, by domain; small numbers masked. */
import { DOMAIN_IDS, type DomainId } from "../framework/domains.ts";
import { maskTable, type MaskedTable } from "./mask.ts";
import type { Tally } from "./reading.ts";

export type TerritoryRow = MaskedTable["rows"][number] & { readonly domain: DomainId };

const SEVERITIES = ["0", "1", "2", "3", "4"] as const;
export const MOVES = ["better", "same", "worse"] as const;

const byDomain = (now: Tally, measure: "barrier" | "moved", columns: readonly string[]): readonly TerritoryRow[] => {
  const rows = DOMAIN_IDS.map((domain) => columns.map((column) => now.of(measure, domain, column)));
  const masked = maskTable(rows, { columnTotals: false });
  return DOMAIN_IDS.flatMap((domain, at) => {
    const row = masked.rows[at];
    return row === undefined ? [] : [{ domain, ...row }];
  });
};

/** By level of difficulty, from 0 to 4. */
export const barriersOf = (now: Tally): readonly TerritoryRow[] => byDomain(now, "barrier", SEVERITIES);
/** From the first assessment to the latest, in the order of `MOVES`. */
export const movementsOf = (now: Tally): readonly TerritoryRow[] => byDomain(now, "moved", MOVES);
