/** The news of the offer, told once: a service now answers a need that nobody answered. */
import type { Actor } from "../../domain/people/actor.ts";
import type { OfferNews } from "../../domain/offer/needs.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Offer } from "../../domain/suggestion/offer.ts";
import type { Versioned } from "../../ports/store.ts";
import { readService } from "./directory.ts";
import type { Services } from "../frame/services.ts";
import { untilWritten } from "../frame/until-written.ts";

/** A card is drawn again by a second delivery or by what was left to send: what it told is still there. */
const STILL_DRAWN_MS = 10 * 60_000;
const SHOWN_AT_ONCE = 5;
const READ_AT_MOST = 200;

export interface ToldNews {
  readonly news: OfferNews;
  readonly identity: Identity;
  readonly offer: Offer;
}
export interface NewsOfTheOffer {
  readonly told: readonly ToldNews[];
  /** Told the next time. */
  readonly more: number;
}

const stillTheirs = (actor: Actor, file: CaseFile | undefined, news: OfferNews): boolean =>
  file?.referentId === actor.memberId &&
  file.status !== "cancelled" &&
  file.mergedInto === null &&
  // What was noted of health is withdrawn: nothing is said of it any more.
  (news.domain !== "sante" || file.health === "agreed");

const waitingFor = async (
  services: Services,
  actor: Actor,
  since: string,
): Promise<readonly Versioned<OfferNews>[]> => {
  const of = { kind: "offerNews", limit: READ_AT_MOST } as const;
  const [told, untold] = await Promise.all([
    services.store.list({ ...of, key: `told:${actor.memberId}`, from: since }),
    // The last ones: what can never be told any more (a case that changed hands, a service that closed) hides no other.
    services.store.list({ ...of, key: `referent:${actor.memberId}`, descending: true }),
  ]);
  return [...told.items, ...untold.items.toReversed()];
};

const offersOf = async (services: Services, news: readonly OfferNews[]): Promise<ReadonlyMap<string, Offer>> => {
  const ids = [...new Set(news.map(({ service }) => service))];
  const found = await Promise.all(ids.map((id) => readService(services, id)));
  return new Map(
    found.flatMap((sheet) => (sheet?.offer.open === true ? [[sheet.offer.id, sheet.offer] as const] : [])),
  );
};

/** What may be told, with what it is told with; whose case is closed or another's is left out, and so is a service that closed. */
const tellable = async (
  services: Services,
  actor: Actor,
  waiting: readonly Versioned<OfferNews>[],
): Promise<readonly (ToldNews & { readonly version: string })[]> => {
  const codes = [...new Set(waiting.map(({ doc }) => doc.code))];
  const [files, identities, offers] = await Promise.all([
    services.store.getMany("case", codes),
    services.store.getMany("identity", codes),
    offersOf(
      services,
      waiting.map(({ doc }) => doc),
    ),
  ]);
  const fileOf = new Map(files.map(({ doc }) => [doc.code, doc]));
  const identityOf = new Map(identities.map(({ doc }) => [doc.code, doc]));
  return waiting.flatMap(({ doc: news, version }) => {
    const identity = identityOf.get(news.code);
    const offer = offers.get(news.service);
    if (identity === undefined || offer === undefined) return [];
    return stillTheirs(actor, fileOf.get(news.code), news) ? [{ news, identity, offer, version }] : [];
  });
};

/** The news for a référent, noted as told: drawn for ten minutes after they were first read, then never. */
export const tellNews = async (services: Services, actor: Actor): Promise<NewsOfTheOffer> => {
  const written = await untilWritten<NewsOfTheOffer>(services, async () => {
    const now = services.clock.now();
    const since = new Date(now.getTime() - STILL_DRAWN_MS).toISOString();
    const waiting = await waitingFor(services, actor, since);
    if (waiting.length === 0) return { told: [], more: 0 };
    const all = await tellable(services, actor, waiting);
    const told = all.slice(0, SHOWN_AT_ONCE);
    const fresh = told.filter(({ news }) => news.toldAt === null);
    const toldAt = now.toISOString();
    const committed =
      fresh.length === 0
        ? { ok: true }
        : await services.store.commit(
            fresh.map(({ news, version }) => ({ op: "put", doc: { ...news, toldAt }, expected: version })),
          );
    return committed.ok ? { told, more: all.length - told.length } : undefined;
  });
  return written ?? { told: [], more: 0 };
};
