/** Stands between a client and an HTTP server on loopback, and spoils the answers it is told to. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** `before`: the server never sees the request. `after`: it carries it out, and its answer is lost. */
type When = "before" | "after";
export type Fault =
  | { readonly latency: number }
  | { readonly reset: When }
  | { readonly hang: When }
  /** Half of the answer, then the connection breaks. */
  | { readonly half: true }
  | { readonly status: number; readonly when: When; readonly headers?: http.OutgoingHttpHeaders };

export interface Passed {
  readonly method: string;
  readonly url: string;
  readonly isBatch: boolean;
  readonly isQuery: boolean;
}
export interface FaultProxy {
  readonly endpoint: string;
  /** Every request that came, spoilt or not. */
  readonly came: Passed[];
  /** Spoils the next `times` requests that match; `meanwhile` runs once, before the spoilt answer is given. */
  readonly spoil: (
    fault: Fault,
    options?: { times?: number; only?: (request: Passed) => boolean; meanwhile?: () => Promise<unknown> },
  ) => void;
  readonly heal: () => void;
  readonly close: () => Promise<void>;
}

interface Plan {
  readonly fault: Fault;
  left: number;
  readonly only: (request: Passed) => boolean;
  meanwhile: (() => Promise<unknown>) | undefined;
}
interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

const describe = (request: http.IncomingMessage): Passed => ({
  method: request.method ?? "",
  url: request.url ?? "",
  isBatch: request.headers["x-ms-cosmos-is-batch-request"] !== undefined,
  isQuery: request.headers["content-type"] === "application/query+json",
});

const forward = async (port: number, request: http.IncomingMessage, body: string): Promise<Answer> => {
  const { method, url: path } = request;
  // Answers are read as text: they must not come packed.
  const headers = { ...request.headers, "accept-encoding": "identity" };
  const onward = http.request({ host: "127.0.0.1", port, method, path, headers, agent: false });
  const answered = new Promise<http.IncomingMessage>((resolve, reject) =>
    onward.on("response", resolve).on("error", reject),
  );
  onward.end(body);
  const response = await answered;
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
};

const OF_THE_CONNECTION = new Set(["transfer-encoding", "connection", "content-length"]);
const headersOf = ({ headers, body }: Answer): http.OutgoingHttpHeaders => ({
  ...Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name))),
  "content-length": Buffer.byteLength(body),
});
const give = (response: http.ServerResponse, answer: Answer): void => {
  response.writeHead(answer.status, headersOf(answer));
  response.end(answer.body);
};

const isBefore = (fault: Fault): boolean =>
  ("reset" in fault && fault.reset === "before") ||
  ("hang" in fault && fault.hang === "before") ||
  ("status" in fault && fault.when === "before");

const spoilAnswer = async (fault: Fault, response: http.ServerResponse, answer: Answer | undefined): Promise<void> => {
  if ("hang" in fault) return;
  if ("reset" in fault) return void response.socket?.resetAndDestroy();
  if ("status" in fault) {
    response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers });
    return void response.end(JSON.stringify({ code: String(fault.status), message: "spoilt" }));
  }
  if (answer === undefined) return;
  if ("latency" in fault) {
    await new Promise((resolve) => setTimeout(resolve, fault.latency));
    return give(response, answer);
  }
  response.writeHead(answer.status, headersOf(answer));
  response.write(answer.body.slice(0, answer.body.length / 2), () => response.socket?.resetAndDestroy());
};

export const startFaultProxy = async (port: number): Promise<FaultProxy> => {
  const came: Passed[] = [];
  let plans: Plan[] = [];
  const take = (request: Passed): Plan | undefined => {
    const plan = plans.find((one) => one.left > 0 && one.only(request));
    if (plan !== undefined) plan.left -= 1;
    return plan;
  };
  const handle = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const passed = describe(request);
    came.push(passed);
    const plan = take(passed);
    const body = await text(request);
    const answer = plan !== undefined && isBefore(plan.fault) ? undefined : await forward(port, request, body);
    const { meanwhile } = plan ?? {};
    if (plan !== undefined) plan.meanwhile = undefined;
    await meanwhile?.();
    if (plan !== undefined) await spoilAnswer(plan.fault, response, answer);
    else if (answer !== undefined) give(response, answer);
  };
  const server = http.createServer((request, response) => {
    handle(request, response).catch(() => response.socket?.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    came,
    spoil: (fault, { times = 1, only = () => true, meanwhile } = {}) =>
      void plans.push({ fault, left: times, only, meanwhile }),
    heal: () => void (plans = []),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};
