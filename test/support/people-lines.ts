/** Lines of people as the projector writes them, in a store, and who reads them. */
import { documentsOf, type Line } from "../../src/domain/dashboard/line.ts";
import type { Marks } from "../../src/domain/dashboard/measures.ts";
import { listedId, type ListedRow } from "../../src/domain/dashboard/records.ts";
import type { Store, Write } from "../../src/ports/store.ts";
import { aCase, anActor, anIdentity } from "./builders.ts";

export const OWN = anActor().memberId;
export const OTHER = "00000000-0000-4000-8000-000000000002";

export const codeAt = (index: number): string => `P-2026-${String(index + 1).padStart(4, "0")}`;

export const aRow = (overrides: Partial<ListedRow> = {}): ListedRow => ({
  ...{
    code: codeAt(0),
    givenName: "Amina",
    familyName: "Benali",
    referentId: OWN,
    substituteId: null,
    status: "entered",
  },
  ...{ step: "assessing", orientedOn: "2026-11-02", enteredOn: "2026-11-16", due: [], addressed: 0, review: null },
  ...overrides,
});

export const aLine = (row: Partial<ListedRow> = {}, marks: Marks = {}): Line => ({ row: aRow(row), marks });

const put = (doc: Parameters<typeof listedId>[0]): Write => ({ op: "put", doc });

/** Instead of what was there of the same person. */
export const writeLine = async (store: Store, line: Line, before: Line | null = null): Promise<void> => {
  const next = documentsOf(line);
  const ids = new Set(next.map(listedId));
  const gone = before === null ? [] : documentsOf(before).map(listedId);
  await store.commit([
    ...next.map(put),
    ...gone.filter((id) => !ids.has(id)).map((id): Write => ({ op: "delete", kind: "listed", id })),
  ]);
};

/** With the identity and the case that the line was made from. */
export const writePerson = async (store: Store, line: Line): Promise<void> => {
  const { code, givenName, familyName, referentId, status } = line.row;
  await store.commit([
    ...documentsOf(line).map(put),
    { op: "put", doc: anIdentity({ code, givenName, familyName, referentId, listed: status !== "cancelled" }) },
    { op: "put", doc: aCase({ code, referentId, status }) },
  ]);
};

/** What a store was asked. */
export interface Counted {
  requests: number;
  documents: number;
}

export const countingStore = (store: Store): { readonly store: Store; readonly counted: Counted } => {
  const counted = { requests: 0, documents: 0 };
  const count = (documents: number): void => {
    counted.requests += 1;
    counted.documents += documents;
  };
  return {
    counted,
    store: {
      ...store,
      get: async (kind, id) => {
        const found = await store.get(kind, id);
        count(found === undefined ? 0 : 1);
        return found;
      },
      getMany: async (kind, ids) => {
        const found = await store.getMany(kind, ids);
        count(found.length);
        return found;
      },
      list: async (query) => {
        const page = await store.list(query);
        count(page.items.length);
        return page;
      },
    },
  };
};
