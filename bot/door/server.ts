import restify, { type Next, type Request, type Response, type Server } from "restify";
import type { Settings } from "../../src/config/settings.ts";
import type { Log } from "../../src/ports/log.ts";
import { createActivityGuard } from "./activity-guard.ts";
import { readJsonBody } from "./body.ts";
import type { Endpoints } from "./endpoints.ts";
import { securityHeaders } from "./headers.ts";
import { localFault } from "./local-guard.ts";
import { codeForStatus, problem, type ProblemCode } from "./problem.ts";
import { readiness } from "./readiness.ts";
import { newReference } from "./reference.ts";
import { catchThrows } from "./safe-handlers.ts";
import { createTokenGuard, type TokenGuard, type TokenVerdict } from "./token-guard.ts";
import type { TurnDoor } from "./turn-door.ts";

export interface ServerOptions {
  readonly settings: Settings;
  readonly endpoints: Endpoints;
  readonly turnDoor: TurnDoor;
  readonly log: Log;
  /** Tenants that may talk to the bot besides its own: the PLIE's. */
  readonly tenants?: readonly string[];
  /** The names of what is not ready. */
  readonly ready: () => Promise<readonly string[]>;
  /** Adds the routes of the tab and of its API. */
  readonly mount?: (server: Server) => void;
  /** Milliseconds since 1970, for the tokens. */
  readonly now?: () => number;
}

export interface DoorServer {
  /** Listens on the settings' host and port (0: a free one) and answers the port. */
  listen(): Promise<number>;
  /** From now on `/readyz` says no, so that the platform sends nothing more; what comes still gets its answer. */
  announceStop(): void;
  /** Accepts nothing more, lets what is in flight finish, then cuts. True when nothing had to be cut. */
  stop(deadlineMs?: number): Promise<boolean>;
}

/** The one HTTP server: the bot's endpoint, the probes, and what `mount` adds. */
export function createServer(options: ServerOptions): DoorServer {
  const { settings, log } = options;
  const guard = settings.auth.mode === "entra" ? tokenGuard(options, settings.auth.bot.id) : undefined;
  const stopping = { announced: false };
  const server = restify.createServer({
    name: "",
    formatters: { "application/json": (request, response, body: unknown) => format(log, request, response, body) },
  });
  catchThrows(server);
  // restify's own log quotes requests and errors as they came.
  Reflect.set(server.log, "level", "silent");
  setTimeouts(server);
  server.pre(entrance(settings, log, stopping));
  server.get("/livez", (_request, response, next) => {
    sendJson(response, 200, { status: "alive" });
    next();
  });
  server.get("/readyz", async (_request, response) => {
    const missing = await readiness({ ready: options.ready, guard, stopping: stopping.announced, log });
    sendJson(response, missing.length === 0 ? 200 : 503, {
      status: missing.length === 0 ? "ready" : "notReady",
      missing,
    });
  });
  server.post("/api/messages", messages(options, guard));
  options.mount?.(server);
  return lifecycle(server, options, stopping);
}

const tokenGuard = ({ endpoints, log, now }: ServerOptions, botId: string): TokenGuard =>
  createTokenGuard({ botId, endpoints, log, ...(now === undefined ? {} : { now }) });

function setTimeouts({ server }: Server): void {
  server.headersTimeout = 10_000;
  server.requestTimeout = 30_000;
  // Longer than the idle time of the load balancers in front, so that they are the ones who close.
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;
}

/** Before any route: headers on every answer, and in local mode the check that replaces tokens. */
function entrance(settings: Settings, log: Log, stopping: { readonly announced: boolean }) {
  const headers = Object.entries(securityHeaders(settings));
  const local = settings.auth.mode === "local";
  return (request: Request, response: Response, next: Next): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
    if (stopping.announced) response.setHeader("Connection", "close");
    const fault = local ? localFault(request) : undefined;
    if (fault === undefined) return next();
    log.warn("http.refused", { code: `local.${fault}`, status: 403 });
    refuse(request, response, "forbiddenLocal");
    next(false);
  };
}

function messages(options: ServerOptions, guard: TokenGuard | undefined) {
  const checkActivity = createActivityGuard(options);
  return async (request: Request, response: Response): Promise<void> => {
    const verdict = await guard?.verify(request.headers.authorization);
    const closed = verdict === undefined ? undefined : closedBy(verdict, options.log);
    if (closed !== undefined) return refuse(request, response, closed);
    const body = await readJsonBody(request);
    if (!body.ok) return refuse(request, response, body.code);
    const checked = checkActivity(body.json, verdict?.kind === "accepted" ? verdict.token : undefined);
    if (checked.kind === "refused") {
      options.log.warn("auth.refused", { code: checked.reason });
      return refuse(request, response, checked.code);
    }
    const answer = await options.turnDoor.process(checked.activity);
    send(response, 200, "application/json; charset=utf-8", answer ?? "{}");
  };
}

function closedBy(verdict: TokenVerdict, log: Log): ProblemCode | undefined {
  if (verdict.kind === "accepted") return undefined;
  if (verdict.kind === "keysUnavailable") return "keysUnavailable";
  log.warn("auth.refused", { code: verdict.reason });
  return "unauthorized";
}

function refuse(request: Request, response: Response, code: ProblemCode): void {
  const refusal = problem(code);
  if (code === "unauthorized") response.setHeader("WWW-Authenticate", "Bearer");
  if (refusal.status === 503) response.setHeader("Retry-After", "5");
  // What was not read is not waited for.
  if (!request.readableEnded) response.setHeader("Connection", "close");
  send(response, refusal.status, "application/problem+json; charset=utf-8", JSON.stringify(refusal));
}

const sendJson = (response: Response, status: number, body: object): void =>
  send(response, status, "application/json; charset=utf-8", JSON.stringify(body));

function send(response: Response, status: number, type: string, body: string): void {
  response.sendRaw(status, body, { "Content-Type": type });
}

/** Every body that restify itself would write. An error's own words stay inside: the person gets a reference, the log the cause. */
function format(log: Log, request: Request, response: Response, body: unknown): string {
  if (!(body instanceof Error)) return JSON.stringify(body);
  const code = codeForStatus(response.statusCode);
  const reference = response.statusCode >= 500 ? newReference() : undefined;
  if (reference !== undefined)
    log.error("http.failed", { reference, method: request.method ?? "", route: routeOf(request), cause: body });
  response.setHeader("Content-Type", "application/problem+json; charset=utf-8");
  return JSON.stringify(problem(code, reference));
}

/** The route as it was declared: an address may hold a code, a route never does. */
const routeOf = (request: Request): string => {
  const route: unknown = request.getRoute();
  return typeof route === "object" && route !== null && "path" in route && typeof route.path === "string"
    ? route.path
    : "";
};

function lifecycle(
  server: Server,
  { settings, turnDoor, log }: ServerOptions,
  stopping: { announced: boolean },
): DoorServer {
  const announceStop = () => void (stopping.announced = true);
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(settings.port, settings.host, () => resolve(server.address().port));
      }),
    announceStop,
    async stop(deadlineMs = 10_000) {
      announceStop();
      log.info("app.stopping");
      const closed = new Promise<void>((resolve) => server.server.close(() => resolve()));
      // A connection that has had its answer is kept for the next request: it must not hold the stop.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 25);
      const clean = await inTime(Promise.all([closed, turnDoor.idle()]), deadlineMs);
      clearInterval(sweep);
      if (!clean) server.server.closeAllConnections();
      log.info("app.stopped", { code: clean ? "clean" : "cut" });
      return clean;
    },
  };
}

async function inTime(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), milliseconds)));
  return Promise.race([work.then(() => true), late]).finally(() => clearTimeout(timer));
}
