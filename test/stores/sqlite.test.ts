import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { storeContract } from "./store.contract.ts";

storeContract("SQLite", () => {
  const directory = mkdtempSync(join(tmpdir(), "repere-sqlite-"));
  const clock = { at: new Date("2026-11-24T08:00:00.000Z") };
  const opened: Store[] = [];
  return Promise.resolve({
    clock,
    open: async ({ plieId = "dijon", catalogue } = {}) => {
      const file = join(directory, "data", "repere.db");
      const given = catalogue === undefined ? {} : { catalogue };
      const store = await createSqliteStore({ file, plieId, now: () => clock.at, ...given });
      opened.push(store);
      return store;
    },
    close: async () => {
      await Promise.all(opened.map((store) => store.close()));
      rmSync(directory, { recursive: true });
    },
  });
});
