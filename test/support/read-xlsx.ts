/** Reads an Excel file as another program would, without the library that wrote it: its zip, then the cells of each sheet. */
import { strFromU8, unzipSync } from "fflate";

export type ReadCell = string | number;
export interface ReadSheet {
  readonly name: string;
  /** By address: « B4 ». */
  readonly cells: ReadonlyMap<string, ReadCell>;
  readonly formulas: number;
}

const text = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

/** Excel's own way to hold what XML cannot. */
const decoded = (written: string): string =>
  written.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

export interface ReadBook {
  readonly sheets: readonly ReadSheet[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export const readXlsx = (file: Uint8Array): ReadBook => {
  const files = new Map(Object.entries(unzipSync(file)));
  const part = (path: string): string => strFromU8(files.get(path) ?? new Uint8Array());
  const shared = [...part("xl/sharedStrings.xml").matchAll(/<si><t(?: [^>]*)?>([\s\S]*?)<\/t><\/si>/g)].map(
    ([, written = ""]) => decoded(text(written)),
  );
  const names = [...part("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = ""]) => text(name));
  const sheets = names.map((name, at): ReadSheet => {
    const xml = part(`xl/worksheets/sheet${at + 1}.xml`);
    const cells = new Map<string, ReadCell>();
    for (const [, attributes = "", inside = ""] of xml.matchAll(/<c ([^>]*[^/])>([\s\S]*?)<\/c>/g)) {
      const address = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? "?";
      if (attributes.includes('t="inlineStr"')) {
        const [, written = ""] = /<t(?: [^>]*)?>([\s\S]*?)<\/t>/.exec(inside) ?? [];
        cells.set(address, decoded(text(written)));
        continue;
      }
      const value = /<v>([\s\S]*?)<\/v>/.exec(inside)?.[1] ?? "";
      if (value === "") continue;
      cells.set(address, attributes.includes('t="s"') ? (shared[Number(value)] ?? "?") : Number(value));
    }
    return { name, cells, formulas: (xml.match(/<f[ >/]/g) ?? []).length };
  });
  return { sheets, files };
};
