/** The container: created where a key allows it, checked always. */
import { PartitionKeyDefinitionVersion } from "@azure/cosmos";
import type { Container, ContainerDefinition, CosmosClient, IndexingPolicy } from "@azure/cosmos";
import { StoreUnavailable } from "../../ports/store.ts";
import { Countdown, failureFrom, reading } from "./patience.ts";
import type { Patience } from "./patience.ts";

const PARTITION = "/plieId";
type Order = "ascending" | "descending";
const listOrder = (order: Order) => [
  { path: "/kind", order },
  { path: "/sort", order },
];
const ORDERS = [listOrder("ascending"), listOrder("descending")];

const indexingPolicy: IndexingPolicy = {
  indexingMode: "consistent",
  automatic: true,
  includedPaths: [PARTITION, "/kind", "/keys/[]", "/sort", "/expiresAt"].map((path) => ({ path: `${path}/?` })),
  excludedPaths: [{ path: "/*" }],
  compositeIndexes: ORDERS,
};

const wrongs = (definition: ContainerDefinition | undefined): readonly string[] => {
  const paths = definition?.partitionKey?.paths.join(", ") ?? "absent";
  const composites = (definition?.indexingPolicy?.compositeIndexes ?? []).map((index) =>
    index.map(({ path, order }) => `${path} ${order}`).join(", "),
  );
  const missing = ORDERS.map((index) => index.map(({ path, order }) => `${path} ${order}`).join(", ")).filter(
    (index) => !composites.includes(index),
  );
  return [
    ...(paths === PARTITION ? [] : [`the partition key is ${paths}, ${PARTITION} is needed`]),
    ...(definition?.defaultTtl === -1 ? [] : ["the time to live must be on with no default (defaultTtl -1)"]),

    ...missing.map((index) => `the composite index (${index}) is missing`),
  ];
};

/** Throws StoreUnavailable, naming each setting that is not as needed. */
const check = async (container: Container, countdown: Countdown): Promise<void> => {
  const { resource } = await reading(countdown, (abortSignal) => container.read({ abortSignal }));
  const wrong = wrongs(resource);
  if (wrong.length > 0) throw new StoreUnavailable(`COSMOS_CONTAINER ${container.id}: ${wrong.join("; ")}`);
};

/** Two instances that start together both create: the one that comes second finds it there. */
const created = async (countdown: Countdown, create: (signal: AbortSignal) => Promise<unknown>): Promise<void> => {
  await reading(countdown, async (signal) => {
    await create(signal).catch((error: unknown) => {
      if (failureFrom(error).code !== "409") throw error;
    });
  });
};

export interface ContainerPlace {
  readonly database: string;
  readonly container: string;
  readonly create: boolean;
}

/** The container, ready for use. Creates it, and its database, only where `create` says so. */
export const openContainer = async (
  client: CosmosClient,
  place: ContainerPlace,
  patience: Patience,
): Promise<Container> => {
  const { database, container: id } = place;
  const countdown = new Countdown(patience);
  if (place.create) {
    await created(countdown, (abortSignal) => client.databases.createIfNotExists({ id: database }, { abortSignal }));
    const partitionKey = { paths: [PARTITION], version: PartitionKeyDefinitionVersion.V2 };
    const definition = { id, partitionKey, defaultTtl: -1, indexingPolicy };
    await created(countdown, (abortSignal) =>
      client.database(database).containers.createIfNotExists(definition, { abortSignal }),
    );
  }
  const container = client.database(database).container(id);
  await check(container, countdown);
  return container;
};
