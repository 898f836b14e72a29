/** Teams' side of what the bot sends, on loopback: conversations and messages, with scripted faults. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { cardOfMessage, type Json } from "./card-reading.ts";
import { channelOf, FakeRooms, type Happened, type Landed, type RosterPerson } from "./fake-rooms.ts";

export interface Received {
  readonly method: string;
  /** Decoded. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly code?: string;
      readonly retryAfter?: string;
      /** The message appears in Teams all the same. */
      readonly taken?: true;
    }
  /** Takes the request and never answers. */
  | { readonly kind: "hang" }
  /** Takes the request, records it, then cuts: the message appears in Teams. */
  | { readonly kind: "acceptThenReset" }
  | { readonly kind: "redirect"; readonly to: string }
  | { readonly kind: "unreadable" };

const CARD_BUDGET = 40_000;

export class FakeConnector {
  /** Every request that arrived, faults included. */
  readonly received: Received[] = [];
  /** How many connections were opened to it. */
  connections = 0;
  readonly #faults: Fault[] = [];
  readonly #refusals: { readonly match: (request: Received) => boolean; readonly fault: Fault }[] = [];
  readonly #rooms = new FakeRooms();
  readonly #ids = new WeakMap<Received, string>();
  readonly #server: Server;
  readonly #waiting: { count: number; done: () => void }[] = [];
  #nextId = 1;
  #nextTaken = 1;
  /** Rosters are given in pages of at most so many. */
  pageSize = 500;
  /** How long Teams takes to answer what it took. */
  latencyMs: () => number = () => 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on("connection", () => (this.connections += 1));
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

  /** Every request that matches meets this fault, until the function that is returned is called. */
  refuse(match: (request: Received) => boolean, fault: Fault): () => void {
    const refusal = { match, fault };
    this.#refusals.push(refusal);
    return () => void this.#refusals.splice(this.#refusals.indexOf(refusal), 1);
  }

  /** Who is in a channel. */
  roster(channelId: string, people: readonly RosterPerson[]): void {
    this.#rooms.roster(channelId, people);
  }

  /** The posts and updates that a channel took, in order. */
  inChannel(channelId: string): Happened[] {
    return this.#rooms.happened.filter((one) => channelOf(one.conversationId) === channelId);
  }

  /** The messages of a chat or of a channel, oldest first, each with what it says now at the end of its contents. */
  messagesOf(conversationId: string): Landed[] {
    return this.#rooms.inConversation(conversationId);
  }

  /** What a message says now; undefined where there is no such message. */
  cardOf(conversationId: string, activityId: string): Json | undefined {
    const body = this.#rooms.find(conversationId, activityId)?.contents.at(-1);
    return body === undefined ? undefined : cardOfMessage(body);
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
    const fault = this.#refusals.find(({ match }) => match(received))?.fault ?? this.#faults.shift();
    if (fault === undefined) this.#accept(received, response);
    else this.#fail(fault, received, request, response);
  }

  #accept(received: Received, response: ServerResponse): void {
    const { method, path } = received;
    if (method === "GET") return this.#tell(path, response);
    const id = `activity-${this.#nextId++}`;
    this.#ids.set(received, id);
    const landed = this.#land(received, id);
    const answer = (): void => this.#answer(received, id, landed, response);
    const latency = this.latencyMs();
    if (latency === 0) answer();
    else setTimeout(answer, latency);
  }

  #answer({ method, path, body }: Received, id: string, landed: string | undefined, response: ServerResponse): void {
    if (path === "/v3/conversations")
      return json(response, 201, { id: landed ?? personalChat(body, this.#nextId), activityId: id });
    json(response, method === "PUT" ? 200 : 201, { id: method === "PUT" ? path.split("/").at(-1) : id });
  }

  /** The message appears; answers the conversation that it made, where it opened a thread. */
  #land({ method, path, body }: Received, id: string): string | undefined {
    const [, conversationId, replaced] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?/.exec(path) ?? [];
    const { id: channel } = (body["channelData"] as { channel?: { id: string } } | undefined)?.channel ?? {};
    if (path === "/v3/conversations" && channel !== undefined) {
      const thread = `${channel};messageid=${id}`;
      this.#rooms.post(thread, id, (body["activity"] ?? {}) as Json);
      return thread;
    }
    if (conversationId === undefined) return undefined;
    if (method === "PUT") this.#rooms.update(conversationId, replaced ?? "", body);
    else this.#rooms.post(conversationId, id, body);
    return undefined;
  }

  #tell(path: string, response: ServerResponse): void {
    const url = new URL(path, "http://teams.invalid");
    const [, conversationId = "", what] =
      /^\/v3\/conversations\/([^/]+)\/(pagedmembers|members)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    if (what === undefined) return json(response, 404, { error: { code: "NotFound", message: path } });
    if (what === "members") return json(response, 200, this.#rooms.everyone(conversationId));
    const asked = Number(url.searchParams.get("pageSize") ?? 200);
    const from = Number(url.searchParams.get("continuationToken") ?? 0);
    json(response, 200, this.#rooms.page(conversationId, Math.min(asked, this.pageSize), from));
  }

  #fail(fault: Fault, received: Received, request: IncomingMessage, response: ServerResponse): void {
    if (fault.kind === "hang") return;
    if (fault.kind === "acceptThenReset" || (fault.kind === "status" && fault.taken === true))
      this.#land(received, `taken-${this.#nextTaken++}`);
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

/** The chat of one person with the bot: always the same. */
const personalChat = (body: Json, next: number): string => {
  const [member] = (body["members"] ?? []) as { id?: string }[];
  return `a:${member?.id?.replace(/^29:/, "") ?? `personal-${next}`}`;
};

const json = (response: ServerResponse, status: number, body: object): void =>
  write(response, status, JSON.stringify(body));

function write(response: ServerResponse, status: number, text: string): void {
  response.statusCode = status;
  response.setHeader("content-type", "application/json; charset=utf-8");
  response.end(text);
}
