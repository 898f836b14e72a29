/** The encoding of a file, found in its bytes, and its text. Read twice rather than held. */
import type { Encoding, TableFault } from "../domain/exchange/table.ts";

/** Opens the file from its beginning, each time that it is asked. */
export type OpenFile = () => AsyncIterable<Uint8Array>;

/** Stops a reading; caught by the reader, which tells its code. */
export class TableBroken extends Error {
  override readonly name = "TableBroken";
  readonly code: TableFault;
  readonly line: number | null;
  constructor(code: TableFault, line: number | null = null) {
    super(code);
    this.code = code;
    this.line = line;
  }
}

/** First bytes of what is chosen by mistake. */
const SIGNATURES: readonly (readonly [TableFault, readonly string[]])[] = [
  ["workbook", ["504b0304", "d0cf11e0"]],
  ["pdf", ["255044462d"]],
  ["notText", ["1f8b", "7b5c727466", "ffd8ff", "89504e47"]],
];
const WEB_PAGE = /^\s*<(?:!doctype|html|table|\?xml|meta|style)/i;

const mistakenIn = (start: Uint8Array): TableFault | undefined => {
  const bytes = Buffer.from(start);
  const hex = bytes.toString("hex");
  const [fault] = SIGNATURES.find(([, first]) => first.some((signature) => hex.startsWith(signature))) ?? [];
  return fault ?? (WEB_PAGE.test(bytes.toString("utf8").replace("\uFEFF", "")) ? "webPage" : undefined);
};

/** Text holds no empty byte; a few may come from a damaged cell. */
const EMPTY_BYTES_AT_MOST = 0.05;

const bomOf = (start: Uint8Array): Encoding | undefined => {
  const [one, two, three] = start;
  if (one === 0xff && two === 0xfe) return "utf-16le";
  if (one === 0xfe && two === 0xff) return "utf-16be";
  return one === 0xef && two === 0xbb && three === 0xbf ? "utf-8" : undefined;
};

const STARTS_WITHIN = 64;

async function* watched(open: OpenFile): AsyncGenerator<Uint8Array> {
  try {
    yield* open();
  } catch {
    throw new TableBroken("unreadable");
  }
}

/**
 * Œ, œ and Ÿ of ISO-8859-15 are ¼, ½ and ¾ of Windows-1252: a fraction stands before no letter, and what only Windows writes (0x80 to 0x9F) is in
 * none of its files.
 */
class Latin {
  #windows = false;
  #fraction = false;
  #before = "\n";
  read(piece: Uint8Array): void {
    const text = this.#before + Buffer.from(piece).toString("latin1");
    this.#windows ||= /[\u0080-\u009F]/.test(text);
    this.#fraction ||= /[^\d][\u00BC-\u00BE][A-Za-z]/.test(text);
    this.#before = text.slice(-2);
  }
  get encoding(): Encoding {
    return this.#fraction && !this.#windows ? "iso-8859-15" : "windows-1252";
  }
}

/** Throws TableBroken. Without a mark: UTF-8 where every byte is, Windows-1252 or ISO-8859-15 otherwise. */
export async function encodingOf(open: OpenFile, mostBytes: number): Promise<Encoding> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const latin = new Latin();
  let start = new Uint8Array();
  let [size, emptyBytes, isUtf8] = [0, 0, true];
  const check = (piece?: Uint8Array): boolean => {
    try {
      utf8.decode(piece ?? new Uint8Array(), { stream: piece !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for await (const piece of watched(open)) {
    if (start.length < STARTS_WITHIN) start = Buffer.concat([start, piece.subarray(0, STARTS_WITHIN)]);
    size += piece.length;
    if (size > mostBytes) throw new TableBroken("tooBig");
    emptyBytes += piece.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
    isUtf8 &&= check(piece);
    latin.read(piece);
  }
  const mistaken = mistakenIn(start);
  if (mistaken !== undefined) throw new TableBroken(mistaken);
  const marked = bomOf(start);
  if (marked !== "utf-16le" && marked !== "utf-16be" && emptyBytes > size * EMPTY_BYTES_AT_MOST)
    throw new TableBroken("notText");
  return marked ?? (isUtf8 && check() ? "utf-8" : latin.encoding);
}

/** Bytes 0x80 to 0x9F of Windows-1252: some versions of Node decode them as controls. */
const WINDOWS =
  "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F" +
  "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

const windowsText = (piece: Uint8Array): string =>
  Buffer.from(piece)
    .toString("latin1")
    .replace(/[\u0080-\u009F]/g, (found) => WINDOWS.charAt(found.charCodeAt(0) - 0x80));

const LATIN_9: ReadonlyMap<string, string> = new Map([
  ...([
    ["\u00A4", "€"],
    ["\u00A6", "Š"],
    ["\u00A8", "š"],
    ["\u00B4", "Ž"],
    ["\u00B8", "ž"],
  ] as const),
  ...([
    ["\u00BC", "Œ"],
    ["\u00BD", "œ"],
    ["\u00BE", "Ÿ"],
  ] as const),
]);
const latin9Text = (piece: Uint8Array): string =>
  Buffer.from(piece)
    .toString("latin1")
    .replace(/[\u00A4\u00A6\u00A8\u00B4\u00B8\u00BC-\u00BE]/g, (found) => LATIN_9.get(found) ?? found);

/** Throws TableBroken. The mark of the beginning is dropped. */
export async function* textIn(open: OpenFile, encoding: Encoding): AsyncGenerator<string> {
  if (encoding === "windows-1252" || encoding === "iso-8859-15") {
    const read = encoding === "windows-1252" ? windowsText : latin9Text;
    for await (const piece of watched(open)) yield read(piece);
    return;
  }
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
    } catch {
      throw new TableBroken("badEncoding");
    }
  };
  for await (const piece of watched(open)) yield decode(piece);
  yield decode();
}
