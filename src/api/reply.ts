import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Request, Response, Server } from "restify";
import type { Problem, ProblemCode } from "../contracts/problem.ts";
import type { HtmlDocument } from "../documents/html.ts";

/** Status and words of every refusal: a new code does not compile until both are written. */
const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  unauthorized: { status: 401, title: "Connexion à refaire." },
  keysUnavailable: { status: 503, title: "La connexion ne peut pas être vérifiée pour le moment." },
  notAMember: { status: 403, title: "Vous n'êtes pas dans l'équipe de ce PLIE." },
  roleMayNot: { status: 403, title: "Votre rôle ne donne pas accès à ceci." },
  notFound: { status: 404, title: "Rien ici, ou rien que vous puissiez voir." },
  invalid: { status: 400, title: "Demande incomplète." },
  mediaType: { status: 415, title: "Envoyez du JSON, ou du CSV (text/csv) hors du mode local, sans compression." },
  fileRefused: { status: 422, title: "Le fichier n'a rien changé." },
  conflict: { status: 409, title: "Cela ne peut pas se faire en l'état." },
  recommendFirst: { status: 409, title: "La préconisation s'écrit avant de lire la piste." },
  busy: { status: 503, title: "Plusieurs personnes travaillent sur ce dossier. Réessayez dans un instant." },
  internal: { status: 500, title: "Une erreur de notre côté." },
};

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** Why, when it is a refusal. */
  readonly refusal?: ProblemCode;
}

/** A file that leaves while it is read: its length is not known before its end. */
export interface StreamedReply {
  readonly status: 200;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly refusal?: undefined;
}
export type Answered = Reply | StreamedReply;

/** What every answer carries, wherever it is mounted: nothing is kept, guessed or told to another site. */
const COMMON = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;

/** Source expression of a Content-Security-Policy that allows one inline style and no other. */
export const styleHash = (style: string): string => `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

export const nothingAllowed =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

export const jsonReply = (status: number, body: unknown, type = "application/json"): Reply => ({
  status,
  headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": nothingAllowed },
  body: JSON.stringify(body),
});

/** What the browser holds is what it would be given. */
export function unchangedReply(etag: string): Reply {
  const reply = jsonReply(304, null);
  return { ...reply, headers: { ...reply.headers, ETag: etag }, body: "" };
}

/** What a page asks for again and again: its mark goes with it, and the same mark gets no body. */
export function liveReply(request: Pick<Request, "headers">, body: unknown): Reply {
  const reply = jsonReply(200, body);
  const etag = `"${createHash("sha256").update(reply.body).digest("base64url")}"`;
  if (request.headers["if-none-match"] === etag) return unchangedReply(etag);
  return { ...reply, headers: { ...reply.headers, ETag: etag } };
}

/** A page to print: its own styles, and nothing else. */
export function documentReply({ html, styles }: HtmlDocument): Reply {
  const policy = nothingAllowed.replace(
    "default-src 'none'",
    `default-src 'none'; style-src ${styles.map(styleHash).join(" ")}`,
  );
  return {
    status: 200,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy },
    body: html,
  };
}

const fileHeaders = (name: string, type: string): Reply["headers"] => ({
  "Content-Type": type,
  "Content-Disposition": `attachment; filename="${name}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  "Content-Security-Policy": nothingAllowed,
});

/** A file to keep, under its name: `compte-rendu-entree-2026-12-08.docx`. */
export const fileReply = (body: Uint8Array, name: string, type: string): Reply => ({
  ...{ status: 200, headers: fileHeaders(name, type), body },
});

/** The same, written while it is read, as fast as the client takes it. */
export const streamReply = (bytes: AsyncIterable<Uint8Array>, name: string, type: string): StreamedReply => ({
  ...{ status: 200, headers: fileHeaders(name, type), bytes },
});

export function problemReply(code: ProblemCode, reference?: string): Reply {
  const { status, title } = PROBLEMS[code];
  const body: Problem = { type: "about:blank", title, status, code, ...(reference === undefined ? {} : { reference }) };
  const reply = { ...jsonReply(status, body, "application/problem+json"), refusal: code };
  return status === 401 ? { ...reply, headers: { ...reply.headers, "WWW-Authenticate": "Bearer" } } : reply;
}

/** What routes need of the rest of the process: the log, and the numbers that are given to a person when something fails. */
export interface Reporting {
  readonly log: {
    warn(
      event: "http.refused",
      fields: { readonly route: string; readonly status: number; readonly code: string },
    ): void;
    error(
      event: "http.failed",
      fields: { readonly route: string; readonly reference: string; readonly cause: unknown },
    ): void;
  };
  readonly ids: { reference(): string };
}

function send(response: Response, { status, headers, body }: Reply): void {
  response.removeHeader("Server");
  response.writeHead(status, { ...COMMON, ...headers, "Content-Length": String(Buffer.byteLength(body)) });
  response.end(body);
}

/**
 * Writes no faster than the client reads. A client that leaves closes the source; a source that fails breaks the connection: a file that is cut short
 * never looks whole.
 */
async function sendStream(response: Response, { status, headers, bytes }: StreamedReply): Promise<void> {
  response.removeHeader("Server");
  response.writeHead(status, { ...COMMON, ...headers });
  await pipeline(Readable.from(bytes), response);
}

/** Whoever was read for left before the end: nothing is wrong here. */
const clientLeft = (cause: unknown): boolean =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_STREAM_PREMATURE_CLOSE";

type Answer = (request: Request) => Promise<Answered>;

const answering =
  (route: string, { log, ids }: Reporting, answer: Answer) =>
  async (request: Request, response: Response): Promise<void> => {
    try {
      const reply = await answer(request);
      if (reply.refusal !== undefined) log.warn("http.refused", { route, status: reply.status, code: reply.refusal });
      // What was not read is not waited for.
      if (request.method === "POST" && !request.readableEnded) response.setHeader("Connection", "close");
      if ("bytes" in reply) await sendStream(response, reply);
      else send(response, reply);
    } catch (cause) {
      if (clientLeft(cause)) return;
      const reference = ids.reference();
      log.error("http.failed", { route, reference, cause });
      if (response.headersSent) response.destroy();
      else send(response, problemReply("internal", reference));
    }
  };

/** Mounts a GET. Refusals are logged without a word about anyone; an accident becomes a 500 that says nothing but a reference. */
export function mountGet(server: Server, route: string, reporting: Reporting, answer: Answer): void {
  server.get(route, answering(route, reporting, answer));
}

/** Mounts a POST, in the same way. The body is left for `answer` to read. */
export function mountPost(server: Server, route: string, reporting: Reporting, answer: Answer): void {
  server.post(route, answering(route, reporting, answer));
}
