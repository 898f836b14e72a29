import type { IncomingMessage } from "node:http";
import type { ProblemCode } from "./problem.ts";

export const LARGEST_BODY = 256 * 1024;
const DEEPEST_JSON = 64;

const [QUOTE, BACKSLASH, OPEN_BRACE, OPEN_BRACKET, CLOSE_BRACE, CLOSE_BRACKET] = [0x22, 0x5c, 0x7b, 0x5b, 0x7d, 0x5d];

export type BodyRead =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly code: ProblemCode };

const refuse = (code: ProblemCode): BodyRead => ({ ok: false, code });

export const saysJson = (request: IncomingMessage): boolean =>
  /^application\/json\s*(?:;.*)?$/i.test(request.headers["content-type"] ?? "");

/** The body as JSON: at most 256 KB, UTF-8, not too deep, without a `__proto__` key. */
export async function readJsonBody(request: IncomingMessage): Promise<BodyRead> {
  if (!saysJson(request) || (request.headers["content-encoding"] ?? "identity") !== "identity")
    return refuse("mediaType");
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) return refuse("tooLarge");
  try {
    const bytes = await readBytes(request);
    return bytes === undefined ? refuse("tooLarge") : parse(bytes);
  } catch {
    // The sender went away in the middle.
    return refuse("malformed");
  }
}

async function readBytes(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const stream: AsyncIterable<Uint8Array> = request.iterator({ destroyOnReturn: false });
  for await (const bytes of stream) {
    size += bytes.length;
    if (size > LARGEST_BODY) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer): BodyRead {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (depthOf(text) > DEEPEST_JSON) return refuse("tooDeep");
    const json: unknown = JSON.parse(text);
    return hasProto(json) ? refuse("malformed") : { ok: true, json };
  } catch {
    return refuse("malformed");
  }
}

/** Counted on the text, so that nothing recursive ever meets a body built to exhaust the stack; one pass, whatever the body. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (letter === QUOTE) quoted = !quoted;
    else if (quoted) at += letter === BACKSLASH ? 1 : 0;
    else if (letter === OPEN_BRACE || letter === OPEN_BRACKET) deepest = Math.max(deepest, ++depth);
    else if (letter === CLOSE_BRACE || letter === CLOSE_BRACKET) depth--;
  }
  return deepest;
}

function hasProto(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(hasProto);
}
