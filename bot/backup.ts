/** `npm run backup -- <file>`: everything of a PLIE in one file, readable by its owner only, kept once it was read twice and nothing had moved. */
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { backupPlie, endOfBackup, type PlieStores } from "../src/use-cases/backup-plie.ts";
import { backupWords as words } from "../src/wording/backup.ts";
import { askedFor, say, stop, withPlie } from "./whole-plie.ts";

const ATTEMPTS = 3;
const PIECE = 1 << 20;

/** The last line, and how many documents were written. */
const writeTo = async (path: string, of: PlieStores): Promise<{ readonly end: string; readonly documents: number }> => {
  const file = await open(path, "w", 0o600);
  try {
    let [end, lines, piece] = ["", 0, ""];
    for await (const line of backupPlie(of)) {
      piece += `${line}\n`;
      end = line;
      lines += 1;
      if (piece.length < PIECE) continue;
      await file.write(piece);
      piece = "";
    }
    await file.write(piece);
    await file.sync();
    return { end, documents: lines - 2 };
  } finally {
    await file.close();
  }
};

const { file, demo } = askedFor(words.usage);
if (existsSync(file)) stop(words.thereAlready(file));
const part = `${file}.part`;

await withPlie(demo, async (of) => {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const { end, documents } = await writeTo(part, of);
      if ((await endOfBackup(of)) !== end) continue;
      await rename(part, file);
      return say(words.done(file, documents));
    }
    say(words.moving);
    process.exitCode = 1;
  } catch (cause) {
    if (!(cause instanceof Error && "syscall" in cause)) throw cause;
    say(words.unwritable(file));
    process.exitCode = 1;
  } finally {
    await rm(part, { force: true });
  }
});
