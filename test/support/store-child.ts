/** A process of its own that writes to a SQLite store, for the tests that kill, starve or crowd it. One line on stdout per acknowledged batch. */
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { aDraft, put } from "../stores/a-storage.ts";

const [file = "", name = "", batches = "Infinity"] = process.argv.slice(2);
const say = (line: string): Promise<void> => new Promise((said) => process.stdout.write(`${line}\n`, () => said()));

try {
  const store = await createSqliteStore({ file, plieId: "dijon", now: () => new Date() });
  await say("open");
  for (let batch = 0; batch < Number(batches); batch += 1) {
    const docs = Array.from({ length: 5 }, (_, index) =>
      aDraft({ id: `${name}.${batch}.${index}`, form: `${name}.${batch}`, inputs: { text: "x".repeat(2000) } }),
    );
    await store.commit(docs.map((doc) => put(doc, "new")));
    await say(`kept ${name}.${batch}`);
  }
  await store.close();
  await say("done");
} catch (error) {
  await say(error instanceof Error ? `${error.name} ${error.message}` : "unknown");
}
