/** The next version of the directory: what comes in, then everything else as it was; and one pointer that moves, or not. */
import type { DirectoryHead } from "../../domain/offer/records.ts";
import type { DocumentOf } from "../../domain/records/catalogue.ts";
import type { Versioned } from "../../ports/store.ts";
import { sweepVersions, VersionWriter, type DirectoryDoc } from "./directory-version.ts";
import type { Services } from "../frame/services.ts";

type Kind = DirectoryDoc["kind"];

/** How many records are held at once. */
export const AT_ONCE = 60;

export type Finished = { readonly moved: true; readonly head: DirectoryHead } | { readonly moved: false };

export class NextDirectory {
  readonly #services: Services;
  readonly #head: Versioned<DirectoryHead> | undefined;
  readonly #writer: VersionWriter;

  private constructor(services: Services, head: Versioned<DirectoryHead> | undefined, writer: VersionWriter) {
    [this.#services, this.#head, this.#writer] = [services, head, writer];
  }

  static async begin(services: Services): Promise<NextDirectory> {
    const head = await services.directory.get("directory", "head");
    return new NextDirectory(services, head, await VersionWriter.begin(services));
  }

  get head(): DirectoryHead | undefined {
    return this.#head?.doc;
  }
  get version(): string {
    return this.#writer.version;
  }
  get number(): number {
    return (this.head?.number ?? 0) + 1;
  }

  /** Documents of the version that is read today, by id. */
  async former<K extends Kind>(kind: K, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentOf<K>>> {
    const { head } = this;
    return head === undefined ? new Map() : this.#found(kind, head.version, ids);
  }

  /** Documents that this version already holds, by id. */
  async written<K extends Kind>(kind: K, ids: readonly string[]): Promise<ReadonlyMap<string, DocumentOf<K>>> {
    await this.#writer.flush();
    return this.#found(kind, this.version, ids);
  }

  /** Throws VersionLost. */
  put(doc: DirectoryDoc): Promise<void> {
    return this.#writer.put({ ...doc, version: this.version });
  }

  /** What this version does not hold yet comes from the former one, page by page, as `next` makes it. */
  async copyRest<K extends Kind>(kind: K, next: (former: DocumentOf<K>) => DirectoryDoc): Promise<void> {
    const { head } = this;
    if (head === undefined) return;
    let cursor: string | undefined;
    do {
      const page = await this.#page(kind, head.version, cursor);
      const there = await this.written(
        kind,
        page.docs.map(({ id }) => id),
      );
      for (const doc of page.docs) if (!there.has(doc.id)) await this.put(next(doc));
      cursor = page.cursor;
      // An embedded store answers without letting go: those who chat are answered between two pages.
      await this.#services.clock.pause(0);
    } while (cursor !== undefined);
    await this.#writer.flush();
  }

  /** Moves the pointer, then removes what nobody reads any more. Not moved: somebody else moved it first. */
  async finish(own: Pick<DirectoryHead, "localDigest" | "fictional">): Promise<Finished> {
    const head: DirectoryHead = {
      kind: "directory",
      schemaVersion: 1,
      version: this.version,
      number: this.number,
      previous: this.head?.version ?? null,
      ...own,
      services: this.#writer.services,
      structures: this.#writer.structures,
      at: this.#services.clock.now().toISOString(),
    };
    const moved = await this.#writer.keep(head, this.#head?.version ?? "new");
    if (!moved) await this.abandon();
    await sweepVersions(this.#services);
    return moved ? { moved, head } : { moved };
  }

  /** Nothing differs, or nothing may be kept: what was written is removed. */
  abandon(): Promise<void> {
    return this.#writer.abandon();
  }

  async #found<K extends Kind>(
    kind: K,
    version: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, DocumentOf<K>>> {
    const keys = ids.map((id) => `${version}.${id}`);
    const found: readonly Versioned<DocumentOf<K>>[] = await this.#services.directory.getMany(kind, keys);
    return new Map(found.map(({ doc }) => [doc.id, doc]));
  }

  async #page<K extends Kind>(
    kind: K,
    version: string,
    cursor: string | undefined,
  ): Promise<{ readonly docs: readonly DocumentOf<K>[]; readonly cursor: string | undefined }> {
    const key = `v:${version}`;
    const page = await this.#services.directory.list({
      kind,
      key,
      limit: AT_ONCE,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return { docs: page.items.map(({ doc }) => doc), cursor: page.cursor };
  }
}
