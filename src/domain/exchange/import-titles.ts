/** Which column of a file holds what. Pure. */
import { folded, IMPORT_FIELDS, type ImportField, type ImportMapping } from "./import-mapping.ts";

export interface Columns {
  readonly count: number;
  /** Places from 0. */
  readonly places: ReadonlyMap<ImportField, number>;
  /** As the file writes them. */
  readonly titles: ReadonlyMap<ImportField, string>;
}

export interface TitlesRefused {
  /** Fields without a column. */
  readonly missing: readonly ImportField[];
  /** Titles that say the same thing. */
  readonly twice: readonly (readonly string[])[];
  /** Titles that no field answers to; none where no title is known: it is somebody's line. */
  readonly unknown: readonly string[];
  /** No title is known. */
  readonly none: boolean;
}

export type TitlesRead =
  | { readonly ok: true; readonly columns: Columns; readonly ignored: readonly string[] }
  | { readonly ok: false; readonly refused: TitlesRefused };

const LONGEST_TITLE = 100;
const shown = (title: string): string => Array.from(title.replace(/\s+/gu, " ")).slice(0, LONGEST_TITLE).join("");

/** Tells the row of titles from what stands above it. */
export const knownTitle = ({ columns }: Pick<ImportMapping, "columns">): ((title: string) => boolean) => {
  const known = new Set(Object.values(columns).flatMap((titles) => titles.map(folded)));
  return (title) => known.has(folded(title));
};

/** Two columns for one field refuse the file: nobody guesses which one is right. */
export const readTitles = (titles: readonly string[], { columns, required }: ImportMapping): TitlesRead => {
  const fieldOf = new Map(
    IMPORT_FIELDS.flatMap((field) => (columns[field] ?? []).map((title) => [folded(title), field] as const)),
  );
  const named = titles.map((title, place) => ({ place, title: shown(title), field: fieldOf.get(folded(title)) }));
  const places = IMPORT_FIELDS.map((field) => ({ field, of: named.filter((one) => one.field === field) }));
  const twice = places.filter(({ of }) => of.length > 1).map(({ of }) => of.map(({ title }) => title));
  const missing = required.filter((field) => places.every((one) => one.field !== field || one.of.length === 0));
  const ignored = named.filter(({ field, title }) => field === undefined && title.trim() !== "");
  const unread = ignored.map(({ title }) => title);
  const none = named.every(({ field }) => field === undefined);
  if (missing.length > 0 || twice.length > 0)
    return { ok: false, refused: { missing, twice, unknown: none ? [] : unread, none } };
  const found = places.flatMap(({ field, of: [one] }) => (one === undefined ? [] : [{ ...one, field }]));
  return {
    ok: true,
    columns: {
      count: titles.length,
      places: new Map(found.map(({ field, place }) => [field, place])),
      titles: new Map(found.map(({ field, title }) => [field, title])),
    },
    ignored: unread,
  };
};

/** What a line holds of a field; empty where the file has no such column. */
export const given = ({ places }: Columns, cells: readonly string[], field: ImportField): string => {
  const place = places.get(field);
  return place === undefined ? "" : (cells[place] ?? "");
};
