/** `npm run package`: writes the package of the Teams app, or says what is missing. */
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { pack } from "./pack.ts";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(folder("../package.json"), "utf8")));

const packed = await pack({
  from: folder("."),
  to: folder("../dist/package"),
  version,
  env: process.env,
});
if (packed.ok) {
  process.stdout.write(`Paquet écrit : ${relative(process.cwd(), packed.file)}\n`);
} else {
  process.stderr.write(`Le paquet n'est pas écrit.\n${packed.problems.map((problem) => `- ${problem}\n`).join("")}`);
  process.exitCode = 1;
}
