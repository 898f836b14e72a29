/** Builds the tab into a folder that the server then serves: `tsx tab/build.ts [folder]`, dist/tab by default. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * One page, its script cut in pieces that come when they are needed, and its style. Every name but the page's holds the mark of its contents.
 */
export async function buildTab(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    entryPoints: [join(here, "app/main.tsx"), join(here, "app/tab.css")],
    outdir: folder,
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
  });
  const named = (source: string): string => {
    const found = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith(source));
    if (found === undefined) throw new Error(`no output for ${source}`);
    return basename(found[0]);
  };
  const page = await readFile(join(here, "app/page.html"), "utf8");
  const filled = page.replace("{{script}}", named("app/main.tsx")).replace("{{style}}", named("app/tab.css"));
  await writeFile(join(folder, "app.html"), filled);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildTab(process.argv[2] ?? join(here, "../dist/tab"));
