import { z } from "zod";
import { domainId } from "../domain/framework/schema.ts";
import { answersWords, communesOf, inNameOrder, standingOf, type OfferStanding } from "../domain/offer/find.ts";
import type { ServiceSheet } from "../domain/offer/offer-of.ts";
import type { OfferNote, StoredService } from "../domain/offer/records.ts";
import { maySayOfOffer } from "../domain/people/actor.ts";
import type { MemberId } from "../domain/participant/codes.ts";
import { OFFER_ROLES } from "../domain/suggestion/offer.ts";
import { everyService, readSeveral } from "./parts/directory.ts";
import { notesOn, notesWaiting } from "./parts/offer-notes.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({
  domain: domainId.nullable(),
  role: z.enum(OFFER_ROLES).nullable(),
  standing: z.enum(["taking", "full", "unreachable", "closed"]).nullable(),
  commune: z.string().max(100).nullable(),
  words: z.string().max(100),
  page: z.number().int().min(0),
});
type Input = z.infer<typeof input>;

/** The last word on a service: the day it was confirmed, what was said, and by whom. */
interface LastWord {
  readonly on: string;
  readonly said: MemberId | null;
  readonly by: MemberId | null;
}
export interface FoundService extends ServiceSheet {
  readonly standing: OfferStanding;
  readonly stored: StoredService | null;
  readonly confirmed: LastWord | null;
  readonly waiting: readonly OfferNote[];
}
export interface FoundServices {
  readonly items: readonly FoundService[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly communes: readonly string[];
  /** Who said what is for those who say it themselves: a partner reads what is known, without a name. */
  readonly named: boolean;
}

const SERVICES_A_PAGE = 20;

const narrowed = (sheets: readonly ServiceSheet[], { role, standing, words }: Input): readonly ServiceSheet[] =>
  sheets.filter(
    (sheet) =>
      (role === null || sheet.offer.role === role) &&
      // What is closed is only shown when it is asked for.
      (standing === null ? sheet.offer.open : standingOf(sheet.offer) === standing) &&
      answersWords(sheet, words),
  );

const lastWordOn = async (services: Services, service: string, on: string): Promise<LastWord> => {
  const confirmed = (await notesOn(services, service)).filter(({ doc }) => doc.state === "confirmed");
  const [last] = confirmed.sort((one, other) => (other.doc.decidedAt ?? "").localeCompare(one.doc.decidedAt ?? ""));
  return { on, said: last?.doc.by ?? null, by: last?.doc.decidedBy ?? null };
};

const detailed = async (services: Services, sheets: readonly ServiceSheet[]): Promise<readonly FoundService[]> => {
  const ids = sheets.map(({ offer }) => offer.id);
  const [kept, states, waiting] = await Promise.all([
    readSeveral(services, ids),
    services.store.getMany("offerState", ids),
    notesWaiting(services),
  ]);
  const words = await Promise.all(states.map(({ doc }) => lastWordOn(services, doc.service, doc.confirmedOn)));
  const confirmed = new Map(states.map(({ doc }, at) => [doc.service, words[at] ?? null]));
  return sheets.map((sheet) => ({
    ...sheet,
    standing: standingOf(sheet.offer),
    stored: kept.get(sheet.offer.id)?.stored ?? null,
    confirmed: confirmed.get(sheet.offer.id) ?? null,
    waiting: waiting.filter(({ service }) => service === sheet.offer.id),
  }));
};

/** *Offre*: the directory, by what is needed, where, how it stands today, and the words of a name. */
export const findServices = query<Input, null, FoundServices>({
  act: "directory.find",
  input,
  load: () => Promise.resolve(done(null)),
  // Nothing of a person stands in the directory: every member reads it.
  allow: () => null,
  run: async (services, actor, _loaded, asked) => {
    const known = await everyService(services, asked.domain, services.frameworks.current);
    const everywhere = narrowed(known, asked);
    const here = everywhere.filter(({ commune }) => asked.commune === null || commune === asked.commune);
    const found = inNameOrder(here);
    const pages = Math.max(1, Math.ceil(found.length / SERVICES_A_PAGE));
    const page = Math.min(asked.page, pages - 1);
    const shown = found.slice(page * SERVICES_A_PAGE, (page + 1) * SERVICES_A_PAGE);
    const items = await detailed(services, shown);
    const communes = communesOf(everywhere);
    return done({ items, count: found.length, page, pages, communes, named: maySayOfOffer(actor) });
  },
});
