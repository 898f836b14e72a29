/** A process of its own that goes on with the imports of a SQLite file, and is killed as soon as so many writes are done, for the test of it. */
import { join } from "node:path";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { importServicesOn } from "./a-people-file.ts";

const [folder = "", writes = ""] = process.argv.slice(2);
let left = Number(writes);
const store = await createSqliteStore({ file: join(folder, "repere.db"), plieId: "dijon", now: () => new Date() });
const mortal: Store = {
  ...store,
  commit: async (batch) => {
    const done = await store.commit(batch);
    if ((left -= 1) === 0) process.kill(process.pid, "SIGKILL");
    return done;
  },
};
await applyImports(importServicesOn(mortal));
await store.close();
