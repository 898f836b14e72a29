/**
 * Tables as an Excel file that is written while it is read: its memory does not grow with the number of rows. Texts are texts whatever they begin
 * with, numbers are numbers, nothing is a formula. The ESF+ block stands above each table: under a million rows nobody would see it.
 *
 * Where a table is longer than a sheet of Excel, it goes on in a second sheet under the same columns: no row is lost, and none is refused once half of
 * the file has left.
 */
import { PassThrough, Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import { esfEmblemPng } from "./esf-emblem-png.ts";
import * as parts from "./xlsx-parts.ts";
import { createSheetWriter, type StreamedSheet } from "./xlsx-sheet.ts";
import { sheetName } from "./xlsx-text.ts";

/** What a sheet of Excel can hold. */
const LONGEST_SHEET = 1_048_576;

/** The same rows make the same bytes, whatever the day: the first minute that a zip can say. */
const ENTRY = { mtime: new Date(1980, 0, 1), mode: 0o100644, forceDosTimestamp: true } as const;

const LONGEST_STEM = 24;
/** « Extraction », then « Extraction (2) ». */
const nameOf = (name: string, part: number): string =>
  part === 1 ? sheetName(name) : `${sheetName(name).slice(0, LONGEST_STEM)} (${part})`;

class Book {
  readonly #zip = new ZipFile();
  readonly #names: string[] = [];
  readonly #longest: number;
  readonly output = new PassThrough();
  #source: Readable | undefined;

  constructor(longest: number) {
    this.#longest = longest;
    this.#zip.on("error", (cause: Error) => this.output.destroy(cause));
    this.#zip.outputStream.pipe(this.output);
  }

  #add(path: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text, "utf8"), path, ENTRY);
  }

  async #sheet(source: Readable): Promise<void> {
    const rank = this.#names.length;
    this.#source = source;
    this.#zip.addReadStream(source, parts.sheetPath(rank), ENTRY);
    await finished(source);
    this.#add(parts.sheetRelationsPath(rank), parts.sheetRelations(rank));
    this.#add(parts.drawingPath(rank), parts.drawing);
    this.#add(parts.drawingRelationsPath(rank), parts.drawingRelations);
  }

  async #table(table: StreamedSheet): Promise<void> {
    const writer = createSheetWriter(table, this.#longest);
    try {
      for (let part = 1; writer.goesOn(); part += 1) {
        this.#names.push(nameOf(table.name, part));
        await this.#sheet(Readable.from(writer.bytes()));
      }
    } finally {
      await writer.close();
    }
  }

  /** Never rejects: what went wrong breaks the output. */
  async write(tables: readonly StreamedSheet[]): Promise<void> {
    try {
      for (const table of tables) await this.#table(table);
      this.#zip.addBuffer(esfEmblemPng(), parts.EMBLEM_PATH, ENTRY);
      for (const [path, text] of Object.entries(parts.bookParts(this.#names))) this.#add(path, text);
      this.#zip.end();
    } catch (cause) {
      this.output.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    }
  }

  stop(): void {
    this.#source?.destroy();
    this.output.destroy();
  }
}

/** The bytes of the file, as fast as they are taken. Left in the middle, it reads no further. `longest`: rows of a sheet at most. */
export async function* xlsxStream(
  tables: readonly StreamedSheet[],
  longest = LONGEST_SHEET,
): AsyncGenerator<Uint8Array> {
  const book = new Book(longest);
  const written = book.write(tables);
  try {
    const bytes: AsyncIterable<Uint8Array> = book.output;
    yield* bytes;
  } finally {
    book.stop();
    await written;
  }
}
