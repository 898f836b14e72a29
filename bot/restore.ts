/** `npm run restore -- <file> [--erased <newer backup, log, list or codes> [--as <id>]]`: a backup back into an empty store, of any kind; whoever was erased since is erased again. */
import { existsSync } from "node:fs";
import { restorePlie, type Restored } from "../src/use-cases/restore-plie.ts";
import { isTheirErasure } from "../src/use-cases/erase-again.ts";
import { restoreFaultIn, restoreWords as words } from "../src/wording/backup.ts";
import { isFile, linesOf, readToErase } from "./erase-restored.ts";
import { askedFor, say, stop, withPlie } from "./whole-plie.ts";

const textIn = (said: unknown): string => (typeof said === "string" ? said : "");
const saidOf = (restored: Restored): string =>
  restored.ok ? words.done(restored.documents) : restoreFaultIn(restored);

const { file, demo, said } = askedFor(words.usage, ["erased", "as"]);
if (!existsSync(file)) stop(words.noFile(file));
if (!isFile(file)) stop(words.notAFile(file));
const { erased, as } = said;

await withPlie(demo, async (of, from) => {
  const toErase = erased === undefined ? undefined : await readToErase(of, from, textIn(erased), textIn(as));
  const restored = await restorePlie(of, linesOf(file));
  // It was cut after the restoration, while people were erased again: that goes on.
  const isThere = !restored.ok && restored.fault === "notEmpty";
  const goesOn = isThere && toErase !== undefined && (await isTheirErasure(of, toErase.named));
  say(goesOn ? words.goesOn : saidOf(restored));
  process.exitCode = restored.ok || goesOn ? 0 : 1;
  if (process.exitCode === 0 && toErase !== undefined && !(await toErase.run())) process.exitCode = 1;
});
