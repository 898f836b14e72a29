import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import { createServer as createPort, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { PlaygroundError, startPlayground } from "../../bot/playground.ts";
import plie from "../../config/plie.json" with { type: "json" };
import team from "../../config/team.json" with { type: "json" };
import { launchBrowser } from "../support/browser.ts";
import { PlaygroundChannel } from "../support/playground-channel.ts";
import { PlaygroundPage } from "../support/playground-page.ts";

type Heard = {
  type: string;
  id: string;
  serviceUrl: string;
  text?: string;
  from: { id: string; aadObjectId: string };
  recipient: { id: string };
  conversation: { id: string; tenantId: string };
  value?: { action: { verb: string; data: Record<string, string> } };
};

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const root = join(import.meta.dirname, "../..");

async function freePort(): Promise<number> {
  const server = createPort().listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

const adaptive = "application/vnd.microsoft.card.adaptive";
const card = (body: object[], actions: object[] = []) => ({ type: "AdaptiveCard", version: "1.5", body, actions });
const form = card(
  [
    { type: "TextBlock", text: "Qui êtes-vous ?" },
    { type: "Input.Text", id: "firstName", label: "Prénom" },
    { type: "Input.Date", id: "birth", label: "Date de naissance" },
  ],
  [{ type: "Action.Execute", title: "Enregistrer", verb: "save" }],
);

/** The smallest bot there is: a form for every message, a card in its place for every press. */
async function startBot(heard: Heard[]): Promise<Server> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.statusCode = request.method === "POST" ? 200 : 405;
      response.setHeader("content-type", "application/json");
      if (request.method !== "POST") return response.end();
      const activity = JSON.parse(Buffer.concat(chunks).toString()) as Heard;
      heard.push(activity);
      void answer(activity).then((body) => response.end(body));
    });
  });
  server.listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  return server;
}

async function answer(activity: Heard): Promise<string> {
  if (activity.type === "invoke") {
    const { firstName, birth } = activity.value?.action.data ?? {};
    const value = card([{ type: "TextBlock", text: `Enregistré : ${firstName}, ${birth}`, wrap: true }]);
    return JSON.stringify({ statusCode: 200, type: adaptive, value });
  }
  if (activity.type !== "message") return "";
  const conversation = encodeURIComponent(activity.conversation.id);
  const reply = { type: "message", attachments: [{ contentType: adaptive, content: form }] };
  await fetch(`${activity.serviceUrl}/v3/conversations/${conversation}/activities/${activity.id}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(reply),
  });
  return "";
}

describe("The local client, Microsoft's Agents Playground", function () {
  this.timeout(60_000);
  const heard: Heard[] = [];
  let bot: Server;
  let browser: Browser;
  let port: number;
  let playground: Awaited<ReturnType<typeof startPlayground>>;
  const options = () => ({
    botUrl: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/api/messages`,
    port,
    configDir: root,
  });

  before(async function () {
    this.timeout(600_000); // a browser may have to be installed
    bot = await startBot(heard);
    port = await freePort();
    [browser, playground] = await Promise.all([launchBrowser(), startPlayground(options())]);
  });

  after(async () => {
    bot.close();
    await playground.stop();
    await browser.close();
  });

  it("listens on 127.0.0.1 and nowhere else", function () {
    if (process.platform !== "linux") return this.skip();
    const listening = execFileSync("cat", ["/proc/net/tcp", "/proc/net/tcp6"]).toString();
    const hexPort = port.toString(16).toUpperCase().padStart(4, "0");
    const addresses = [...listening.matchAll(new RegExp(`: ([0-9A-F]+):${hexPort} [0-9A-F:]+ 0A`, "g"))];
    assert.deepEqual(
      addresses.map((one) => one[1]),
      ["0100007F"],
      "the Playground must be out of reach of the network",
    );
  });

  it("refuses a port that is taken, and names it, rather than choosing another", async () => {
    await assert.rejects(startPlayground(options()), (error) => {
      assert.ok(error instanceof PlaygroundError);
      assert.equal(error.code, "portBusy");
      assert.match(error.message, new RegExp(`Le port ${port} est déjà utilisé`));
      return true;
    });
  });

  it("knows the people of config/team.json and the channels of config/plie.json, under ids that never change", async () => {
    const answered = await fetch(`http://127.0.0.1:${port}/_internal/v1/config`);
    const { config } = (await answered.json()) as {
      config: {
        tenantId: string;
        currentUser: { name: string; aadObjectId: string };
        users: { name: string; aadObjectId: string }[];
        personalChat: { id: string };
        teams: { aadGroupId: string; channels: { id: string }[] }[];
      };
    };
    const people = [config.currentUser, ...config.users].map(({ name, aadObjectId }) => ({ name, aadObjectId }));
    assert.deepEqual(
      people,
      team.members.map(({ name, aadObjectId }) => ({ name, aadObjectId })),
    );
    assert.equal(config.tenantId, plie.tenantId);
    for (const id of [config.tenantId, config.teams[0]!.aadGroupId, ...people.map((one) => one.aadObjectId)])
      assert.match(id, guid);
    const channels = config.teams[0]!.channels.map((one) => one.id);
    for (const [cell, { channel }] of Object.entries(plie.cells))
      assert.ok(channels.includes(channel), `the channel of "${cell}" must exist`);
    assert.equal(config.personalChat.id, "a:alix-lavande-repere");
  });

  it("carries a message, a card, what is typed in it, and the card that takes its place", async () => {
    const page = await PlaygroundPage.open(browser, playground.url, { patience: 20_000 });
    await page.say("bonjour");
    await page.newCard("Qui êtes-vous ?");
    await page.fill("Prénom", "Zoé");
    await page.fill("Date de naissance", "1990-04-03");
    assert.match(await page.press("Enregistrer"), /Enregistré : Zoé, 1990-04-03/);
    assert.deepEqual(await page.buttons(), [], "the form must be gone");
    const message = heard.find((one) => one.type === "message")!;
    assert.equal(message.text, "bonjour");
    assert.equal(message.from.aadObjectId, team.members[0]!.aadObjectId);
    assert.equal(message.conversation.tenantId, plie.tenantId);
    await page.close();
  });

  /** The page sends after the key was pressed: the test ends by its own time limit where nothing comes. */
  const heardSoon = async (text: string) => {
    for (;;) {
      const message = heard.findLast((one) => one.type === "message" && one.text === text);
      if (message !== undefined) return message;
      await setTimeout(50);
    }
  };

  it("carries a mention in a channel, what the bot posts there, its replacement, and who is there", async () => {
    const page = await PlaygroundPage.open(browser, playground.url, { patience: 20_000 });
    const channel = new PlaygroundChannel(page, "Cellule entrées");
    const channelId = plie.cells.entree.channel;
    await channel.show();
    await channel.mention("ordre du jour");
    const message = await heardSoon("<at>Repère</at> ordre du jour");
    assert.ok(message.conversation.id.startsWith(`${channelId};messageid=`), "an answer must find its thread");
    const ask = async (method: string, path: string, body?: object) => {
      const headers = { "content-type": "application/json" };
      const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
      const response = await fetch(`http://127.0.0.1:${port}/_connector/v3/conversations${path}`, init);
      return (await response.json()) as { id: string; activityId: string; members?: { aadObjectId: string }[] };
    };
    const saying = (text: string) => ({
      type: "message",
      attachments: [{ contentType: adaptive, content: card([{ type: "TextBlock", text }]) }],
    });
    const channelData = { channel: { id: channelId }, tenant: { id: plie.tenantId } };
    const posted = await ask("POST", "", { isGroup: true, activity: saying("Situation 2026-001"), channelData });
    assert.equal(posted.id, `${channelId};messageid=${posted.activityId}`);
    await channel.reads("Situation 2026-001");
    const place = `/${encodeURIComponent(posted.id)}/activities/${posted.activityId}`;
    await ask("PUT", place, saying("Situation 2026-001 · décidée"));
    await channel.reads("Situation 2026-001", "décidée");
    const { members } = await ask("GET", `/${encodeURIComponent(channelId)}/pagedmembers?pageSize=200`);
    assert.deepEqual(
      members?.map(({ aadObjectId }) => aadObjectId).sort(),
      team.members.map(({ aadObjectId }) => aadObjectId).sort(),
    );
    await page.close();
  });

  it("ends when it is stopped", async () => {
    await playground.stop();
    await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
  });
});
