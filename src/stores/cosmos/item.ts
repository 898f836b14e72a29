/** One document as Cosmos DB keeps it: its lists' terms beside the document itself. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { DocumentKind } from "../../domain/records/catalogue.ts";
import type { Version } from "../../ports/store.ts";
import { expiryOf, sortOf } from "../plan.ts";
import type { PlannedWrite } from "../plan.ts";

const LONGEST_ID = 1023;
const NEVER = Number.MAX_SAFE_INTEGER;

/** Cosmos DB takes neither / \ ? # in an id nor more than 1,023 bytes: `~` and two hexadecimal digits for each byte it might refuse. */
export const itemId = (kind: DocumentKind, id: string): string => {
  const wellFormed = Buffer.from(id).toString();
  const escaped = `${kind}:${encodeURIComponent(wellFormed).replaceAll("~", "%7E").replaceAll("%", "~")}`;
  if (escaped.length <= LONGEST_ID) return escaped;
  return `${escaped.slice(0, 900)}~~${createHash("sha256").update(id).digest("hex")}`;
};

const json = z.record(z.string(), z.json());

/** `mark` is the commit that wrote it last: how a commit whose answer was lost recognises its own work. */
export const toItem = (write: PlannedWrite, plieId: string, mark: string, now: Date) => {
  const { kind, id, row } = write;
  if (row === undefined) return undefined;
  return {
    id: itemId(kind, id),
    plieId,
    kind,
    docId: id,
    keys: [...row.keys],
    sort: sortOf(row),
    mark,
    expiresAt: expiryOf(row, now) ?? NEVER,
    body: json.parse(JSON.parse(row.json)),
    ...(row.ttlSeconds === undefined ? {} : { ttl: row.ttlSeconds }),
  };
};
export type Item = NonNullable<ReturnType<typeof toItem>>;

const storedItem = z.object({
  docId: z.string(),
  sort: z.string(),
  mark: z.string(),
  expiresAt: z.number(),
  body: z.unknown(),
  _etag: z.string(),
});

export interface StoredItem {
  readonly id: string;
  readonly json: string;
  readonly version: Version;
  readonly sort: string;
  readonly mark: string;
  readonly expiresAt: number;
}

export const fromItem = (resource: unknown): StoredItem => {
  const { docId, body, _etag, ...rest } = storedItem.parse(resource);
  return { id: docId, json: JSON.stringify(body), version: _etag, ...rest };
};
