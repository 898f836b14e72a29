import type { DocumentKind, DocumentOf } from "../../domain/records/catalogue.ts";
import type { ListQuery, Store, Versioned } from "../../ports/store.ts";

const PAGE = 200;

/** Every document of a kind, as `everyDocument` does: what no list finds. */
export async function* everyOfKind<K extends DocumentKind>(
  store: Store,
  kind: K,
): AsyncGenerator<Versioned<DocumentOf<K>>> {
  let cursor: string | undefined;
  do {
    const page = await store.scan<K>({ kind, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Every document of a list, read page by page: no list is ever held whole in memory. */
export async function* everyDocument<K extends DocumentKind>(
  store: Store,
  query: Omit<ListQuery<K>, "limit" | "cursor">,
): AsyncGenerator<Versioned<DocumentOf<K>>> {
  let cursor: string | undefined;
  do {
    const page = await store.list<K>({ ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}
