/** Bytes to text, piece by piece: UTF-8 or nothing, and never more than a file may hold. */
import type { BrokenCode } from "../domain/offer/read-record.ts";

/** Stops a reading; caught by the reader, which tells its code. */
export class Broken extends Error {
  override readonly name = "Broken";
  readonly code: BrokenCode;
  constructor(code: BrokenCode) {
    super(code);
    this.code = code;
  }
}

type Bytes = AsyncIterable<Uint8Array | string>;

async function* watched(stream: Bytes): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of stream) yield typeof piece === "string" ? Buffer.from(piece) : piece;
  } catch {
    throw new Broken("unreadable");
  }
}

/** A byte-order mark is dropped. Throws Broken. */
export async function* textOf(stream: Bytes, mostBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let size = 0;
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
    } catch {
      throw new Broken("notUtf8");
    }
  };
  for await (const bytes of watched(stream)) {
    size += bytes.length;
    if (size > mostBytes) throw new Broken("tooBig");
    yield decode(bytes);
  }
  yield decode();
}
