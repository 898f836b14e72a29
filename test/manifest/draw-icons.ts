/** `npm run icons`: both icons of the package, drawn in a browser from their .svg. Only the transparency of the outline varies: all of it is white. */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readPng, writePng, type Pixels } from "../../manifest/png.ts";
import { launchBrowser } from "../support/browser.ts";

const ICONS = { color: 192, outline: 32 } as const;
export type IconName = keyof typeof ICONS;
export const iconFile = (name: string): string => fileURLToPath(new URL(`../../manifest/${name}`, import.meta.url));

const whitened = ({ rgba, ...size }: Pixels): Pixels => ({
  ...size,
  rgba: rgba.map((value, at) => (at % 4 === 3 ? value : 255)),
});

/** Every icon as its drawing says it now. */
export const drawIcons = async (): Promise<ReadonlyMap<IconName, Pixels>> => {
  const browser = await launchBrowser();
  const drawn = new Map<IconName, Pixels>();
  try {
    for (const name of ["color", "outline"] as const) {
      const side = ICONS[name];
      const page = await browser.newPage({ viewport: { width: side, height: side } });
      await page.setContent(
        `<style>*{margin:0}svg{display:block}</style>${readFileSync(iconFile(`${name}.svg`), "utf8")}`,
      );
      const pixels = readPng(await page.screenshot({ omitBackground: true }));
      if (pixels === undefined) throw new Error(`the browser drew no icon from ${name}.svg`);
      drawn.set(name, name === "outline" ? whitened(pixels) : pixels);
    }
  } finally {
    await browser.close();
  }
  return drawn;
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, pixels] of await drawIcons()) writeFileSync(iconFile(`${name}.png`), writePng(pixels));
