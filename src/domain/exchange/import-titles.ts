/** Which column of a file holds what. Pure. */
import { folded, IMPORT_FIELDS, type ImportField, type ImportMapping } from "./import-mapping.ts";

export interface Columns {
  readonly count: number;
  /** Places from 0. */
  readonly places: ReadonlyMap<ImportField, number>;
  /** As the file writes them. */
  readonly titles: ReadonlyMap<ImportField, string>;
}

export type TitlesRead =
  | { readonly ok: true; readonly columns: Columns; readonly ignored: readonly string[] }
  /** `missing`: fields without a column. `twice`: titles that say the same thing. */
  | {
      readonly ok: false;
      readonly missing: readonly ImportField[];
      readonly twice: readonly (readonly string[])[];
    };

const LONGEST_TITLE = 100;
const shown = (title: string): string => Array.from(title.replace(/\s+/gu, " ")).slice(0, LONGEST_TITLE).join("");

/** Two columns for one field refuse the file: nobody guesses which one is right. */
export const readTitles = (titles: readonly string[], { columns, required }: ImportMapping): TitlesRead => {
  const fieldOf = new Map(
    IMPORT_FIELDS.flatMap((field) => (columns[field] ?? []).map((title) => [folded(title), field] as const)),
  );
  const named = titles.map((title, place) => ({ place, title: shown(title), field: fieldOf.get(folded(title)) }));
  const places = IMPORT_FIELDS.map((field) => ({ field, of: named.filter((one) => one.field === field) }));
  const twice = places.filter(({ of }) => of.length > 1).map(({ of }) => of.map(({ title }) => title));
  const missing = required.filter((field) => places.every((one) => one.field !== field || one.of.length === 0));
  if (missing.length > 0 || twice.length > 0) return { ok: false, missing, twice };
  const found = places.flatMap(({ field, of: [one] }) => (one === undefined ? [] : [{ ...one, field }]));
  return {
    ok: true,
    columns: {
      count: titles.length,
      places: new Map(found.map(({ field, place }) => [field, place])),
      titles: new Map(found.map(({ field, title }) => [field, title])),
    },
    ignored: named.filter(({ field, title }) => field === undefined && title.trim() !== "").map(({ title }) => title),
  };
};

/** What a line holds of a field; empty where the file has no such column. */
export const given = ({ places }: Columns, cells: readonly string[], field: ImportField): string => {
  const place = places.get(field);
  return place === undefined ? "" : (cells[place] ?? "");
};
