import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The PLIE's own file with some of it changed, kept in a folder of the test's. */
export const plieFileOf = async (folder: string, changes: Readonly<Record<string, unknown>>): Promise<string> => {
  const file = join(folder, "plie.json");
  const plie = JSON.parse(await readFile(new URL("../../../config/plie.json", import.meta.url), "utf8")) as object;
  await writeFile(file, JSON.stringify({ ...plie, ...changes }));
  return file;
};
