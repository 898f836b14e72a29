/** Reads the directory of services under the version that its pointer names, with what was confirmed of places and delays. */
import { DOMAIN_IDS, type DomainId } from "../../domain/framework/domains.ts";
import type { Framework } from "../../domain/framework/schema.ts";
import { withState, type ServiceSheet } from "../../domain/offer/offer-of.ts";
import type { DirectoryHead, OfferState, StoredService } from "../../domain/offer/records.ts";
import type { Offer } from "../../domain/suggestion/offer.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";
import { EVERYTHING, listOnce, memoryOf, sheetsOf } from "./directory-memory.ts";

type Reading = Pick<Services, "store" | "directory">;

/** The pointer; undefined while nothing was ever imported. */
export const readHead = async ({ directory }: Pick<Services, "directory">): Promise<DirectoryHead | undefined> =>
  (await directory.get("directory", "head"))?.doc;

const statesOf = async ({ store }: Pick<Services, "store">): Promise<ReadonlyMap<string, OfferState>> => {
  const states = new Map<string, OfferState>();
  for await (const { doc } of everyDocument(store, { kind: "offerState", key: "all" })) states.set(doc.service, doc);
  return states;
};

/** Editions only grow, so that their sum never comes back. */
const versionOf = (head: DirectoryHead | undefined, states: ReadonlyMap<string, OfferState>): string => {
  const editions = [...states.values()].reduce((sum, { edition }) => sum + edition, 0);
  return `${head?.number ?? 0}.${head?.version ?? ""}~${editions}`;
};

/** Changes when the pointer moves and when anything is confirmed about a service. */
export const directoryVersionOf = async (services: Reading): Promise<string> =>
  versionOf(await readHead(services), await statesOf(services));

/** Services of these lists, each once, in the order of their ids; the version they were read under. */
const readLists = async (
  services: Reading,
  lists: readonly string[],
): Promise<{ readonly version: string; readonly sheets: readonly ServiceSheet[] }> => {
  for (;;) {
    const head = await readHead(services);
    const states = await statesOf(services);
    const version = versionOf(head, states);
    if (head === undefined) return { version, sheets: [] };
    const memory = memoryOf(services.directory, head.version);
    const read = await Promise.all([...new Set(lists)].map((list) => listOnce(services.directory, memory, list)));
    const now = await readHead(services);
    // Two imports passed by: what was read may have been removed under our eyes.
    if (now?.version !== head.version && now?.previous !== head.version) continue;
    const byId = new Map(read.flat().map((sheet) => [sheet.offer.id, sheet]));
    const ordered = [...byId.values()].sort((one, other) => (one.offer.id < other.offer.id ? -1 : 1));
    return {
      version,
      sheets: ordered.map((sheet) => ({ ...sheet, offer: withState(sheet.offer, states.get(sheet.offer.id)) })),
    };
  }
};

/** What a lead may have to look at: the themes and the domains of its needs. Leads and steps always come. */
export interface Wanted {
  readonly themes: readonly string[];
  readonly domains: readonly DomainId[];
}

/** Every offer that may matter to a lead, closed ones included, and the version of the directory that they are from. */
export const readOffersAt = async (
  services: Reading,
  { themes, domains }: Wanted,
): Promise<{ readonly directoryVersion: string; readonly offers: readonly Offer[] }> => {
  const { version, sheets } = await readLists(services, [
    "lead",
    "step",
    ...themes.map((theme) => `theme:${theme}`),
    ...domains.map((domain) => `domain:${domain}`),
  ]);
  return { directoryVersion: version, offers: sheets.map(({ offer }) => offer) };
};

/** The same without the version. */
export const readOffers = async (services: Reading, wanted: Wanted): Promise<readonly Offer[]> =>
  (await readOffersAt(services, wanted)).offers;

/** Every theme that answers something in a domain: the domain's own, and those of its situations. */
const themesIn = (domain: DomainId, framework: Pick<Framework, "domains">): readonly string[] =>
  framework.domains
    .filter(({ id }) => id === domain)
    .flatMap(({ themes, situations }) => [...themes, ...situations.flatMap((situation) => situation.themes)]);

const listsOf = (domain: DomainId, framework: Pick<Framework, "domains">): readonly string[] => [
  `domain:${domain}`,
  ...themesIn(domain, framework).map((theme) => `theme:${theme}`),
];

/** Open services that answer something in a domain, whoever proposes them, in the order of their ids. */
export const servicesByDomain = async (
  services: Reading,
  domain: DomainId,
  framework: Pick<Framework, "domains">,
): Promise<readonly ServiceSheet[]> => {
  const { sheets } = await readLists(services, listsOf(domain, framework));
  return sheets.filter(({ offer }) => offer.open);
};

/** Every service, closed ones included, or those that answer something in a domain: read once for each version, then from memory. */
export const everyService = async (
  services: Reading,
  domain: DomainId | null,
  framework: Pick<Framework, "domains">,
): Promise<readonly ServiceSheet[]> =>
  (await readLists(services, domain === null ? [EVERYTHING] : listsOf(domain, framework))).sheets;

/** How many of them there are for each domain, in one reading. */
export const countByDomain = async (
  services: Reading,
  framework: Pick<Framework, "domains">,
): Promise<readonly { readonly domain: DomainId; readonly count: number }[]> => {
  const all = DOMAIN_IDS.flatMap((domain) => listsOf(domain, framework));
  const open = (await readLists(services, all)).sheets.map(({ offer }) => offer).filter((offer) => offer.open);
  return DOMAIN_IDS.map((domain) => {
    const themes = new Set(themesIn(domain, framework));
    const answers = ({ works, themes: its }: Offer): boolean =>
      works.some((work) => work.domain === domain) || its.some((theme) => themes.has(theme));
    return { domain, count: open.filter(answers).length };
  });
};

/** One service as it is kept, with what is known of it today; undefined: not in the directory. */
export const readService = async (
  services: Reading,
  id: string,
): Promise<(ServiceSheet & { readonly stored: StoredService }) | undefined> => {
  const head = await readHead(services);
  if (head === undefined) return undefined;
  const [stored, state] = await Promise.all([
    services.directory.get("service", `${head.version}.${id}`),
    services.store.get("offerState", id),
  ]);
  if (stored === undefined) return undefined;
  const [sheet] = await sheetsOf(services.directory, head.version, [stored.doc]);
  if (sheet === undefined) return undefined;
  return { ...sheet, offer: withState(sheet.offer, state?.doc), stored: stored.doc };
};

/** These services as they are kept, with their structures; one that is not in the directory is absent. */
export const readSeveral = async (
  services: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ServiceSheet & { readonly stored: StoredService }>> => {
  const head = ids.length === 0 ? undefined : await readHead(services);
  if (head === undefined) return new Map();
  const kept = await services.directory.getMany(
    "service",
    [...new Set(ids)].map((id) => `${head.version}.${id}`),
  );
  const docs = kept.map(({ doc }) => doc);
  const sheets = await sheetsOf(services.directory, head.version, docs);
  const byId = new Map(docs.map((doc) => [doc.id, doc]));
  return new Map(
    sheets.flatMap((sheet) => {
      const stored = byId.get(sheet.offer.id);
      return stored === undefined ? [] : [[sheet.offer.id, { ...sheet, stored }] as const];
    }),
  );
};

const BROWSED = 50;

/** A page of everything, by id, closed services included. */
export const pageOfDirectory = async (
  services: Reading,
  cursor: string | null,
): Promise<{
  readonly sheets: readonly ServiceSheet[];
  readonly cursor: string | null;
  readonly head: DirectoryHead | undefined;
}> => {
  const head = await readHead(services);
  if (head === undefined) return { sheets: [], cursor: null, head };
  const { directory, store } = services;
  const key = `v:${head.version}`;
  const place = cursor === null ? {} : { cursor };
  const page = await directory.list({ kind: "service", key, limit: BROWSED, ...place });
  const docs = page.items.map(({ doc }) => doc);
  const [sheets, states] = await Promise.all([
    sheetsOf(directory, head.version, docs),
    store.getMany(
      "offerState",
      docs.map(({ id }) => id),
    ),
  ]);
  const stateOf = new Map(states.map(({ doc }) => [doc.service, doc]));
  return {
    sheets: sheets.map((sheet) => ({ ...sheet, offer: withState(sheet.offer, stateOf.get(sheet.offer.id)) })),
    cursor: page.cursor ?? null,
    head,
  };
};
