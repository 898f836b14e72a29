/** Teams' side of what the bot sends, on loopback: conversations and messages, with scripted faults. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Takes the request, records it, then cuts. */
  | { readonly kind: "acceptThenReset" }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "unreadable" };

const CARD_BUDGET = 40_000;

export class FakeConnector {
  /** Every request that arrived, faults included. */
  readonly received: Received[] = [];
  readonly #faults: Fault[] = [];
  readonly #ids = new WeakMap<Received, string>();
  readonly #server: Server;
  readonly #waiting: { count: number; done: () => void }[] = [];
  #nextId = 1;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<FakeConnector> {
    const connector = new FakeConnector();
    await new Promise<void>((done) => connector.#server.listen(0, "127.0.0.1", done));
    return connector;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get serviceUrl(): string {
    return `http://${this.host}/`;
  }

  /** The id given to the last message that was accepted. */
  get lastId(): string {
    return `activity-${this.#nextId - 1}`;
  }

  /** The id given to a message that was accepted; undefined when a fault met it. */
  idOf(message: Received): string | undefined {
    return this.#ids.get(message);
  }

  /** The next requests meet these faults, in order. */
  script(...faults: Fault[]): void {
    this.#faults.push(...faults);
  }

  /** Resolves once `count` requests arrived in all. */
  arrived(count: number): Promise<void> {
    if (this.received.length >= count) return Promise.resolve();
    return new Promise((done) => this.#waiting.push({ count, done }));
  }

  /** Cards of every message received, with the size that Teams counts. */
  cards(): { readonly card: unknown; readonly bytes: number }[] {
    return this.received.flatMap(({ body }) =>
      ((body["attachments"] ?? []) as { content?: unknown }[]).map(({ content }) => ({
        card: content,
        bytes: Buffer.byteLength(JSON.stringify(content ?? null), "utf16le"),
      })),
    );
  }

  /** The cards over Teams' budget: a test asserts that there are none. */
  tooBig(): number[] {
    return this.cards()
      .map(({ bytes }) => bytes)
      .filter((bytes) => bytes > CARD_BUDGET);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString("utf8");
    const path = decodeURIComponent(request.url ?? "");
    const body = (text === "" ? {} : JSON.parse(text)) as Record<string, unknown>;
    const { authorization } = request.headers;
    const received: Received = { method: request.method ?? "", path, authorization, body };
    this.received.push(received);
    for (const waiter of this.#waiting) if (this.received.length >= waiter.count) waiter.done();
    const fault = this.#faults.shift();
    if (fault === undefined) this.#accept(received, response);
    else this.#fail(fault, request, response);
  }

  #accept(received: Received, response: ServerResponse): void {
    const { method, path, body } = received;
    const id = `activity-${this.#nextId++}`;
    this.#ids.set(received, id);
    if (method === "POST" && path === "/v3/conversations") {
      const channel = (body["channelData"] as { channel?: { id: string } } | undefined)?.channel?.id;
      const conversation = channel === undefined ? `a:personal-${this.#nextId}` : `${channel};messageid=${id}`;
      return json(response, 201, { id: conversation, activityId: id });
    }
    json(response, method === "PUT" ? 200 : 201, { id: method === "PUT" ? path.split("/").at(-1) : id });
  }

  #fail(fault: Fault, request: IncomingMessage, response: ServerResponse): void {
    if (fault.kind === "hang") return;
    if (fault.kind === "acceptThenReset") return void request.socket.resetAndDestroy();
    if (fault.kind === "redirect") response.setHeader("location", fault.to);
    if (fault.kind === "redirect") return json(response, 307, {});
    if (fault.kind === "unreadable") return write(response, 201, "{");
    if (fault.retryAfter !== undefined) response.setHeader("retry-after", fault.retryAfter);
    json(response, fault.status, { error: { code: fault.code ?? "Fault", message: "scripted" } });
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

const json = (response: ServerResponse, status: number, body: object): void =>
  write(response, status, JSON.stringify(body));

function write(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(text);
}
