import { join } from "node:path";
import type { Settings } from "../src/config/settings.ts";
import type { Store } from "../src/ports/store.ts";
import { createMemoryStore } from "../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";

/** Where one store lives: its file in the embedded database, its container in Cosmos DB. */
interface Place {
  readonly file: string;
  readonly container: string;
}
const CASES: Place = { file: "repere.db", container: "documents" };
/** Apart from the cases: it is large, comes from outside and holds nothing about a person. */
const DIRECTORY: Place = { file: "services.db", container: "services" };

const openAt = async (place: Place, settings: Settings, plieId: string, now: () => Date): Promise<Store> => {
  const { store } = settings;
  if (store.kind === "memory") return createMemoryStore({ now });
  if (store.kind === "sqlite") return createSqliteStore({ file: join(settings.dataDir, place.file), plieId, now });
  return openCosmos(place, store, settings, plieId, now);
};

/** The store that the settings name, for one PLIE. Throws StoreUnavailable. */
export const openStore = (settings: Settings, plieId: string, now: () => Date): Promise<Store> =>
  openAt(CASES, settings, plieId, now);

/** The store of the directory of services, for one PLIE. Throws StoreUnavailable. */
export const openDirectory = (settings: Settings, plieId: string, now: () => Date): Promise<Store> =>
  openAt(DIRECTORY, settings, plieId, now);

/** Azure's libraries are heavy: loaded only where they serve. */
const openCosmos = async (
  { container }: Place,
  { endpoint, database, key }: Extract<Settings["store"], { kind: "cosmos" }>,
  { auth }: Settings,
  plieId: string,
  now: () => Date,
): Promise<Store> => {
  const { createCosmosStore } = await import("../src/stores/cosmos/cosmos-store.ts");
  const place = { endpoint, database, container, plieId, now };
  if (key !== undefined) return createCosmosStore({ ...place, key });
  const { DefaultAzureCredential } = await import("@azure/identity");
  const managed =
    auth.mode === "entra" && auth.bot.type === "UserAssignedMSI" ? { managedIdentityClientId: auth.bot.id } : {};
  return createCosmosStore({ ...place, credential: new DefaultAzureCredential(managed) });
};
