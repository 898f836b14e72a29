/** The file under the database: readable by its owner only, and watched, because SQLite goes on writing to a file that was removed. */
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** Creates the file and its directory where they are not. */
export const ensureFile = (file: string): void => {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
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
