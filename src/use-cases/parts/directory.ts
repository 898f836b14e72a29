/** Reads the directory of services under the version that its pointer names, with what was confirmed of places and delays. */
import type { DomainId } from "../../domain/framework/domains.ts";
import type { Framework } from "../../domain/framework/schema.ts";
import { sheetOf, structureIdOf, withState, type ServiceSheet } from "../../domain/offer/offer-of.ts";
import type { DirectoryHead, OfferState, StoredService, StoredStructure } from "../../domain/offer/records.ts";
import type { Offer } from "../../domain/suggestion/offer.ts";
import type { Store } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

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

/** What was read of one version, by list; one version is kept at a time for each store. */
interface Remembered {
  readonly version: string;
  readonly lists: Map<string, Promise<readonly ServiceSheet[]>>;
  /** One object for a service that stands in several lists. */
  readonly sheets: Map<string, ServiceSheet>;
}
const remembered = new WeakMap<Store, Remembered>();

const memoryOf = ({ directory }: Reading, version: string): Remembered => {
  const known = remembered.get(directory);
  if (known?.version === version) return known;
  const fresh: Remembered = { version, lists: new Map(), sheets: new Map() };
  remembered.set(directory, fresh);
  return fresh;
};

const PAGE = 200;

/** The structures of some services, where their own records do not bring them. */
const structuresFor = async (
  directory: Store,
  version: string,
  docs: readonly StoredService[],
): Promise<ReadonlyMap<string, StoredStructure>> => {
  const ids = new Set(docs.flatMap((doc) => structureIdOf(doc) ?? []));
  const found = await directory.getMany(
    "structure",
    [...ids].map((id) => `${version}.${id}`),
  );
  return new Map(found.map(({ doc }) => [doc.id, doc]));
};

const sheetsOf = async (
  directory: Store,
  version: string,
  docs: readonly StoredService[],
): Promise<readonly ServiceSheet[]> => {
  const structures = await structuresFor(directory, version, docs);
  return docs.map((doc) => sheetOf(doc, structures.get(structureIdOf(doc) ?? "")));
};

const readList = async (directory: Store, memory: Remembered, list: string): Promise<readonly ServiceSheet[]> => {
  const { version, sheets } = memory;
  const found: ServiceSheet[] = [];
  let cursor: string | undefined;
  do {
    const page = await directory.list({
      kind: "service",
      key: `v:${version}:${list}`,
      limit: PAGE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const docs = page.items.map(({ doc }) => doc);
    for (const sheet of await sheetsOf(
      directory,
      version,
      docs.filter(({ id }) => !sheets.has(id)),
    ))
      sheets.set(sheet.offer.id, sheet);
    found.push(...docs.flatMap(({ id }) => sheets.get(id) ?? []));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
};

const listOnce = (directory: Store, memory: Remembered, list: string): Promise<readonly ServiceSheet[]> => {
  const known = memory.lists.get(list);
  if (known !== undefined) return known;
  const reading = readList(directory, memory, list);
  memory.lists.set(list, reading);
  // A storage that did not answer is asked again the next time.
  reading.catch(() => memory.lists.delete(list));
  return reading;
};

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
    const memory = memoryOf(services, head.version);
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

/** Open services that answer something in a domain, whoever proposes them, in the order of their ids. */
export const servicesByDomain = async (
  services: Reading,
  domain: DomainId,
  framework: Pick<Framework, "domains">,
): Promise<readonly ServiceSheet[]> => {
  const themes = themesIn(domain, framework).map((theme) => `theme:${theme}`);
  const { sheets } = await readLists(services, [`domain:${domain}`, ...themes]);
  return sheets.filter(({ offer }) => offer.open);
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
