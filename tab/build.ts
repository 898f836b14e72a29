/** Builds the tab into a folder that the server then serves: `tsx tab/build.ts [folder]`, dist/tab by default. */
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const PAGES = ["home", "document"] as const;

/** One script per page, its HTML, and one stylesheet for all. */
export async function buildTab(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: PAGES.map((page) => join(here, page, `${page}.ts`)),
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    format: "esm",
    platform: "browser",
    target: ["es2022"],
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
  await Promise.all([
    ...PAGES.map((page) => copyFile(join(here, page, `${page}.html`), join(folder, `${page}.html`))),
    copyFile(join(here, "shared/tab.css"), join(folder, "tab.css")),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTab(process.argv[2] ?? join(here, "../dist/tab"));
