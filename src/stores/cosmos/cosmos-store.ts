/** Documents in one Azure Cosmos DB container, whose partition is the PLIE. */
import { CosmosClient } from "@azure/cosmos";
import type { Container, CosmosClientOptions } from "@azure/cosmos";
import { catalogue } from "../../domain/records/catalogue.ts";
import type { DocumentKind } from "../../domain/records/catalogue.ts";
import { StoreUnavailable } from "../../ports/store.ts";
import type { ListQuery, ScanQuery, Store } from "../../ports/store.ts";
import { boundsOf, pageOf, planCommit, readBack } from "../plan.ts";
import type { Catalogue } from "../plan.ts";
import { commitTo } from "./commit.ts";
import type { CommitContext } from "./commit.ts";
import { openContainer } from "./container.ts";
import { fromItem, itemId } from "./item.ts";
import type { StoredItem } from "./item.ts";
import { Countdown, PATIENCE, reading } from "./patience.ts";
import type { Patience } from "./patience.ts";

/** With a key the database and the container are created where they are not; with a credential nothing is. */
type Access = { readonly key: string } | { readonly credential: NonNullable<CosmosClientOptions["aadCredentials"]> };

export type CosmosStoreOptions = Access & {
  readonly endpoint: string;
  readonly database: string;
  readonly container?: string;
  readonly plieId: string;
  readonly now: () => Date;
  readonly catalogue?: Catalogue;
  readonly patience?: Patience;
  /** False for a server that stands alone and announces no region. */
  readonly regions?: boolean;
};

/** The SDK's own retries are off: it knows neither our deadline nor jitter. */
const clientOf = (options: CosmosStoreOptions): CosmosClient =>
  new CosmosClient({
    endpoint: options.endpoint,
    ...("key" in options ? { key: options.key } : { aadCredentials: options.credential }),
    connectionPolicy: {
      enableEndpointDiscovery: options.regions ?? true,
      requestTimeout: (options.patience ?? PATIENCE).attemptMs,
      retryOptions: { maxRetryAttemptCount: 0, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 0 },
    },
  });

const CONTAINER_GONE = 1003;
const READS_AT_ONCE = 32;

class CosmosDocuments {
  readonly #container: Container;
  readonly #plieId: string;
  readonly #patience: Patience;
  constructor(container: Container, plieId: string, patience: Patience) {
    this.#container = container;
    this.#plieId = plieId;
    this.#patience = patience;
  }

  async read(
    kind: DocumentKind,
    id: string,
    countdown = new Countdown(this.#patience),
  ): Promise<StoredItem | undefined> {
    const item = this.#container.item(itemId(kind, id), this.#plieId);
    const { resource, substatus } = await reading(countdown, (abortSignal) =>
      item.read<Record<string, unknown>>({ abortSignal }),
    );
    if (substatus === CONTAINER_GONE) throw new StoreUnavailable("COSMOS_CONTAINER_GONE");
    return resource === undefined ? undefined : fromItem(resource);
  }

  async readMany(kind: DocumentKind, ids: readonly string[]): Promise<readonly StoredItem[]> {
    const countdown = new Countdown(this.#patience);
    const found: StoredItem[] = [];
    for (let at = 0; at < ids.length; at += READS_AT_ONCE) {
      const some = await Promise.all(ids.slice(at, at + READS_AT_ONCE).map((id) => this.read(kind, id, countdown)));
      found.push(...some.filter((item) => item !== undefined));
    }
    return found;
  }

  /** Up to one more than `limit`. The partition is repeated in the condition: not every server reads the option. */
  async list(query: ListQuery<DocumentKind>, now: Date): Promise<readonly StoredItem[]> {
    const { low, high } = boundsOf(query);
    const way = query.descending === true ? "DESC" : "ASC";
    const text = `SELECT c.docId, c.sort, c.mark, c.expiresAt, c.body, c._etag FROM c
      WHERE c.plieId = @plie AND c.kind = @kind AND ARRAY_CONTAINS(c.keys, @key) AND c.expiresAt > @now
      AND c.sort ${low.included ? ">=" : ">"} @low ${high === undefined ? "" : "AND c.sort < @high"}
      ORDER BY c.kind ${way}, c.sort ${way}`;
    const parameters = [
      { name: "@plie", value: this.#plieId },
      { name: "@kind", value: query.kind },
      { name: "@key", value: query.key },
      { name: "@now", value: now.getTime() },
      { name: "@low", value: low.sort },
      ...(high === undefined ? [] : [{ name: "@high", value: high }]),
    ];
    return reading(new Countdown(this.#patience), (abortSignal) =>
      this.#collect({ query: text, parameters }, query.limit + 1, abortSignal),
    );
  }

  async scan(query: ScanQuery<DocumentKind>, now: Date): Promise<readonly StoredItem[]> {
    const { low } = boundsOf(query);
    const text = `SELECT c.docId, c.sort, c.mark, c.expiresAt, c.body, c._etag FROM c
      WHERE c.plieId = @plie AND c.kind = @kind AND c.expiresAt > @now AND c.sort ${low.included ? ">=" : ">"} @low
      ORDER BY c.kind ASC, c.sort ASC`;
    const parameters = [
      { name: "@plie", value: this.#plieId },
      { name: "@kind", value: query.kind },
      { name: "@now", value: now.getTime() },
      { name: "@low", value: low.sort },
    ];
    return reading(new Countdown(this.#patience), (abortSignal) =>
      this.#collect({ query: text, parameters }, query.limit + 1, abortSignal),
    );
  }

  async #collect(
    query: { query: string; parameters: { name: string; value: string | number }[] },
    count: number,
    abortSignal: AbortSignal,
  ): Promise<readonly StoredItem[]> {
    const options = { partitionKey: this.#plieId, maxItemCount: count, abortSignal };
    const pages = this.#container.items.query<Record<string, unknown>>(query, options);
    const found: StoredItem[] = [];
    while (found.length < count && pages.hasMoreResults())
      found.push(...(await pages.fetchNext()).resources.map(fromItem));
    return found.slice(0, count);
  }

  async ping(): Promise<void> {
    await reading(new Countdown(this.#patience), (abortSignal) => this.#container.read({ abortSignal }));
  }
}

/** One PLIE's documents in Cosmos DB. Throws StoreUnavailable, whose message is a code and, for a container that is not as needed, what is wrong. */
export const createCosmosStore = async (options: CosmosStoreOptions): Promise<Store> => {
  const { plieId, now, catalogue: codecs = catalogue, patience = PATIENCE } = options;
  const client = clientOf(options);
  const place = { database: options.database, container: options.container ?? "documents", create: "key" in options };
  const container = await openContainer(client, place, patience);
  const documents = new CosmosDocuments(container, plieId, patience);
  const read: CommitContext["read"] = (...of) => documents.read(...of);
  const isAlive = (item: StoredItem | undefined): item is StoredItem =>
    item !== undefined && item.expiresAt > now().getTime();

  return {
    get: async (kind, id) => {
      const item = await documents.read(kind, id);
      return isAlive(item) ? readBack(codecs, kind, item) : undefined;
    },
    getMany: async (kind, ids) => {
      const items = await documents.readMany(kind, [...new Set(ids)]);
      return items.filter(isAlive).map((item) => readBack(codecs, kind, item));
    },
    list: async (query) => pageOf(codecs, query, await documents.list(query, now())),
    scan: async (query) => pageOf(codecs, query, await documents.scan(query, now())),
    commit: async (writes) => commitTo({ container, plieId, now, patience, read }, planCommit(writes, codecs)),
    purge: () => Promise.resolve(0),
    ping: () => documents.ping(),
    close: () => {
      client.dispose();
      return Promise.resolve();
    },
  };
};
