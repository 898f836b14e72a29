/** A whole set of doors on free loopback ports: issuer, fake Teams connector, server; and the requests that knock. */
import { connect } from "node:net";
import { createAdapter } from "../../bot/door/adapter.ts";
import type { InboundActivity } from "../../bot/door/activity.ts";
import { createConnector } from "../../bot/door/connector.ts";
import { createServer, type DoorServer, type ServerOptions } from "../../bot/door/server.ts";
import { createTurnDoor, type TurnDoorOptions } from "../../bot/door/turn-door.ts";
import type { Auth } from "../../src/config/bot-auth.ts";
import type { Settings } from "../../src/config/settings.ts";
import type { Log, LogEvent, LogFields } from "../../src/ports/log.ts";
import { FakeConnector } from "./fake-connector.ts";
import { LocalIssuer, type TokenParts } from "./local-issuer.ts";

export const BOT_ID = "11111111-1111-4111-8111-111111111111";
export const TENANT_ID = "22222222-2222-4222-8222-222222222222";
export const entraAuth: Auth = {
  mode: "entra",
  bot: { type: "SingleTenant", id: BOT_ID, tenantId: TENANT_ID, password: "local-secret" },
};

export const doorSettings = (changes: Partial<Settings> = {}): Settings => ({
  port: 0,
  host: "127.0.0.1",
  publicUrl: "http://localhost:3978",
  dataDir: "/nowhere",
  store: { kind: "memory" },
  auth: entraAuth,
  files: { plie: "", team: "", framework: "", services: "", papers: "" },
  demo: "off",
  playground: false,
  logLevel: "silent",
  ...changes,
});

/** A log that remembers, for what a test wants to read in it. */
export class RememberedLog implements Log {
  readonly lines: { level: string; event: LogEvent; fields: LogFields }[] = [];
  info = (event: LogEvent, fields: LogFields = {}) => void this.lines.push({ level: "info", event, fields });
  warn = (event: LogEvent, fields: LogFields = {}) => void this.lines.push({ level: "warn", event, fields });
  error = (event: LogEvent, fields: LogFields = {}) => void this.lines.push({ level: "error", event, fields });
  of(event: LogEvent): LogFields[] {
    return this.lines.filter((line) => line.event === event).map((line) => line.fields);
  }
}

export interface BenchOptions {
  readonly settings?: Partial<Settings>;
  readonly turns?: Partial<TurnDoorOptions>;
  readonly server?: Partial<ServerOptions>;
}

export class DoorBench {
  readonly log = new RememberedLog();
  /** What reached the bot. */
  readonly activities: InboundActivity[] = [];
  port = 0;

  private constructor(
    readonly issuer: LocalIssuer,
    readonly teams: FakeConnector,
  ) {}

  server!: DoorServer;

  static async start(options: BenchOptions = {}): Promise<DoorBench> {
    const bench = new DoorBench(await LocalIssuer.start(), await FakeConnector.start());
    const settings = doorSettings(options.settings);
    const endpoints = bench.issuer.endpoints(bench.teams.host);
    const adapter = createAdapter({ settings, endpoints });
    const connector = createConnector({ adapter, botId: BOT_ID, log: bench.log });
    const { onActivity, ...turns } = options.turns ?? {};
    const turnDoor = createTurnDoor({
      adapter,
      connector,
      log: bench.log,
      onActivity: (activity, turn) => {
        bench.activities.push(activity);
        return onActivity?.(activity, turn) ?? Promise.resolve(undefined);
      },
      ...turns,
    });
    const ready = () => Promise.resolve([]);
    bench.server = createServer({ settings, endpoints, turnDoor, log: bench.log, ready, ...options.server });
    bench.port = await bench.server.listen();
    return bench;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  activity(changes: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      type: "message",
      id: "1700000000001",
      channelId: "msteams",
      serviceUrl: this.teams.serviceUrl,
      from: { id: "29:someone", aadObjectId: "33333333-3333-4333-8333-333333333333" },
      recipient: { id: `28:${BOT_ID}` },
      conversation: { id: "a:chat", tenantId: TENANT_ID, conversationType: "personal" },
      channelData: { tenant: { id: TENANT_ID } },
      text: "bonjour",
      ...changes,
    };
  }

  invoke(changes: Record<string, unknown> = {}): Record<string, unknown> {
    const value = { action: { type: "Action.Execute", verb: "home.open", data: {} }, trigger: "manual" };
    return this.activity({ type: "invoke", name: "adaptiveCard/action", text: undefined, value, ...changes });
  }

  token(parts: TokenParts = {}): Promise<string> {
    return this.issuer.token(BOT_ID, this.teams.serviceUrl, parts);
  }

  post(body: BodyInit, headers: Record<string, string>): Promise<Response> {
    return fetch(`${this.url}/api/messages`, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
    });
  }

  /** An activity with a token as the channel would sign it, or with the one given. */
  async deliver(activity: Record<string, unknown>, token?: string): Promise<Response> {
    return this.post(JSON.stringify(activity), { authorization: `Bearer ${token ?? (await this.token())}` });
  }

  /** Writes bytes on a socket and answers what came back before the other side closed, or once `enough` is found in it. */
  raw(bytes: string, enough: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, "127.0.0.1", () => socket.write(bytes));
      let seen = "";
      socket.on("data", (chunk) => {
        seen += chunk.toString("utf8");
        if (seen.includes(enough)) socket.destroy();
      });
      socket.on("close", () => resolve(seen));
      socket.on("error", reject);
    });
  }

  /** Writes bytes, then cuts the connection without waiting. */
  leave(bytes: string): Promise<void> {
    return new Promise((resolve) => {
      const socket = connect(this.port, "127.0.0.1", () => socket.write(bytes, () => socket.resetAndDestroy()));
      socket.on("close", () => resolve());
      socket.on("error", () => resolve());
    });
  }

  async stop(): Promise<void> {
    await this.server.stop(100);
    await Promise.all([this.issuer.stop(), this.teams.stop()]);
  }
}
