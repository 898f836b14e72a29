/** What moved between two assessments, over what both of them know. */
import type { DomainId, Impact, Severity } from "../framework/schema.ts";
import type { Extent } from "./figures.ts";
import { extentAmong, levelledBothTimes } from "./figures.ts";
import type { Findings, Levelled } from "./findings.ts";
import { levelled } from "./findings.ts";

export interface LevelAndWeight {
  readonly severity: Severity;
  readonly impact: Impact | null;
  readonly weight: number;
}

/** `new`: a first exploration, neither better nor worse. */
export type DomainMovement =
  | { readonly domain: DomainId; readonly kind: "new"; readonly from: null; readonly to: LevelAndWeight }
  | {
      readonly domain: DomainId;
      readonly kind: "same" | "better" | "worse";
      readonly from: LevelAndWeight;
      readonly to: LevelAndWeight;
    };

export interface Movement {
  /** Domains with a level now, in the framework's order. */
  readonly domains: readonly DomainMovement[];
  /** The extent then and now, over the domains with a level both times only. */
  readonly extent: { readonly over: readonly DomainId[]; readonly from: Extent; readonly to: Extent };
}

const known = ({ severity, impact, weight }: Levelled): LevelAndWeight => ({ severity, impact, weight });

/** The level speaks first, being the observable fact; at the same level, what it weighs on the project. */
const compare = (from: LevelAndWeight, to: LevelAndWeight): "same" | "better" | "worse" => {
  const change = to.severity - from.severity || (to.impact ?? 0) - (from.impact ?? 0);
  return change === 0 ? "same" : change < 0 ? "better" : "worse";
};

/** Movement since the previous assessment, domain by domain and for the extent. */
export const movement = (previous: Findings, current: Findings): Movement => {
  const before = new Map(levelled(previous).map((entry) => [entry.domain, known(entry)]));
  const over = levelledBothTimes(previous, current);
  return {
    domains: levelled(current).map((entry): DomainMovement => {
      const from = before.get(entry.domain);
      const to = known(entry);
      return from === undefined
        ? { domain: entry.domain, kind: "new", from: null, to }
        : { domain: entry.domain, kind: compare(from, to), from, to };
    }),
    extent: { over, from: extentAmong(previous, over), to: extentAmong(current, over) },
  };
};
