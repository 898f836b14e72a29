/** Pages of a list that start at a code: their cost does not depend on how many there are, and no name is in a cursor. */
import { rowOf, type DocumentOf } from "../../domain/records/catalogue.ts";
import type { Services } from "./services.ts";

export const PAGE_SIZE = 8;

export interface PageByCode<D> {
  readonly docs: readonly D[];
  /** The code at the top of the next page; null on the last one. */
  readonly next: string | null;
  /** Null on the first page; its `cursor` is null when the first page comes before. */
  readonly previous: { readonly cursor: string | null } | null;
}

type Listed = "identity" | "summary";

/** The page of `kind` under `key` that starts at the code `cursor`; null: the first page. */
export const pageByCode = async <K extends Listed>(
  services: Services,
  kind: K,
  key: string,
  cursor: string | null,
): Promise<PageByCode<DocumentOf<K>>> => {
  const first = cursor === null ? undefined : await services.store.get(kind, cursor);
  const order = first === undefined ? undefined : rowOf(first.doc).order;
  const limit = PAGE_SIZE + 1;
  const [page, before] = await Promise.all([
    services.store.list({ kind, key, limit, ...(order === undefined ? {} : { from: order }) }),
    order === undefined ? undefined : services.store.list({ kind, key, limit, to: order, descending: true }),
  ]);
  const docs = page.items.map(({ doc }) => doc);
  const earlier = before?.items.map(({ doc }) => doc.code) ?? [];
  return {
    docs: docs.slice(0, PAGE_SIZE),
    next: docs[PAGE_SIZE]?.code ?? null,
    previous:
      earlier.length === 0 ? null : { cursor: earlier.length > PAGE_SIZE ? (earlier[PAGE_SIZE - 1] ?? null) : null },
  };
};
