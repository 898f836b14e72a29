/** The whole product over HTTP, as Teams would use it: people who say things, fill cards and press buttons, and a Teams that remembers. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { compose, type Product } from "../../bot/compose.ts";
import { readPlieFile, readTeamFile } from "../../src/config/files.ts";
import type { Settings } from "../../src/config/settings.ts";
import type { Limits } from "../../src/outbox/limits.ts";
import type { Clock } from "../../src/ports/clock.ts";
import type { People } from "../../src/ports/people.ts";
import type { Store } from "../../src/ports/store.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { createClock } from "../../src/system/clock.ts";
import { microsoftEndpoints, type Endpoints } from "../../bot/door/endpoints.ts";
import {
  ADAPTIVE,
  buttonsOf,
  cardIn,
  checkAnswer,
  nodesOf,
  pressOf,
  textOf,
  type Fill,
  type Json,
} from "./card-reading.ts";
import { ChannelPlace } from "./channel-place.ts";
import { doorSettings, RememberedLog } from "./door-bench.ts";
import { FakeConnector } from "./fake-connector.ts";
import { NO_LIMITS } from "./no-limits.ts";

const configFile = (name: string): string => fileURLToPath(new URL(`../../config/${name}`, import.meta.url));

/** The demo directory. */
export const DEMO_SERVICES = configFile("services.json");

export const VIGNETTES = configFile("vignettes");

/** People of config/team.json. */
export const ALIX = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a01";
export const BASILE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a02";
export const DORIAN = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a03";
export const EUGENIE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a04";
export const FANTINE = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a05";
export const STRANGER = "99999999-9999-4999-8999-999999999999";

export { buttonsOf, cardIn, nodesOf, textOf, type Fill, type Json };

export interface ChatOptions {
  readonly settings?: Partial<Settings>;
  readonly clock?: Clock;
  readonly disk?: MemoryDisk;
  readonly openStore?: (plieId: string) => Promise<Store>;
  /** What the directory of services keeps; empty where it is not said. */
  readonly directory?: MemoryDisk;
  /** The PLIE's own services; none where it is not said. `config/services.json` is DEMO_SERVICES. */
  readonly servicesFile?: string;
  readonly frameworkFile?: string;
  /** The PLIE's own file; `config/plie.json` where it is not said. */
  readonly plieFile?: string;
  /** The vignettes; none where it is not said. `config/vignettes` is VIGNETTES. */
  readonly vignettesFolder?: string;
  readonly papersFolder?: string;
  readonly people?: People;
  readonly teams?: FakeConnector;
  /** How long the fake Teams has to take a message. */
  readonly sendDeadlineMs?: number;
  /** What Teams takes; everything where it is not said. */
  readonly sendLimits?: Limits;
  /** Folder of the built tab; not served where it is not said. */
  readonly tabFolder?: string;
  /** With `AUTH=entra`: the local issuer, and the headers that sign what Teams delivers. */
  readonly endpoints?: Endpoints;
  readonly headers?: () => Promise<Record<string, string>>;
}

export class Chat {
  private constructor(
    readonly product: Product,
    readonly teams: FakeConnector,
    readonly log: RememberedLog,
    readonly port: number,
    readonly ownsTeams: boolean,
    readonly headers: () => Promise<Record<string, string>> = () => Promise.resolve({}),
  ) {}

  static async start(options: ChatOptions = {}): Promise<Chat> {
    const teams = options.teams ?? (await FakeConnector.start());
    const log = new RememberedLog();
    const plie = readPlieFile(options.plieFile ?? configFile("plie.json"));
    const team = readTeamFile(configFile("team.json"));
    assert.ok(plie.ok && team.ok);
    const members = team.value.members;
    const clock = options.clock ?? createClock("Europe/Paris");
    const disk = options.disk ?? emptyDisk();
    const composed = await compose({
      settings: doorSettings({ auth: { mode: "local" }, demo: "off", ...options.settings }),
      plie: plie.value,
      people: options.people ?? {
        members: () => members,
        byObjectId: (id) => members.find((member) => member.aadObjectId === id.toLowerCase()),
      },
      frameworkFile: options.frameworkFile ?? configFile("framework.json"),
      endpoints: options.endpoints ?? microsoftEndpoints,
      ...(options.sendDeadlineMs === undefined ? {} : { sendDeadlineMs: options.sendDeadlineMs }),
      sendLimits: options.sendLimits ?? NO_LIMITS,
      // How long a button takes is asserted at the door alone: a slow machine says nothing of the conversation.
      invokeBudgetMs: 30_000,
      clock,
      log,
      tabFolder: options.tabFolder,
      openDirectory: () =>
        Promise.resolve(createMemoryStore({ now: () => clock.now(), disk: options.directory ?? emptyDisk() })),
      servicesFile: options.servicesFile,
      vignettesFolder: options.vignettesFolder,
      papersFolder: options.papersFolder ?? configFile("papers"),
      openStore: options.openStore ?? (() => Promise.resolve(createMemoryStore({ now: () => clock.now(), disk }))),
    });
    assert.ok(composed.ok, composed.ok ? "" : composed.problems.join("\n"));
    const port = await composed.product.server.listen();
    return new Chat(composed.product, teams, log, port, options.teams === undefined, options.headers);
  }

  person(objectId: string): Person {
    return new Person(this, objectId);
  }

  channel(channelId: string): ChannelPlace {
    return new ChannelPlace(this, channelId);
  }

  async deliver(activity: Json): Promise<{ status: number; body: Json }> {
    const response = await fetch(`http://127.0.0.1:${this.port}/api/messages`, {
      method: "POST",
      body: JSON.stringify(activity),
      headers: { "content-type": "application/json", ...(await this.headers()) },
    });
    const text = await response.text();
    return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Json };
  }

  /** Resolves once nothing waits to be sent: a card of a channel is brought up to date once a second at most. */
  async settled(within = 45_000): Promise<void> {
    const { store } = this.product.services;
    const last = Date.now() + within;
    for (;;) {
      await this.product.outbox.drain();
      const { items } = await store.list({ kind: "outbox", key: "open", limit: 1 });
      if (items.length === 0) return;
      assert.ok(Date.now() < last, `still to be sent: ${JSON.stringify(items[0]?.doc)}`);
      await pause(25);
    }
  }

  async stop(): Promise<void> {
    await this.product.stop();
    if (this.ownsTeams) await this.teams.stop();
  }
}

export class Person {
  /** The card in front of this person, and the message that carries it. */
  card: Json = {};
  messageId = "";
  /** Buttons pressed so far: what an interview costs. */
  presses = 0;
  readonly conversationId: string;

  constructor(
    readonly chat: Chat,
    readonly objectId: string,
  ) {
    this.conversationId = `a:${objectId}`;
  }

  activity(changes: Json = {}): Json {
    return {
      type: "message",
      id: randomUUID(),
      channelId: "msteams",
      serviceUrl: this.chat.teams.serviceUrl,
      from: { id: `29:${this.objectId}`, aadObjectId: this.objectId },
      recipient: { id: "28:repere" },
      conversation: { id: this.conversationId, conversationType: "personal" },
      ...changes,
    };
  }

  /** Says something, and takes the card that is answered. */
  async say(text: string | undefined, changes: Json = {}): Promise<Json> {
    const before = this.chat.teams.received.length;
    const { status } = await this.chat.deliver(this.activity({ text, ...changes }));
    assert.equal(status, 200);
    await this.chat.product.outbox.drain();
    const posted = this.chat.teams.received
      .slice(before)
      .filter((request) => request.method === "POST" && request.path.includes(this.conversationId))
      .at(-1);
    assert.ok(posted !== undefined, `nothing was answered to « ${String(text)} »`);
    this.take(cardIn(posted.body), this.chat.teams.idOf(posted) ?? "");
    return this.card;
  }

  take(card: Json, messageId: string): void {
    this.card = card;
    this.messageId = messageId;
  }

  /** The activity that a click on a button sends. */
  click(title: string, fill: Fill = {}, changes: Json = {}): Json {
    const value = pressOf(this.card, title, fill);
    return this.activity({ type: "invoke", name: "adaptiveCard/action", replyToId: this.messageId, value, ...changes });
  }

  /** Presses a button of the card in front of them, with what they filled; the card that answers takes its place. */
  async press(title: string, fill: Fill = {}): Promise<Json> {
    this.presses += 1;
    const answer = await this.invoke(this.click(title, fill));
    this.card = answer;
    return answer;
  }

  /** Presses a button that may answer with a few words rather than a card; the card in front stays then. */
  async pressed(title: string, fill: Fill = {}): Promise<Json> {
    this.presses += 1;
    const { status, body } = await this.chat.deliver(this.click(title, fill));
    assert.equal(status, 200);
    checkAnswer(body);
    if (body["type"] === ADAPTIVE) this.card = body["value"] as Json;
    await this.chat.product.outbox.drain();
    return body;
  }

  /** Takes the newest message that came in their own chat, once everything that was to send has left. */
  async receive(): Promise<Json> {
    await this.chat.product.outbox.drain();
    const newest = this.chat.teams.messagesOf(this.conversationId).at(-1);
    assert.ok(newest !== undefined, "nothing came in this person's own chat");
    this.take(cardIn(newest.contents.at(-1) ?? {}), newest.activityId);
    return this.card;
  }

  /** Sends an invoke and checks that its answer is one that Teams accepts. */
  async invoke(activity: Json): Promise<Json> {
    const { status, body } = await this.chat.deliver(activity);
    assert.equal(status, 200);
    assert.equal(body["statusCode"], 200);
    assert.equal(body["type"], "application/vnd.microsoft.card.adaptive", JSON.stringify(body));
    return body["value"] as Json;
  }

  get text(): string {
    return textOf(this.card);
  }
}
