/** A process of its own that goes on with the imports of a SQLite file, for the test that kills it. */
import { join } from "node:path";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { importServicesOn } from "./a-people-file.ts";

const [folder = ""] = process.argv.slice(2);
const store = await createSqliteStore({ file: join(folder, "repere.db"), plieId: "dijon", now: () => new Date() });
await applyImports(importServicesOn(store));
await store.close();
