/** What an import asks of the server: read from what was chosen and typed, before anything is sent. */
export interface ImportTyped {
  readonly file: File | null;
  readonly kind: "services" | "structures";
  readonly sources: string;
  readonly zone: string;
  /** « Fermer ces services », once the server asked. */
  readonly closing: boolean;
}

export interface Importing {
  readonly file: File;
  readonly kind: "services" | "structures";
  readonly sources: readonly string[];
  readonly zone: readonly string[];
  readonly closing: boolean;
}

const SOURCE = /^[\w-]{1,60}$/;
/** A commune, a département or an intercommunalité. */
const ZONE = /^(?:(?:\d{2}|2[AB])\d{3}|\d{2,3}|2[AB]|\d{9})$/;

const codesIn = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter((code) => code !== "");

/** By its name: what a system says of the type of a file differs from one to the next. Null: neither JSON nor CSV. */
export const typeOf = ({ name }: Pick<File, "name">): "application/json" | "text/csv" | null => {
  if (/\.json$/i.test(name)) return "application/json";
  return /\.csv$/i.test(name) ? "text/csv" : null;
};

export interface ImportProblems {
  readonly file?: "file" | "type";
  readonly sources?: "sources";
  readonly zone?: "zone";
}

export const importingFrom = ({
  file,
  kind,
  closing,
  ...typed
}: ImportTyped): { readonly importing: Importing | null; readonly problems: ImportProblems } => {
  const [sources, zone] = [codesIn(typed.sources), codesIn(typed.zone.toUpperCase())];
  const problems: ImportProblems = {
    ...(file === null ? { file: "file" } : typeOf(file) === null ? { file: "type" } : {}),
    ...(sources.length > 0 && sources.every((source) => SOURCE.test(source)) ? {} : { sources: "sources" }),
    ...(zone.every((code) => ZONE.test(code)) ? {} : { zone: "zone" }),
  };
  if (file === null || Object.keys(problems).length > 0) return { importing: null, problems };
  return { importing: { file, kind, sources, zone, closing }, problems };
};

export const importAddress = ({ kind, sources, zone, closing }: Importing): string => {
  const query = new URLSearchParams({ kind, sources: sources.join(",") });
  if (zone.length > 0) query.set("zone", zone.join(","));
  if (closing) query.set("closing", "most");
  return `/api/services/import?${query.toString()}`;
};
