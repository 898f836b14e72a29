/** *Refaire le point*: a new round starts from what the previous one found, and keeps it. */
import type { DomainId } from "../framework/schema.ts";
import { DOMAIN_IDS } from "../framework/schema.ts";
import type { HealthAgreement } from "../participant/case-file.ts";
import type { Instant, MemberId } from "../participant/codes.ts";
import type { Finding } from "./assessment.ts";
import type { Findings } from "./findings.ts";
import { stateOf } from "./findings.ts";

export interface RoundContext {
  readonly health: HealthAgreement;
  readonly by: MemberId;
  readonly now: Instant;
}

/** The same finding, said again today: new author and instant; the evidence keeps its own date. */
export const unchanged = (previous: Finding, author: Pick<RoundContext, "by" | "now">): Finding => ({
  ...previous,
  by: author.by,
  at: author.now,
});

/** What holds while the new round is not finished: what it found, else what the previous one did. */
export const inForce = (previous: Findings, current: Findings): Findings =>
  new Map(
    DOMAIN_IDS.flatMap((domain) => {
      const finding = stateOf(current, domain) === "notAddressed" ? previous.get(domain) : current.get(domain);
      return finding === undefined ? [] : [[domain, finding] as const];
    }),
  );

/** Domains that the previous round spoke of and that the new one has not come back to yet. */
export const stillToReview = (previous: Findings, current: Findings, health: HealthAgreement): readonly DomainId[] =>
  DOMAIN_IDS.filter(
    (domain) =>
      stateOf(previous, domain) !== "notAddressed" &&
      stateOf(current, domain) === "notAddressed" &&
      (domain !== "sante" || health === "agreed"),
  );

/** *Rien n'a changé pour le reste*: the findings to record for every domain not yet come back to. */
export const restUnchanged = (previous: Findings, current: Findings, context: RoundContext): Findings =>
  new Map(
    stillToReview(previous, current, context.health).flatMap((domain) => {
      const finding = previous.get(domain);
      return finding === undefined ? [] : [[domain, unchanged(finding, context)] as const];
    }),
  );
