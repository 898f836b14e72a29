/**
 * Erasures are counted, so that a batch that names many people may say that none of them was erased since it read them: it writes the count as it
 * read it, for one write where their cases would take one each.
 */
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { nextNumber } from "./next-number.ts";

const ERASURES = "erasures";

/** Of the batch that begins an erasure. */
export const oneMoreErasure = async (services: Pick<Services, "store">): Promise<Write> =>
  (await nextNumber(services, ERASURES)).write;

/** Read before the people: the batch is refused where anybody was erased since. */
export const noErasureSince = async ({ store }: Pick<Services, "store">): Promise<Write> => {
  const known = await store.get("sequence", ERASURES);
  const doc = known?.doc ?? ({ kind: "sequence", schemaVersion: 1, id: ERASURES, last: 0 } as const);
  return { op: "put", doc, expected: known?.version ?? "new" };
};
