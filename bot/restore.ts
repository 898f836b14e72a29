/** `npm run restore -- <file>`: a backup back into an empty store, of any kind. */
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { restorePlie, type Lines, type Restored } from "../src/use-cases/restore-plie.ts";
import { restoreWords as words } from "../src/wording/backup.ts";
import { askedFor, say, stop, withPlie } from "./whole-plie.ts";

const saidOf = (restored: Restored): string => {
  if (restored.ok) return words.done(restored.documents);
  if (restored.fault === "newer" || restored.fault === "unreadable") return words[restored.fault](restored.line);
  return words[restored.fault];
};

const { file, demo } = askedFor(words.usage);
if (!existsSync(file)) stop(words.noFile(file));
const lines: Lines = () => createInterface({ input: createReadStream(file), crlfDelay: Infinity });

await withPlie(demo, async (of) => {
  const restored = await restorePlie(of, lines);
  say(saidOf(restored));
  process.exitCode = restored.ok ? 0 : 1;
});
