/** What commands and screens about one hand-over share: reading it, who may, and writing it with the head of its case. */
import { z } from "zod";
import { caseAfterHandover } from "../../domain/handover/after-step.ts";
import type { Handover } from "../../domain/handover/records.ts";
import type { Around } from "../../domain/handover/steps.ts";
import { hasDied } from "../../domain/participant/clock-facts.ts";
import { participantCode } from "../../domain/participant/codes.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { maySeeCase, type Actor } from "../../domain/people/actor.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../domain/suggestion/facts.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Details } from "../frame/audit-trail.ts";
import type { Decision } from "../frame/commit.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf, readDossier, readSituation, type Dossier } from "./dossier.ts";
import { asRead, carrierOnly, decideOnCase } from "./on-case.ts";

export const handoverInput = { code: participantCode, handover: z.string().max(60) } as const;

export interface OnHandover {
  readonly dossier: Dossier;
  readonly identity: Identity;
  readonly handover: Versioned<Handover>;
  readonly facts: Pick<SituationFacts, "rsa" | "referringBody">;
}

export const loadHandover = async (
  services: Services,
  _actor: Actor,
  { code, handover: id }: { readonly code: string; readonly handover: string },
): Promise<Result<OnHandover>> => {
  const [dossier, identity, handover] = await Promise.all([
    readDossier(services, code),
    services.store.get("identity", code),
    services.store.get("handover", id),
  ]);
  if (dossier === undefined || identity === undefined || handover?.doc.code !== code) return refused("noSuchCase");
  const { rsa, referringBody } = (await readSituation(services, dossier.file.doc))?.doc.facts ?? NOTHING_ASKED;
  return done({ dossier, identity: identity.doc, handover, facts: { rsa, referringBody } });
};

/** The référent of the case, or who stands in for them, until the hand-over has ended. */
export const carriesHandover = (actor: Actor, { dossier, handover }: OnHandover): RefusalCode | null => {
  const refusal = carrierOnly(actor, dossier);
  if (refusal !== null) return refusal;
  if (hasDied(dossier.file.doc)) return "personDied";
  return handover.doc.parcours === dossier.file.doc.parcours ? null : "caseClosed";
};

export const readsHandover = (actor: Actor, { dossier }: Pick<OnHandover, "dossier">): RefusalCode | null =>
  maySeeCase(actor, dossier.file.doc) ? null : "noSuchCase";

export const aroundOf = (services: Services, actor: Actor, { facts }: Pick<OnHandover, "facts">): Around => ({
  today: services.clock.today(),
  by: actor.memberId,
  referred: facts.rsa === "yes",
  fallbackDays: services.frameworks.current.milestones.handoverFallbackDays,
});

export const handoverRev = ({ edition }: Pick<Handover, "edition">): string => String(edition);

/** The hand-over, the head that mirrors it, and what follows for the status, in one batch. */
export const moveHandover = <Outcome>(
  services: Services,
  actor: Actor,
  { dossier, handover }: Pick<OnHandover, "dossier" | "handover">,
  what: {
    readonly act: string;
    readonly details?: Details;
    readonly next: Handover;
    readonly outcome: Outcome;
    readonly besides?: readonly Write[];
  },
): Result<Decision<Outcome>> => {
  const at = services.clock.now().toISOString();
  const next: Handover = { ...what.next, edition: handover.doc.edition + 1, by: actor.memberId, at };
  return decideOnCase(services, dossier, {
    act: what.act,
    details: { handover: next.id, what: next.what, ...what.details },
    outcome: what.outcome,
    writes: [{ op: "put", doc: next, expected: handover.version }, ...(what.besides ?? [])],
    after: {
      head: caseAfterHandover(dossier.file.doc, next),
      round: dossier.round?.doc,
      findings: findingsOf(dossier.assessments),
    },
  });
};

/** Nothing moves: what was typed waits, or a sentence says why not. */
export const leaveHandover = <Outcome>(
  { dossier, handover }: Pick<OnHandover, "dossier" | "handover">,
  act: string,
  outcome: Outcome,
  writes: readonly Write[] = [],
): Result<Decision<Outcome>> =>
  done({
    outcome,
    head: null,
    writes: writes.length === 0 ? [] : [asRead(dossier.file), ...writes],
    audit: { act, code: dossier.file.doc.code, details: { handover: handover.doc.id } },
  });
