/** From the template and the environment to the package that Teams installs; or every reason why there is none, and nothing written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppManifestUtils, type AppManifest } from "@microsoft/app-manifest";
import { strToU8, zipSync } from "fflate";
import { leftIn, ownProblems } from "./checks.ts";
import { filled } from "./fill.ts";
import { colorProblems, outlineProblems } from "./icons.ts";
import { readValues, type Values } from "./settings.ts";
import { manifestShape } from "./shape.ts";

export type Packed =
  { readonly ok: true; readonly file: string } | { readonly ok: false; readonly problems: readonly string[] };

export interface ToPack {
  /** Where manifest.json and its icons are. */
  readonly from: string;
  /** Where the package is written. */
  readonly to: string;
  readonly version: string;
  readonly env: NodeJS.ProcessEnv;
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
const isManifest = (json: unknown): json is AppManifest => typeof json === "object" && json !== null;

/** Microsoft's schema comes with its package: nothing is fetched. */
const schemaProblems = async (json: AppManifest): Promise<readonly string[]> =>
  (await AppManifestUtils.validateAgainstSchema(json)).map(
    (fault) => `manifest.json ne suit pas le schéma de Microsoft : ${fault}.`,
  );

const manifestProblems = async (text: string, values: Values): Promise<readonly string[]> => {
  const json = parsed(text);
  if (!isManifest(json)) return ["manifest.json n'est pas du JSON : corrigez-le."];
  const read = manifestShape.safeParse(json);
  if (!read.success)
    return read.error.issues.map(
      ({ path, message }) => `manifest.json n'a pas ce qui est attendu en ${path.join(".")} : ${message}.`,
    );
  const left = leftIn(text);
  return left.length > 0 ? left : [...(await schemaProblems(json)), ...ownProblems(read.data, values)];
};

const readIcon = (folder: string, name: string): Buffer | undefined =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : undefined;

/** The same contents give the same file, byte for byte: nothing in it says when it was made. */
const MADE = new Date(1980, 0, 1);

/** Checks everything, then writes `repere-<version>.zip`. */
export const pack = async ({ from, to, version, env }: ToPack): Promise<Packed> => {
  const icons = { color: readIcon(from, "color.png"), outline: readIcon(from, "outline.png") };
  const drawn = [...colorProblems("color.png", icons.color), ...outlineProblems("outline.png", icons.outline)];
  const read = readValues(env, version);
  if (!read.ok) return { ok: false, problems: [...read.problems, ...drawn] };
  const text = filled(readFileSync(join(from, "manifest.json"), "utf8"), read.values);
  const problems = [...(await manifestProblems(text, read.values)), ...drawn];
  if (problems.length > 0 || icons.color === undefined || icons.outline === undefined) return { ok: false, problems };
  const file = join(to, `repere-${version}.zip`);
  mkdirSync(to, { recursive: true });
  const files = { "manifest.json": strToU8(text), "color.png": icons.color, "outline.png": icons.outline };
  writeFileSync(file, zipSync(files, { mtime: MADE }));
  return { ok: true, file };
};
