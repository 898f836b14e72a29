/** Builds the tab into a folder that the server then serves: `tsx tab/build.ts [folder]`, dist/tab by default. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions, type Metafile, type Plugin } from "esbuild";
import { TAB_ADDRESSES, tabPageOf, type TabPage } from "../src/contracts/tab-routes.ts";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The script of each page, that the browser is told of before the page asks for it. */
const SCRIPTS: Readonly<Record<TabPage, string>> = {
  "tableau-de-bord": "dashboard",
  participants: "participants",
  dossiers: "files",
  cellules: "cells",
  offre: "offer",
  reglages: "settings",
  canal: "channel",
  configurer: "configure",
  document: "document",
};
const MAIN = "app/main.tsx";

type Outputs = Metafile["outputs"];
const outputOf = (outputs: Outputs, source: string): string => {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(source));
  if (found === undefined) throw new Error(`no output for ${source}`);
  return found[0];
};

/** A script and all that it cannot start without. */
const neededBy = (outputs: Outputs, file: string, known = new Set<string>()): ReadonlySet<string> => {
  if (known.has(file)) return known;
  known.add(file);
  for (const { path, kind } of outputs[file]?.imports ?? [])
    if (kind === "import-statement") neededBy(outputs, path, known);
  return known;
};

const scriptsOf = (outputs: Outputs, address: string): string[] => {
  const main = outputOf(outputs, MAIN);
  const page = tabPageOf(address);
  const name = page === null ? [] : [SCRIPTS[page]];
  // What follows « participants » is a person, whose page is another.
  const names = address === "/tab/participants/:code" ? ["person"] : name;
  const shown = names.map((one) => outputOf(outputs, `pages/${one}/${one}.tsx`));
  const all = new Set([main, ...shown].flatMap((file) => [...neededBy(outputs, file)]));
  all.delete(main);
  return [...all].map((file) => basename(file));
};

const OPTIONS = {
  entryPoints: [join(here, MAIN), join(here, "app/tab.css")],
  entryNames: "[name]-[hash]",
  chunkNames: "part-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "browser",
  target: ["es2022"],
  jsx: "automatic",
  define: { "process.env.NODE_ENV": '"production"' },
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
} as const satisfies BuildOptions;

/** From this number of pages on, a file of ours comes with what all of them share. */
const SHARED_BY = 4;

/** Files of ours that many pages need. */
const sharedIn = (outputs: Outputs): readonly string[] => {
  const entries = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.endsWith(".tsx"));
  const needs = entries.map(([file]) => neededBy(outputs, file));
  return Object.entries(outputs)
    .filter(
      ([file, { entryPoint }]) => entryPoint === undefined && needs.filter((one) => one.has(file)).length >= SHARED_BY,
    )
    .flatMap(([, { inputs }]) => Object.keys(inputs))
    .filter((file) => /^(?:tab|src)\//.test(file))
    .sort();
};

/** Each page asks for all that pages share: it then comes as one file, where dozens would cost a trip each. */
const together = (shared: readonly string[], entries: RegExp): Plugin => ({
  name: "together",
  setup: (cutting) => {
    cutting.onResolve({ filter: /^shared-by-pages$/ }, () => ({ path: "shared", namespace: "together" }));
    cutting.onLoad({ filter: /.*/, namespace: "together" }, () => ({
      contents: shared.map((file, at) => `export * as shared${at} from ${JSON.stringify(resolve(file))};`).join("\n"),
      resolveDir: here,
    }));
    cutting.onLoad({ filter: entries }, async ({ path }) => ({
      contents: `${await readFile(path, "utf8")}\nexport * as shared from "shared-by-pages";`,
      loader: "tsx",
    }));
  },
});

/** The scripts that come by themselves: the first, and one for each page. */
const entriesIn = (outputs: Outputs): RegExp => {
  const names = Object.values(outputs).flatMap(({ entryPoint }) => (entryPoint?.endsWith(".tsx") ? [entryPoint] : []));
  return new RegExp(`(?:${names.map((name) => name.replaceAll(".", "\\.")).join("|")})$`);
};

/**
 * One page, its script cut in pieces that come when they are needed, and its style. Every name but the page's holds the mark of its contents.
 */
export async function buildTab(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const cut = await build({ ...OPTIONS, outdir: folder, write: false });
  const plugin = together(sharedIn(cut.metafile.outputs), entriesIn(cut.metafile.outputs));
  const { metafile } = await build({ ...OPTIONS, outdir: folder, plugins: [plugin] });
  const { outputs } = metafile;
  const page = await readFile(join(here, "app/page.html"), "utf8");
  const filled = page
    .replace("{{script}}", basename(outputOf(outputs, MAIN)))
    .replace("{{style}}", basename(outputOf(outputs, "app/tab.css")));
  const parts = Object.fromEntries(TAB_ADDRESSES.map((address) => [address, scriptsOf(outputs, address)]));
  await writeFile(join(folder, "app.html"), filled);
  await writeFile(join(folder, "parts.json"), JSON.stringify(parts));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTab(process.argv[2] ?? join(here, "../dist/tab"));
