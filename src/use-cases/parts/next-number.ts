import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

export interface Numbered {
  readonly number: number;
  /** Makes sure that it is never given twice: of two who take it at once, one begins again. */
  readonly write: Write;
}

/** The next number of a count. */
export const nextNumber = async ({ store }: Pick<Services, "store">, id: string): Promise<Numbered> => {
  const sequence = await store.get("sequence", id);
  const last = (sequence?.doc.last ?? 0) + 1;
  const doc = { kind: "sequence", schemaVersion: 1, id, last } as const;
  return { number: last, write: { op: "put", doc, expected: sequence?.version ?? "new" } };
};
