/** One version of the directory while it is written, and its removal once nobody reads it. Its mark finds what a crash left. */
import type { DirectoryHead, StoredService, StoredStructure } from "../../domain/offer/records.ts";
import type { DocumentOf } from "../../domain/records/catalogue.ts";
import { MAX_WRITES, type Version, type Versioned, type Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

export type ServiceExtension = DocumentOf<"serviceExtension">;
type DirectoryVersion = DocumentOf<"directoryVersion">;
export type DirectoryDoc = StoredService | StoredStructure | ServiceExtension;
type Working = Pick<Services, "directory" | "clock" | "ids">;

/** Somebody took it for dead and removes it. */
export class VersionLost extends Error {
  override readonly name = "VersionLost";
}

/** Below what a commit may hold: the mark, and what a store adds around a document. */
const DOCS_AT_ONCE = MAX_WRITES - 2;
const BYTES_AT_ONCE = 1_200_000;
/** A writer gives a sign of life at each batch. */
const SILENT_MS = 120_000;

const markDoc = (clock: Services["clock"], version: string, state: DirectoryVersion["state"]): DirectoryVersion => ({
  kind: "directoryVersion",
  schemaVersion: 1,
  version,
  state,
  at: clock.now().toISOString(),
});

/** Writes a version in batches. Nothing reads it until `keep` moved the pointer. */
export class VersionWriter {
  readonly version: string;
  services = 0;
  structures = 0;
  readonly #working: Working;
  #mark: Version;
  #waiting: DirectoryDoc[] = [];
  #bytes = 0;

  private constructor(working: Working, version: string, mark: Version) {
    [this.#working, this.version, this.#mark] = [working, version, mark];
  }

  static async begin(working: Working): Promise<VersionWriter> {
    const version = working.ids.next();
    const doc = markDoc(working.clock, version, "writing");
    const begun = await working.directory.commit([{ op: "put", doc, expected: "new" }]);
    if (!begun.ok) throw new VersionLost(version);
    return new VersionWriter(working, version, markOf(begun.versions, version));
  }

  /** Throws VersionLost. */
  async put(doc: DirectoryDoc): Promise<void> {
    const bytes = Buffer.byteLength(JSON.stringify(doc));
    if (this.#waiting.length >= DOCS_AT_ONCE || this.#bytes + bytes > BYTES_AT_ONCE) await this.flush();
    this.#waiting.push(doc);
    this.#bytes += bytes;
    if (doc.kind === "service" && doc.closedOn === null) this.services += 1;
    if (doc.kind === "structure") this.structures += 1;
  }

  async flush(): Promise<void> {
    if (this.#waiting.length === 0) return;
    const written = await this.#commit(
      "writing",
      this.#waiting.map((doc) => ({ op: "put", doc })),
    );
    if (!written) throw new VersionLost(this.version);
    [this.#waiting, this.#bytes] = [[], 0];
  }

  /** The pointer and the mark move together, or neither does. False: somebody moved the pointer first. */
  async keep(head: DirectoryHead, expected: Version): Promise<boolean> {
    await this.flush();
    return this.#commit("kept", [{ op: "put", doc: head, expected }]);
  }

  /** Removes all that was written. */
  async abandon(): Promise<void> {
    const { directory, clock } = this.#working;
    const mark = await directory.get("directoryVersion", this.version);
    if (mark !== undefined) await removeVersion({ directory, clock }, mark);
  }

  async #commit(state: "writing" | "kept", writes: readonly Write[]): Promise<boolean> {
    const { directory, clock } = this.#working;
    const mark: Write = { op: "put", doc: markDoc(clock, this.version, state), expected: this.#mark };
    const written = await directory.commit([mark, ...writes]);
    if (written.ok) this.#mark = markOf(written.versions, this.version);
    return written.ok;
  }
}

const markOf = (versions: ReadonlyMap<string, Version>, version: string): Version =>
  versions.get(`directoryVersion:${version}`) ?? "";

const KINDS = ["service", "structure", "serviceExtension"] as const;

const removeDocuments = async (
  { directory, clock }: Pick<Working, "directory" | "clock">,
  version: string,
): Promise<void> => {
  for (const kind of KINDS)
    for (;;) {
      const { items } = await directory.list({ kind, key: `v:${version}`, limit: DOCS_AT_ONCE });
      if (items.length === 0) break;
      await directory.commit(items.map(({ doc }) => ({ op: "delete", kind, id: `${version}.${doc.id}` })));
      await clock.pause(0);
    }
};

/** The mark says so first, so that whoever writes it stops; it goes last, so that what is left is found again. */
const removeVersion = async (
  { directory, clock }: Pick<Working, "directory" | "clock">,
  { doc: { version }, version: expected }: Versioned<DirectoryVersion>,
): Promise<void> => {
  const claimed = await directory.commit([{ op: "put", doc: markDoc(clock, version, "removing"), expected }]);
  if (!claimed.ok) return;
  await removeDocuments({ directory, clock }, version);
  await directory.commit([{ op: "delete", kind: "directoryVersion", id: version }]);
};

const MARKS_AT_ONCE = 50;

/** Removes the versions that are neither read nor the one before, and those that whoever wrote or removed them left. */
export const sweepVersions = async ({ directory, clock }: Pick<Working, "directory" | "clock">): Promise<void> => {
  // Marks before the pointer: a version that was kept meanwhile is then known to be read.
  const { items } = await directory.list({ kind: "directoryVersion", key: "all", limit: MARKS_AT_ONCE });
  const head = (await directory.get("directory", "head"))?.doc;
  const silentSince = clock.now().getTime() - SILENT_MS;
  for (const mark of items) {
    const { version, state, at } = mark.doc;
    if (version === head?.version || version === head?.previous) continue;
    if (state === "kept" || Date.parse(at) < silentSince) await removeVersion({ directory, clock }, mark);
  }
};
