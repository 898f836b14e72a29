/** *Écarter la piste*, with a reason, and *Ne plus l'écarter*: recorded for the cell, never held against anyone. */
import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import { asideReason, type Recommendation } from "../domain/suggestion/stored-lead.ts";
import type { Versioned } from "../ports/store.ts";
import { type Dossier, findingsOf, readRecommendation } from "./parts/dossier.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import type { Actor } from "../domain/people/actor.ts";

interface Loaded {
  readonly dossier: Dossier;
  readonly recommendation: Versioned<Recommendation> | undefined;
}

/** What the buttons of a lead's card carry: the lead that it shows, and whether one is set aside. */
export const leadRev = (lead: string, { aside }: Pick<Recommendation, "aside">): string =>
  `${lead}~${aside === null ? "-" : aside.at}`;

const common = {
  about: aboutCode,
  queue: queueOfCase,
  load: async (services: Services, actor: Actor, request: { readonly code: string }): Promise<Result<Loaded>> => {
    const dossier = await loadDossier(services, actor, request);
    if (!dossier.ok) return dossier;
    const recommendation = await readRecommendation(services, dossier.value.file.doc);
    return done({ dossier: dossier.value, recommendation });
  },
  allow: (actor: Actor, { dossier }: Loaded) => carrierAfterEntry(actor, dossier),
};

const write = <Kind extends string>(
  services: Services,
  { dossier, recommendation }: { readonly dossier: Dossier; readonly recommendation: Versioned<Recommendation> },
  {
    kind,
    act,
    reason,
    aside,
  }: {
    readonly kind: Kind;
    readonly act: string;
    readonly reason: string | null;
    readonly aside: Recommendation["aside"];
  },
) =>
  decideOnCase<{ readonly kind: Kind }>(services, dossier, {
    act,
    details: { round: recommendation.doc.round, reason },
    outcome: { kind },
    writes: [{ op: "put", doc: { ...recommendation.doc, aside }, expected: recommendation.version }],
    after: { head: dossier.file.doc, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
  });

const asideInput = z.strictObject({ code: participantCode, rev: z.string(), reason: asideReason });

/** Sets aside the lead that the card showed; refuses when the card is older than what is recorded. */
export const setLeadAside = command<z.infer<typeof asideInput>, Loaded, { readonly kind: "aside" }>({
  act: "lead.setAside",
  input: asideInput,
  ...common,
  decide: async (services, actor, { dossier, recommendation }, { rev, reason }) => {
    if (recommendation === undefined) return refused("recommendFirst");
    const [id = ""] = rev.split("~");
    if (rev !== leadRev(id, recommendation.doc)) return refused("changedMeanwhile");
    const shown = (await services.store.get("lead", id))?.doc;
    const { code, parcours, round } = recommendation.doc;
    if (shown?.code !== code || shown.parcours !== parcours || shown.round !== round)
      return refused("changedMeanwhile");
    const aside = { reason, lead: id, by: actor.memberId, at: services.clock.now().toISOString() };
    return write(services, { dossier, recommendation }, { kind: "aside", act: "lead.setAside", reason, aside });
  },
});

const backInput = z.strictObject({ code: participantCode, rev: z.string() });

export const takeLeadBack = command<z.infer<typeof backInput>, Loaded, { readonly kind: "back" }>({
  act: "lead.takeBack",
  input: backInput,
  ...common,
  decide: (services, _actor, { dossier, recommendation }, { rev }) => {
    if (recommendation === undefined) return refused("recommendFirst");
    const [id = ""] = rev.split("~");
    if (rev !== leadRev(id, recommendation.doc)) return refused("changedMeanwhile");
    if (recommendation.doc.aside === null) return refused("alreadyDone");
    const back = { kind: "back", act: "lead.takenBack", reason: null, aside: null } as const;
    return write(services, { dossier, recommendation }, back);
  },
});
