/** The file under the database: readable by its owner only, and watched, because SQLite goes on writing to a file that was removed. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Closes to others what they could read: a file that was copied back keeps the rights it was copied with. A file of someone else's is
 * theirs to close; whether it can be written is said when it is opened.
 */
const closeToOthers = (file: string): void => {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || (stats.mode & 0o077) === 0) return;
  try {
    chmodSync(file, stats.mode & 0o700);
  } catch {
    return;
  }
};

/** Creates the file and its directory where they are not. */
export const ensureFile = (file: string): void => {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, "a", 0o600));
  }
  for (const part of [file, `${file}-wal`, `${file}-shm`]) closeToOthers(part);
};

const identityOf = (file: string): string | undefined => {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? undefined : `${stats.dev}.${stats.ino}`;
};

/** Tells whether the file is still the one that was there at the time of the call. */
export const watchFile = (file: string): (() => boolean) => {
  const opened = identityOf(file);
  return () => opened !== undefined && identityOf(file) === opened;
};
