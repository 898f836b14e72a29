/** Teams' side of the bench, over HTTP: it holds to its limits to the letter and remembers what it took, when. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";
import type { Limits, Window } from "../src/outbox/limits.ts";

export interface Arrival {
  readonly entry: string;
  readonly conversation: string;
  /** In milliseconds. */
  readonly at: number;
}

/** The instants of what was taken, as far back as a window looks. */
class Taken {
  readonly #at: number[] = [];
  #first = 0;

  takes({ count, ms }: Window, now: number): boolean {
    return now - (this.#at.length - count >= this.#first ? (this.#at.at(-count) ?? -Infinity) : -Infinity) >= ms;
  }

  add(now: number, most: number): void {
    this.#at.push(now);
    if (this.#at.length > 4 * most) this.#at.splice(0, this.#at.length - most);
  }
}

const CONVERSATION = /^\/v3\/conversations\/([^/]+)\/activities$/;

export class StrictConnector {
  readonly arrivals: Arrival[] = [];
  tooMany = 0;
  readonly #limits: Limits;
  readonly #server: Server;
  readonly #tenant = new Taken();
  readonly #conversations = new Map<string, Taken>();

  private constructor(limits: Limits) {
    this.#limits = limits;
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => this.#serve(request, response));
  }

  static async start(limits: Limits): Promise<StrictConnector> {
    const connector = new StrictConnector(limits);
    await new Promise<void>((done) => connector.#server.listen(0, "127.0.0.1", done));
    return connector;
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(done));
  }

  #serve(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () =>
      this.#answer(decodeURIComponent(request.url ?? ""), Buffer.concat(chunks).toString(), response),
    );
  }

  #answer(path: string, body: string, response: ServerResponse): void {
    const conversation = CONVERSATION.exec(path)?.[1];
    const entry = /"sent":"([^"]+)"/.exec(body)?.[1];
    if (conversation === undefined || entry === undefined) throw new Error(`The bench does not know ${path}`);
    const taken = this.#take(conversation);
    if (taken) this.arrivals.push({ entry, conversation, at: performance.now() });
    else this.tooMany += 1;
    response.statusCode = taken ? 201 : 429;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(taken ? { id: `activity-${this.arrivals.length}` } : { error: { code: "TooMany" } }));
  }

  #take(conversation: string): boolean {
    const now = performance.now();
    const { tenant, conversation: windows, long } = this.#limits;
    const there = this.#conversations.get(conversation) ?? new Taken();
    this.#conversations.set(conversation, there);
    if (!this.#tenant.takes(tenant, now) || ![...windows, long].every((window) => there.takes(window, now)))
      return false;
    this.#tenant.add(now, tenant.count);
    there.add(now, long.count);
    return true;
  }
}
