/** The lists of one version of the directory, each read once: a version never changes. */
import { sheetOf, structureIdOf, type ServiceSheet } from "../../domain/offer/offer-of.ts";
import type { StoredService, StoredStructure } from "../../domain/offer/records.ts";
import type { Store } from "../../ports/store.ts";

/** What was read of one version, by list; one version is kept at a time for each store. */
export interface Remembered {
  readonly version: string;
  readonly lists: Map<string, Promise<readonly ServiceSheet[]>>;
  /** One object for a service that stands in several lists. */
  readonly sheets: Map<string, ServiceSheet>;
}
const remembered = new WeakMap<Store, Remembered>();

export const memoryOf = (directory: Store, version: string): Remembered => {
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

export const sheetsOf = async (
  directory: Store,
  version: string,
  docs: readonly StoredService[],
): Promise<readonly ServiceSheet[]> => {
  const structures = await structuresFor(directory, version, docs);
  return docs.map((doc) => sheetOf(doc, structures.get(structureIdOf(doc) ?? "")));
};

/** The list of everything: closed services are in it as well. */
export const EVERYTHING = "";
const keyOf = (version: string, list: string): string =>
  list === EVERYTHING ? `v:${version}` : `v:${version}:${list}`;

const readList = async (directory: Store, memory: Remembered, list: string): Promise<readonly ServiceSheet[]> => {
  const { version, sheets } = memory;
  const found: ServiceSheet[] = [];
  let cursor: string | undefined;
  do {
    const page = await directory.list({
      kind: "service",
      key: keyOf(version, list),
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

export const listOnce = (directory: Store, memory: Remembered, list: string): Promise<readonly ServiceSheet[]> => {
  const known = memory.lists.get(list);
  if (known !== undefined) return known;
  const reading = readList(directory, memory, list);
  memory.lists.set(list, reading);
  // A storage that did not answer is asked again the next time.
  reading.catch(() => memory.lists.delete(list));
  return reading;
};
