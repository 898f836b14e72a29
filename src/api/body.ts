/** The JSON that a page of the tab sends. */
import type { IncomingMessage } from "node:http";

const AT_MOST_BYTES = 16 * 1024;

const isJson = (request: IncomingMessage): boolean =>
  /^\s*application\/json\s*(?:;|$)/i.test(request.headers["content-type"] ?? "");

/** What was sent; undefined: too long, cut, or no JSON. */
export async function readBody(request: IncomingMessage, most = AT_MOST_BYTES): Promise<unknown> {
  if (!isJson(request)) return undefined;
  const pieces: Uint8Array[] = [];
  let size = 0;
  // The connection is left to whoever answers.
  const coming: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const piece of coming) {
    size += piece.length;
    if (size > most) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces)));
  } catch {
    return undefined;
  }
}
