import type { ImportRun } from "../../domain/exchange/import-records.ts";
import type { Services } from "../frame/services.ts";

/** Lines are kept for seven days: once they are gone, what was read and never begun is nothing to go on with, and the file is read again. */
export const isOver = async ({ store }: Pick<Services, "store">, { id, state, lines }: ImportRun): Promise<boolean> =>
  state === "read" &&
  lines > 0 &&
  (await store.list({ kind: "importLine", key: `run:${id}`, limit: 1 })).items.length === 0;
