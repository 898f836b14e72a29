/** Records of a JSON file, one at a time: a bare list, or the page of the data·inclusion API (`{ "items": […], "total": … }`). */
import { jsonParser, type Token } from "stream-json/core/parser.js";
import { FILE_LIMITS, type FileLimits, type ReadRecord } from "../domain/offer/read-record.ts";
import { RecordBuilder, type Built } from "./record-builder.ts";
import { Broken, textOf } from "./text.ts";

/** Enough for the parser to have read everything that stands before it. */
const AFTERWARDS = "\n".repeat(32);
const ITEMS = "items";
const TOTAL = "total";

const idOf = (value: unknown): string | null =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" ? value.id : null;

/** Search results of the API hold the service inside. */
const unwrapped = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "service" in value && !("id" in value) ? value.service : value;

/** Where in the file the parser is: before it, in the page around the records, among them, after them. */
class Records {
  readonly #builder: RecordBuilder;
  #at: "start" | "page" | "records" | "end" = "start";
  #inPage = false;
  #key = "";
  #total: number | undefined;
  #building = false;
  #found = false;
  rank = 0;

  constructor(limits: FileLimits) {
    this.#builder = new RecordBuilder(limits);
  }

  /** The next record that this token completes. Throws Broken. */
  take(token: Token): ReadRecord | undefined {
    if (this.#building) return this.#build(token);
    if (this.#at === "start") return this.#start(token);
    return this.#at === "records" ? this.#among(token) : this.#around(token);
  }

  end(): void {
    if (this.#at !== "end") throw new Broken(this.#at === "start" ? "notJson" : "truncated");
    if (!this.#found) throw new Broken("notRecords");
    if (this.#total !== undefined && this.#total !== this.rank) throw new Broken("partialPage");
  }

  #start(token: Token): undefined {
    if (token.name === "startArray") [this.#at, this.#found] = ["records", true];
    else if (token.name === "startObject") [this.#at, this.#inPage] = ["page", true];
    else throw new Broken("notRecords");
    return undefined;
  }

  #around(token: Token): undefined {
    if (token.name === "startKey") this.#key = "";
    else if (token.name === "stringChunk") this.#key += token.value.slice(0, ITEMS.length + 1);
    else if (token.name === "endObject") this.#at = "end";
    else if (token.name === "startArray" && this.#key === ITEMS && !this.#found)
      [this.#at, this.#found] = ["records", true];
    else if (token.name !== "endKey") this.#build(token);
    return undefined;
  }

  #among(token: Token): ReadRecord | undefined {
    if (token.name !== "endArray") return this.#build(token);
    this.#at = this.#inPage ? "page" : "end";
    return undefined;
  }

  #build(token: Token): ReadRecord | undefined {
    this.#building = true;
    const built = this.#builder.take(token);
    if (built === undefined) return undefined;
    this.#building = false;
    return this.#at === "records" ? this.#record(built) : this.#aside(built);
  }

  #record({ value, fits }: Built): ReadRecord {
    this.rank += 1;
    const record = unwrapped(value);
    return fits
      ? { what: "record", rank: this.rank, value: record }
      : { what: "unfit", rank: this.rank, id: idOf(record), code: "recordTooBig" };
  }

  #aside({ value }: Built): undefined {
    if (this.#key === TOTAL && typeof value === "number") this.#total = value;
    return undefined;
  }
}

const brokenBy = (error: unknown): ReadRecord => ({
  what: "broken",
  code: error instanceof Broken ? error.code : "notJson",
});

/** Never throws: a file that cannot be read to its end gives `broken` last. Holds one record at a time. */
export async function* readJsonRecords(
  stream: AsyncIterable<Uint8Array | string>,
  limits: FileLimits = FILE_LIMITS,
): AsyncGenerator<ReadRecord> {
  const parse = jsonParser({ packValues: false, streamValues: true });
  const records = new Records(limits);
  const tokensIn = (text: string): readonly Token[] => {
    const tokens = parse(text);
    return typeof tokens === "symbol" ? [] : tokens.values;
  };
  try {
    for await (const text of textOf(stream, limits.bytes))
      for (const token of tokensIn(text)) {
        const record = records.take(token);
        if (record !== undefined) yield record;
      }
    records.end();
    tokensIn(AFTERWARDS);
  } catch (error) {
    yield brokenBy(error);
  }
}
