/** What was said of a domain beside what was observed or attested of it: neither erases the other. */
import type { DomainId } from "../framework/schema.ts";
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { EvidenceSource, Finding } from "./assessment.ts";
import type { Severity } from "../framework/schema.ts";

/** A finding with a level and where it comes from. */
export interface Heard {
  readonly severity: Severity;
  readonly impact: Finding["impact"];
  readonly source: EvidenceSource;
}

export interface SaidAndSeen {
  readonly said: Heard | null;
  readonly seen: Heard | null;
}

const heard = ({ severity, impact, source }: Finding): readonly Heard[] =>
  severity === null || source === null ? [] : [{ severity, impact, source }];

/** The last word of each kind; `found`: the findings of one domain, the latest first. */
export const saidAndSeen = (found: readonly Finding[]): SaidAndSeen => {
  const levels = found.flatMap(heard);
  return {
    said: levels.find(({ source }) => source.kind === "dit") ?? null,
    seen: levels.find(({ source }) => source.kind !== "dit") ?? null,
  };
};

/** What one evaluation found, with what it found before of the same domain, the latest first. */
interface Evaluation {
  readonly findings: ReadonlyMap<DomainId, Finding>;
  readonly earlier: ReadonlyMap<DomainId, readonly Finding[]>;
}

/** Everything that was found of a domain, the latest first; `evaluations`: the first first. */
export const foundOf = (evaluations: readonly Evaluation[], domain: DomainId): readonly Finding[] =>
  [...evaluations]
    .reverse()
    .flatMap(({ findings, earlier }) => [
      ...[findings.get(domain)].flatMap((finding) => finding ?? []),
      ...(earlier.get(domain) ?? []),
    ]);

/** Domains where something was seen, in the framework's order. */
export const seenDomains = (
  evaluations: readonly Evaluation[],
): readonly (SaidAndSeen & { readonly domain: DomainId; readonly seen: Heard })[] =>
  DOMAIN_IDS.flatMap((domain) => {
    const { said, seen } = saidAndSeen(foundOf(evaluations, domain));
    return seen === null ? [] : [{ domain, said, seen }];
  });
