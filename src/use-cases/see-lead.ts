import { z } from "zod";
import type { Contact } from "../domain/offer/offer-of.ts";
import type { DirectoryHead } from "../domain/offer/records.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { maySeeCase, type Actor } from "../domain/people/actor.ts";
import { canonicalJson } from "../domain/canonical-json.ts";
import type { Lead, LeadInputs } from "../domain/suggestion/lead.ts";
import type { Offer } from "../domain/suggestion/offer.ts";
import { readStoredLead } from "../domain/suggestion/read-stored-lead.ts";
import type { Recommendation, StoredLead } from "../domain/suggestion/stored-lead.ts";
import type { Versioned } from "../ports/store.ts";
import { readHead, readService } from "./parts/directory.ts";
import { keepLead, readCaseWithRecommendation, type CaseWithRecommendation } from "./parts/keep-lead.ts";
import { aboutCode } from "./parts/on-case.ts";
import { done, refused, type RefusalCode } from "./frame/result.ts";
import type { CaseView } from "./parts/case-view.ts";
import type { Services } from "./frame/services.ts";
import { untilWritten } from "./frame/until-written.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

/** The lead beside the recommendation, as screens, documents and the tab show it. */
export interface LeadView extends CaseView {
  readonly recommendation: Versioned<Recommendation>;
  /** As it is kept: its id, both versions and the day. */
  readonly stored: StoredLead;
  readonly lead: Lead;
  readonly inputs: LeadInputs;
  /** The records of the services that it speaks of, as they were read. */
  readonly offers: readonly Offer[];
  /** The directory that was read; undefined: none. */
  readonly directory: DirectoryHead | undefined;
  /** How to reach the services that it names, by id. */
  readonly contacts: ReadonlyMap<string, Contact>;
  /** The lead first shown beside the recommendation holds nothing any more: health was withdrawn. */
  readonly shownWithdrawn: boolean;
  /** A lead was set aside, and says something else than this one; false as well where none was. */
  readonly asideOfAnother: boolean;
}

const contactsFor = async (services: Services, lead: Lead): Promise<ReadonlyMap<string, Contact>> => {
  const near = lead.candidates.filter(({ kind }) => kind === lead.first).flatMap((candidate) => candidate.services);
  const ids = new Set([
    ...near,
    ...[...lead.steps, ...lead.relays].flatMap(({ id, alternative }) => [id, ...(alternative ? [alternative.id] : [])]),
  ]);
  const found = await Promise.all([...ids].map((id) => readService(services, id)));
  return new Map(found.flatMap((sheet) => (sheet === undefined ? [] : [[sheet.offer.id, sheet.contact] as const])));
};

const leadOf = async (services: Services, id: string | undefined | null): Promise<StoredLead | undefined> =>
  id == null ? undefined : (await services.store.get("lead", id))?.doc;

const saysOtherwise = (one: StoredLead | undefined, lead: Lead): boolean => {
  const other = one === undefined ? null : readStoredLead(one)?.lead;
  return other != null && canonicalJson([other.first, other.outcome]) !== canonicalJson([lead.first, lead.outcome]);
};

/** Who reads a case reads its lead, once its référent has written what they recommend. */
const mayRead = (actor: Actor, { dossier, recommendation }: CaseWithRecommendation): RefusalCode | null => {
  const file = dossier.file.doc;
  if (!maySeeCase(actor, file)) return "noSuchCase";
  if (file.entry === null) return "notEntered";
  if (file.status === "cancelled") return "caseClosed";
  return recommendation === undefined ? "recommendFirst" : null;
};

/**
 * *Piste de la méthode*, beside the recommendation. Each lead that is shown is kept with its inputs, both versions and the records of the
 * services it speaks of.
 */
export const seeLead = query<Input, CaseWithRecommendation, LeadView>({
  act: "lead.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: readCaseWithRecommendation,
  allow: mayRead,
  run: async (services, actor, _loaded, request) => {
    const kept = (await untilWritten(services, () => keepLead(services, actor, request))) ?? refused("busy");
    if (!kept.ok) return kept;
    const { stored, lead, inputs, frozen, view, recommendation } = kept.value;
    const [directory, contacts, shown, aside] = await Promise.all([
      readHead(services),
      contactsFor(services, lead),
      leadOf(services, recommendation.doc.leadShown),
      leadOf(services, recommendation.doc.aside?.lead),
    ]);
    return done({
      ...view,
      recommendation,
      stored,
      lead,
      inputs,
      offers: frozen,
      directory,
      contacts,
      shownWithdrawn: shown?.withdrawn === true,
      asideOfAnother: saysOtherwise(aside, lead),
    });
  },
});
