/** A directory of services as an import leaves it: valid by default, with only what matters to the test said. */
import { readFileSync } from "node:fs";
import { extension, type DirectoryHead, type StoredService } from "../../src/domain/offer/records.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import type { Write } from "../../src/ports/store.ts";
import { DEMO_SERVICES } from "./chat.ts";

const VERSION = "v1";

export interface ServiceSaid {
  readonly record?: Record<string, unknown>;
  readonly local?: Record<string, unknown> | null;
  readonly closedOn?: string | null;
}

/** A service that repairs cars, in Chenôve, for everyone. */
export const aStoredService = (
  id: string,
  { record = {}, local, closedOn = null }: ServiceSaid = {},
): StoredService => ({
  kind: "service",
  schemaVersion: 1,
  version: VERSION,
  id,
  source: "test",
  origin: "local",
  record: {
    source: "test",
    id,
    structure_id: "test--structure",
    nom: `Service ${id}`,
    description: "Un service pour les tests.",
    date_maj: "2026-11-02",
    thematiques: ["mobilite--entretenir-reparer-son-vehicule"],
    commune: "Chenôve",
    structure: { nom: "Association Témoin" },
    ...record,
  },
  local: local === undefined || local === null ? null : extension.parse(local),
  closedOn,
  openedOn: "2026-11-02",
});

/** What the directory's own store holds. */
export const directoryOf = async (
  services: readonly StoredService[],
  said: Partial<DirectoryHead> = {},
): Promise<MemoryDisk> => {
  const disk = emptyDisk();
  const store = createMemoryStore({ now: () => new Date("2026-11-02T08:00:00Z"), disk });
  const head: DirectoryHead = {
    kind: "directory",
    schemaVersion: 1,
    version: VERSION,
    number: 1,
    previous: null,
    localDigest: null,
    fictional: false,
    services: services.length,
    structures: 0,
    at: "2026-11-02T08:00:00.000Z",
    ...said,
  };
  const writes: Write[] = [...services, head].map((doc) => ({ op: "put", doc }));
  for (let at = 0; at < writes.length; at += 80) await store.commit(writes.slice(at, at + 80));
  return disk;
};

/** The demo directory, as `config/services.json` writes it. */
export const demoDirectory = (): Promise<MemoryDisk> => {
  const file = JSON.parse(readFileSync(DEMO_SERVICES, "utf8")) as {
    structures: Record<string, unknown>[];
    services: (Record<string, unknown> & { id: string; local?: Record<string, unknown> })[];
  };
  const structures = new Map(file.structures.map((structure) => [structure["id"], structure]));
  return directoryOf(
    file.services.map(({ local, ...record }) =>
      aStoredService(record.id, {
        record: { thematiques: [], ...record, structure: structures.get(record["structure_id"]) },
        local: local ?? null,
      }),
    ),
    { fictional: true },
  );
};
