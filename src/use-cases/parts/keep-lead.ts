/** Each lead that is shown is kept, with what it was computed from. */
import type { Framework } from "../../domain/framework/schema.ts";
import { mayCarryCase, type Actor } from "../../domain/people/actor.ts";
import { canonicalJson } from "../../domain/canonical-json.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import { findLead } from "../../domain/suggestion/find-lead.ts";
import { leadInputsOf } from "../../domain/suggestion/inputs.ts";
import type { Lead, LeadInputs } from "../../domain/suggestion/lead.ts";
import type { Offer } from "../../domain/suggestion/offer.ts";
import { frozenWith } from "../../domain/suggestion/replay.ts";
import type { Recommendation, StoredLead } from "../../domain/suggestion/stored-lead.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { readOffersAt, type Wanted } from "./directory.ts";
import { readRecommendation, readSituation, roundIdOf } from "./dossier.ts";
import { readCaseView, type CaseView } from "./case-view.ts";
import { done, refused, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

/** A case with what its référent recommends in the open round; undefined: nothing yet. */
export interface CaseWithRecommendation extends CaseView {
  readonly recommendation: Versioned<Recommendation> | undefined;
}

export const readCaseWithRecommendation = async (
  services: Services,
  actor: Actor,
  request: { readonly code: string },
): Promise<Result<CaseWithRecommendation>> => {
  const view = await readCaseView(services, actor, request);
  if (!view.ok) return view;
  return done({ ...view.value, recommendation: await readRecommendation(services, view.value.dossier.file.doc) });
};

/** Themes and domains in which something may answer: those in need. */
export const wantedFor = ({ findings }: Pick<CaseView, "findings">, framework: Framework): Wanted => {
  const needs = framework.domains.filter(
    ({ id }) => (findings.get(id)?.severity ?? 0) >= framework.thresholds.needFromSeverity,
  );
  return {
    domains: needs.map(({ id }) => id),
    themes: needs.flatMap(({ themes, situations }) => [...themes, ...situations.flatMap((entry) => entry.themes)]),
  };
};

interface Computed {
  readonly lead: Lead;
  readonly inputs: LeadInputs;
  /** The records of the services that it speaks of. */
  readonly frozen: readonly Offer[];
}

const compute = async (services: Services, view: CaseView): Promise<Computed> => {
  const { dossier, identity, findings } = view;
  const { framework } = dossier;
  const head = dossier.file.doc;
  const [{ directoryVersion, offers }, situation] = await Promise.all([
    readOffersAt(services, wantedFor(view, framework)),
    readSituation(services, head),
  ]);
  const inputs = leadInputsOf({
    framework,
    directoryVersion,
    asOf: services.clock.today(),
    findings,
    ...countingOf(head, dossier.round?.doc),
    head,
    identity,
    facts: situation?.doc.facts ?? null,
    plie: services.plie,
  });
  const lead = findLead(framework)(inputs, offers);
  return { lead, inputs, frozen: frozenWith(framework, inputs, lead, offers) };
};

/** Written once for the same inputs and records. Its id says nothing of them: a level that is withdrawn could be found again from a digest. */
const storedOf = async (
  services: Services,
  { dossier: { file } }: CaseView,
  { lead, inputs, frozen }: Computed,
): Promise<{ readonly doc: StoredLead; readonly isNew: boolean }> => {
  const { code, parcours, round } = file.doc;
  const roundId = roundIdOf(file.doc, round ?? 0);
  const latest = await services.store.list({ kind: "lead", key: `round:${roundId}`, limit: 1, descending: true });
  const texts = { inputs: canonicalJson(inputs), offers: canonicalJson(frozen), lead: canonicalJson(lead) };
  const last = latest.items[0]?.doc;
  if (last?.inputs === texts.inputs && last.offers === texts.offers && last.lead === texts.lead)
    return { doc: last, isNew: false };
  const doc: StoredLead = {
    kind: "lead",
    schemaVersion: 1,
    id: `${roundId}.${services.ids.next()}`,
    code,
    parcours,
    round: round ?? 0,
    frameworkVersion: inputs.frameworkVersion,
    directoryVersion: inputs.directoryVersion,
    asOf: inputs.asOf,
    ...texts,
    withdrawn: false,
    at: services.clock.now().toISOString(),
  };
  return { doc, isNew: true };
};

/** What the référent had written when the lead was first shown to them stays, whatever they write next. */
const asBefore = ({ doc, version }: Versioned<Recommendation>, lead: string): Write => ({
  op: "put",
  doc: { ...doc, before: doc.said, leadShown: lead },
  expected: version,
});

/** A lead that was shown, with the case as it was read. */
export interface KeptLead extends Computed {
  readonly stored: StoredLead;
  readonly view: CaseWithRecommendation;
  readonly recommendation: Versioned<Recommendation>;
}

/** Computes the lead and keeps it; undefined when the case moved meanwhile. */
export const keepLead = async (
  services: Services,
  actor: Actor,
  request: { readonly code: string },
): Promise<Result<KeptLead> | undefined> => {
  const read = await readCaseWithRecommendation(services, actor, request);
  if (!read.ok) return read;
  const view = read.value;
  const { recommendation, dossier } = view;
  if (recommendation === undefined) return refused("recommendFirst");
  const { file } = dossier;
  const computed = await compute(services, view);
  const { doc, isNew } = await storedOf(services, view, computed);
  const first = mayCarryCase(actor, file.doc) && recommendation.doc.leadShown === null;
  const shown = first ? asBefore(recommendation, doc.id) : undefined;
  if (isNew || shown !== undefined) {
    const { ok } = await services.store.commit([
      // Not changed: a guard, so that what is withdrawn meanwhile is not written back.
      { op: "put", doc: file.doc, expected: file.version },
      ...(isNew ? [{ op: "put", doc, expected: "new" } as const] : []),
      ...(shown === undefined ? [] : [shown]),
    ]);
    if (!ok) return undefined;
  }
  const now = shown === undefined ? recommendation : await readRecommendation(services, file.doc);
  if (now === undefined) return undefined;
  return done({ ...computed, stored: doc, view, recommendation: now });
};
