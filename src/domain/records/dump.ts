/**
 * Everything of a PLIE as lines of text, the same whatever store it comes from: a header, one line for each document in one order, and an end that
 * says how many there are and proves that none was changed, lost or moved. No line says when it was made: the same documents are the same bytes.
 */
import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import { catalogue, type DocumentKind, type StoredDocument } from "./catalogue.ts";

const FORMAT = 1;

/** Where a document lives: with the cases, or in the directory of services. */
export const DUMP_PLACES = ["cases", "services"] as const;
export type DumpPlace = (typeof DUMP_PLACES)[number];

/** What only tells running servers how to share the sending: it means nothing elsewhere, nor later. */
const OF_RUNNING_SERVERS: ReadonlySet<string> = new Set<DocumentKind>(["lane", "sendShare"]);

const isKind = (name: string): name is DocumentKind => Object.hasOwn(catalogue, name);

/** In the order of the lines. */
export const DUMPED_KINDS: readonly DocumentKind[] = Object.keys(catalogue)
  .filter(isKind)
  .filter((kind) => !OF_RUNNING_SERVERS.has(kind))
  .sort();

/** Some readers of lines also stop at these two characters. */
const oneLine = (value: unknown): string =>
  canonicalJson(value).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

export const headerLine = (plieId: string): string => oneLine({ repere: FORMAT, plieId });
export const documentLine = (place: DumpPlace, doc: StoredDocument): string => oneLine({ in: place, doc });

/** Folds each line into what proves the whole. */
export class DumpProof {
  readonly #digest: (text: string) => string;
  #proof = "";
  #documents = -1;

  constructor(digest: (text: string) => string) {
    this.#digest = digest;
  }

  /** The header first. */
  add(line: string): string {
    this.#proof = this.#digest(`${this.#proof}\n${line}`);
    this.#documents += 1;
    return line;
  }

  get documents(): number {
    return Math.max(0, this.#documents);
  }

  end(): string {
    return oneLine({ documents: this.documents, proof: this.#proof });
  }
}

const header = z.strictObject({ repere: z.number().int(), plieId: z.string() });
const body = z.strictObject({
  in: z.enum(DUMP_PLACES),
  doc: z.looseObject({ kind: z.string() }),
});

/** `newer`: a later product made it. */
export type LineFault = "notABackup" | "newer" | "unreadable";
type Read<V> = { readonly ok: true; readonly value: V } | { readonly ok: false; readonly fault: LineFault };

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The PLIE whose backup it is. */
export const readHeader = (line: string): Read<string> => {
  const read = header.safeParse(jsonIn(line));
  if (!read.success) return { ok: false, fault: "notABackup" };
  return read.data.repere === FORMAT ? { ok: true, value: read.data.plieId } : { ok: false, fault: "newer" };
};

export interface DumpedDocument {
  readonly place: DumpPlace;
  /** As this product reads it: brought up from an older shape where needed. */
  readonly doc: StoredDocument;
}

/** Never quotes what it cannot read. */
export const readDocument = (line: string): Read<DumpedDocument> => {
  const read = body.safeParse(jsonIn(line));
  if (!read.success) return { ok: false, fault: "unreadable" };
  const { kind } = read.data.doc;
  if (!isKind(kind)) return { ok: false, fault: "newer" };
  try {
    const doc = catalogue[kind].read(JSON.stringify(read.data.doc));
    return { ok: true, value: { place: read.data.in, doc } };
  } catch {
    return { ok: false, fault: "unreadable" };
  }
};
