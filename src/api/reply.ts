import { createHash, randomUUID } from "node:crypto";
import type { Request, Response, Server } from "restify";
import type { Problem, ProblemCode } from "../contracts/problem.ts";

/** Status and words of every refusal: a new code does not compile until both are written. */
const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  unauthenticated: { status: 401, title: "Connexion à refaire." },
  keysUnavailable: { status: 503, title: "La connexion ne peut pas être vérifiée pour le moment." },
  notAMember: { status: 403, title: "Vous n'êtes pas dans l'équipe de ce PLIE." },
  roleMayNot: { status: 403, title: "Votre rôle ne donne pas accès à ceci." },
  localOnly: { status: 403, title: "Le mode local ne répond qu'à cet ordinateur." },
  notFound: { status: 404, title: "Rien ici, ou rien que vous puissiez voir." },
  accident: { status: 500, title: "Une erreur de notre côté." },
};

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What every answer carries: nothing is kept, framed, guessed or told to another site. */
const COMMON = {
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
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

export function problemReply(code: ProblemCode, reference?: string): Reply {
  const { status, title } = PROBLEMS[code];
  const body: Problem = {
    type: `urn:repere:problem:${code}`,
    title,
    status,
    code,
    ...(reference === undefined ? {} : { reference }),
  };
  const reply = jsonReply(status, body, "application/problem+json");
  return status === 401 ? { ...reply, headers: { ...reply.headers, "WWW-Authenticate": "Bearer" } } : reply;
}

/** Told of what went wrong on our side, with the reference that the person was given. */
export type OnAccident = (accident: {
  readonly reference: string;
  readonly route: string;
  readonly cause: unknown;
}) => void;

export function send(response: Response, { status, headers, body }: Reply): void {
  response.removeHeader("Server");
  response.writeHead(status, { ...COMMON, ...headers, "Content-Length": String(Buffer.byteLength(body)) });
  response.end(body);
}

/** Mounts a GET whose accidents become a 500 that says nothing but a reference. */
export function mountGet(
  server: Server,
  route: string,
  onAccident: OnAccident,
  answer: (request: Request) => Promise<Reply>,
): void {
  server.get(route, async (request: Request, response: Response) => {
    try {
      send(response, await answer(request));
    } catch (cause) {
      const reference = randomUUID();
      onAccident({ reference, route, cause });
      send(response, problemReply("accident", reference));
    }
  });
}
