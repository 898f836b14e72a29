/** A body kept in a temporary file before it is read: a slow sender holds no version open, and its end is known before anything is written. */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadRecord } from "../domain/offer/read-record.ts";

type Bytes = AsyncIterable<Uint8Array>;

interface Spool<T> {
  /** Of the body: beyond it, nothing more is read. */
  readonly bytes: number;
  /** What of the body is the file; without it, all of it is. Throws where it is not. */
  readonly file?: (body: Bytes) => Bytes;
  /** `open` gives the file from its beginning, each time. */
  readonly read: (open: () => Bytes) => AsyncIterable<T>;
  readonly broken: (code: "tooBig" | "unreadable") => T;
}

class TooBig extends Error {}

/** Stops where the limit is passed, and leaves the connection to whoever answers. */
async function* within(request: IncomingMessage, bytes: number): AsyncGenerator<Uint8Array> {
  const pieces: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > bytes) throw new TooBig();
    yield piece;
  }
}

/** What is read of a body, once it came whole. Reads nothing before the first is asked for. */
export async function* spooled<T>(
  request: IncomingMessage,
  { bytes, file = (body) => body, read, broken }: Spool<T>,
): AsyncGenerator<T> {
  if (Number(request.headers["content-length"] ?? 0) > bytes) {
    yield broken("tooBig");
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "repere-import-"));
  const path = join(folder, "body");
  try {
    await pipeline(Readable.from(file(within(request, bytes))), createWriteStream(path, { mode: 0o600 }));
    yield* read(() => createReadStream(path));
  } catch (cause) {
    yield broken(cause instanceof TooBig ? "tooBig" : "unreadable");
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Reader = (stream: AsyncIterable<Uint8Array | string>) => AsyncIterable<ReadRecord>;

/** The records of a body. */
export const spooledRecords = (request: IncomingMessage, reader: Reader, bytes: number): AsyncGenerator<ReadRecord> =>
  spooled<ReadRecord>(request, {
    bytes,
    read: (open) => reader(open()),
    broken: (code) => ({ what: "broken", code }),
  });
