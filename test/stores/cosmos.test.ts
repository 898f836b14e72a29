import { randomUUID } from "node:crypto";
import { CosmosClient } from "@azure/cosmos";
import type { Store } from "../../src/ports/store.ts";
import { createCosmosStore } from "../../src/stores/cosmos/cosmos-store.ts";
import { startCosmosDouble } from "../support/cosmos-double.ts";
import { storeContract } from "./store.contract.ts";
import type { OpenOptions, Storage } from "./store.contract.ts";

interface Account {
  readonly endpoint: string;
  readonly key: string;
  readonly regions: boolean;
  readonly close: () => Promise<void>;
}
const ANY_KEY = Buffer.from("any key").toString("base64");

const realAccount = (): Omit<Account, "close"> | undefined => {
  const { COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key } = process.env;
  return endpoint === undefined || key === undefined ? undefined : { endpoint, key, regions: true };
};

const startOn = (account: () => Promise<Account>, database: string) => async (): Promise<Storage> => {
  const { close, ...access } = await account();
  // A tenant of its own for each test: a real account keeps what the tests before wrote.
  const run = randomUUID();
  const clock = { at: new Date() };
  const opened: Store[] = [];
  const open = async ({ plieId = "dijon", catalogue }: OpenOptions = {}): Promise<Store> => {
    const given = catalogue === undefined ? {} : { catalogue };
    const options = { ...access, database, plieId: `${run}.${plieId}`, now: () => clock.at, ...given };
    const store = await createCosmosStore(options);
    opened.push(store);
    return store;
  };
  return {
    clock,
    open,
    close: async () => {
      await Promise.all(opened.map((store) => store.close()));
      await close();
    },
  };
};

const real = realAccount();
if (real === undefined)
  storeContract(
    "Cosmos DB (in-process double)",
    startOn(async () => {
      const double = await startCosmosDouble();
      return { endpoint: double.endpoint, key: ANY_KEY, regions: false, close: double.close };
    }, "repere-tests"),
    ["noRollback", "noExpiry", "noCharge", "noCredentials"],
  );
else {
  const database = `repere-tests-${randomUUID()}`;
  storeContract(
    "Cosmos DB (real account)",
    startOn(() => Promise.resolve({ ...real, close: () => Promise.resolve() }), database),
    ["noExpiry", "noCharge", "noCredentials"],
  );
  after(async () => {
    const client = new CosmosClient({ endpoint: real.endpoint, key: real.key });
    await client.database(database).delete();
    client.dispose();
  });
}
