import { join } from "node:path";
import type { Settings } from "../src/config/settings.ts";
import type { Store } from "../src/ports/store.ts";
import { createMemoryStore } from "../src/stores/memory/memory-store.ts";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";

/** The store that the settings name, for one PLIE. Throws StoreUnavailable. */
export const openStore = async (settings: Settings, plieId: string, now: () => Date): Promise<Store> => {
  const { store } = settings;
  if (store.kind === "memory") return createMemoryStore({ now });
  if (store.kind === "sqlite") return createSqliteStore({ file: join(settings.dataDir, "repere.db"), plieId, now });
  return openCosmos(store, settings, plieId, now);
};

/** Azure's libraries are heavy: loaded only where they serve. */
const openCosmos = async (
  { endpoint, database, key }: Extract<Settings["store"], { kind: "cosmos" }>,
  { auth }: Settings,
  plieId: string,
  now: () => Date,
): Promise<Store> => {
  const { createCosmosStore } = await import("../src/stores/cosmos/cosmos-store.ts");
  if (key !== undefined) return createCosmosStore({ endpoint, database, key, plieId, now });
  const { DefaultAzureCredential } = await import("@azure/identity");
  const managed =
    auth.mode === "entra" && auth.bot.type === "UserAssignedMSI" ? { managedIdentityClientId: auth.bot.id } : {};
  return createCosmosStore({ endpoint, database, credential: new DefaultAzureCredential(managed), plieId, now });
};
