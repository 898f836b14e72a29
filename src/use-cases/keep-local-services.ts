/** At start: the PLIE's own services, and what it knows of others, stand in the directory as its file says. */
import { newTally, type Tally } from "../domain/offer/import-report.ts";
import type { StoredService, StoredStructure } from "../domain/offer/records.ts";
import { sameRecord } from "../domain/offer/same-record.ts";
import type { ServicesFile } from "../domain/offer/services-file.ts";
import { VersionLost } from "./parts/directory-version.ts";
import { AT_ONCE, NextDirectory } from "./parts/next-directory.ts";
import { settle } from "./parts/place-records.ts";
import type { Services } from "./frame/services.ts";

interface LocalFile {
  readonly file: ServicesFile;
  /** SHA-256 of the file as it is on disk. */
  readonly digest: string;
}

const LOCAL = { schemaVersion: 1, version: "", origin: "local" } as const;

const inBatches = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, at) => items.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

const putStructures = async (next: NextDirectory, { structures }: ServicesFile, tally: Tally): Promise<void> => {
  for (const batch of inBatches(structures)) {
    const former = await next.former(
      "structure",
      batch.map(({ id }) => id),
    );
    for (const record of batch) {
      const { id, source } = record;
      const stored: StoredStructure = { kind: "structure", ...LOCAL, id, source, record };
      await next.put(settle(stored, former.get(id), tally));
    }
  }
};

const putServices = async (next: NextDirectory, file: ServicesFile, today: string, tally: Tally): Promise<void> => {
  for (const batch of inBatches(file.services)) {
    const former = await next.former(
      "service",
      batch.map(({ record }) => record.id),
    );
    for (const { record, local } of batch) {
      const { id, source } = record;
      const before = former.get(id);
      const openedOn = before?.closedOn === null ? before.openedOn : today;
      const stored: StoredService = { kind: "service", ...LOCAL, id, source, record, local, closedOn: null, openedOn };
      await next.put(settle(stored, before, tally));
    }
  }
};

/** A service that left the file is closed, never erased; one that comes from elsewhere has the extension that the file gives it. */
const asFileSays =
  (file: ServicesFile, today: string, tally: Tally) =>
  (former: StoredService): StoredService => {
    if (former.origin === "local") {
      if (former.closedOn !== null) return former;
      tally.closed += 1;
      return { ...former, closedOn: today };
    }
    const local = Object.hasOwn(file.extensions, former.id) ? (file.extensions[former.id] ?? null) : null;
    if (sameRecord(local, former.local)) return former;
    tally.changed += 1;
    return { ...former, local };
  };

const writeNext = async (services: Services, next: NextDirectory, { file, digest }: LocalFile): Promise<boolean> => {
  const tally = newTally();
  const today = services.clock.today();
  await putStructures(next, file, tally);
  await putServices(next, file, today, tally);
  for (const [id, local] of Object.entries(file.extensions))
    await next.put({ kind: "serviceExtension", schemaVersion: 1, version: "", id, local });
  await next.copyRest("service", asFileSays(file, today, tally));
  await next.copyRest("structure", (former) => former);
  return (await next.finish({ localDigest: digest, fictional: file.fictional })).moved;
};

const ATTEMPTS = 5;

/** Idempotent; two processes at once end with one version. False: others kept moving the directory. */
export const keepLocalServices = async (services: Services, local: LocalFile): Promise<boolean> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const head = await services.directory.get("directory", "head");
    if (head?.doc.localDigest === local.digest) return true;
    try {
      if (await writeNext(services, await NextDirectory.begin(services), local)) return true;
    } catch (cause) {
      if (!(cause instanceof VersionLost)) throw cause;
    }
    await services.clock.pause(services.ids.random() * 200);
  }
  return (await services.directory.get("directory", "head"))?.doc.localDigest === local.digest;
};
