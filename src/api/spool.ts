/** A body kept in a temporary file before it is read: a slow sender holds no version open, and its end is known before anything is written. */
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadRecord } from "../domain/offer/read-record.ts";

type Reader = (stream: AsyncIterable<Uint8Array | string>) => AsyncIterable<ReadRecord>;

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

/** The records of a body, once it came whole. Reads nothing before the first record is asked for. */
export async function* spooledRecords(
  request: IncomingMessage,
  reader: Reader,
  bytes: number,
): AsyncGenerator<ReadRecord> {
  if (Number(request.headers["content-length"] ?? 0) > bytes) {
    yield { what: "broken", code: "tooBig" };
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), "repere-import-"));
  const file = join(folder, "body");
  try {
    await pipeline(Readable.from(within(request, bytes)), createWriteStream(file, { mode: 0o600 }));
    yield* reader(createReadStream(file));
  } catch (cause) {
    yield { what: "broken", code: cause instanceof TooBig ? "tooBig" : "unreadable" };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
