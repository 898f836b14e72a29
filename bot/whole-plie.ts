/** What the commands that take a whole PLIE share: one file named, the stores that the settings name, and what is said when they do not answer. */
import { parseArgs } from "node:util";
import { readPlieFile, type PlieFile } from "../src/config/files.ts";
import { readSettings, type Settings } from "../src/config/settings.ts";
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
  /** What else was said, by its name. */
  readonly said: Readonly<Record<string, unknown>>;
}

/** `names`: what this command may be told beside its file. */
export const askedFor = (usage: string, names: readonly string[] = []): Asked => {
  const more = Object.fromEntries(names.map((name) => [name, { type: "string" } as const]));
  try {
    const { values, positionals } = parseArgs({
      options: { ...more, demo: { type: "boolean" } },
      allowPositionals: true,
    });
    const [file = ""] = positionals;
    const { demo = false, ...said } = values;
    return file !== "" && positionals.length === 1 ? { file, demo: demo, said } : stop(usage);
  } catch {
    return stop(usage);
  }
};

/** What the stores were opened from. */
export interface OpenedFrom {
  readonly settings: Settings;
  readonly plie: PlieFile;
  readonly demo: boolean;
}

/** Opens the stores of a PLIE for one piece of work, and closes them whatever happens. */
export const withPlie = async (
  demo: boolean,
  work: (of: PlieStores, from: OpenedFrom) => Promise<void>,
): Promise<void> => {
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
    const from = { settings: read.settings, plie: plie.value, demo };
    await work({ plieId, stores: { cases, services }, ids: createIds() }, from).finally(closing);
  } catch (cause) {
    if (cause instanceof StoreUnavailable) return stop(`La base ne répond pas (${cause.message}).`);
    if (cause instanceof UnreadableDocument) return stop(`Un document ne peut pas être lu (${cause.message}).`);
    throw cause;
  }
};
