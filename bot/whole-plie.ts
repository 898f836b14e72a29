/** What the commands that take a whole PLIE share: one file named, the stores that the settings name, and what is said when they do not answer. */
import { parseArgs } from "node:util";
import { readPlieFile } from "../src/config/files.ts";
import { readSettings } from "../src/config/settings.ts";
import { StoreUnavailable, UnreadableDocument } from "../src/ports/store.ts";
import { createIds } from "../src/system/ids.ts";
import type { PlieStores } from "../src/use-cases/backup-plie.ts";
import { openDirectory, openStore } from "./open-store.ts";

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
export const stop = (...problems: readonly string[]): never => {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exit(1);
};

interface Asked {
  readonly file: string;
  /** The fictional people, which live apart. */
  readonly demo: boolean;
}

export const askedFor = (usage: string): Asked => {
  try {
    const { values, positionals } = parseArgs({ options: { demo: { type: "boolean" } }, allowPositionals: true });
    const [file = ""] = positionals;
    return file !== "" && positionals.length === 1 ? { file, demo: values.demo === true } : stop(usage);
  } catch {
    return stop(usage);
  }
};

/** Opens the stores of a PLIE for one piece of work, and closes them whatever happens. */
export const withPlie = async (demo: boolean, work: (of: PlieStores) => Promise<void>): Promise<void> => {
  const read = readSettings(process.env);
  if (!read.ok) return stop(...read.problems);
  if (read.settings.store.kind === "memory") return stop("STORE vaut « memory » : rien n'y reste.");
  const plie = readPlieFile(read.settings.files.plie);
  if (!plie.ok) return stop(...plie.problems);
  const plieId = demo ? `${plie.value.plieId}-demo` : plie.value.plieId;
  try {
    const now = (): Date => new Date();
    const cases = await openStore(read.settings, plieId, now);
    const services = await openDirectory(read.settings, plieId, now);
    const closing = (): Promise<unknown> => Promise.all([cases.close(), services.close()]);
    await work({ plieId, stores: { cases, services }, ids: createIds() }).finally(closing);
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return stop(`La base ne répond pas (${cause.message}).`);
    if (cause instanceof UnreadableDocument) return stop(`Un document ne peut pas être lu (${cause.message}).`);
    throw cause;
  }
};
