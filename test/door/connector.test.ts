import assert from "node:assert/strict";
import { createAdapter } from "../../bot/door/adapter.ts";
import { createConnector, type Connector } from "../../bot/door/connector.ts";
import { microsoftEndpoints } from "../../bot/door/endpoints.ts";
import { BOT_ID, doorSettings, RememberedLog, TENANT_ID } from "../support/door-bench.ts";
import { FakeConnector, type Fault } from "../support/fake-connector.ts";
import { LocalIssuer } from "../support/local-issuer.ts";

const status = (code: number, subcode?: string, retryAfter?: string): Fault => ({
  kind: "status",
  status: code,
  ...(subcode === undefined ? {} : { code: subcode }),
  ...(retryAfter === undefined ? {} : { retryAfter }),
});
const refused = (reason: string, code: number, subcode = "Fault") => ({
  kind: "refused",
  reason,
  status: code,
  code: subcode,
});

describe("What the bot sends to Teams", () => {
  let issuer: LocalIssuer;
  let teams: FakeConnector;
  let connector: Connector;
  let log: RememberedLog;
  const connect = (deadlineMs: number) => {
    const adapter = createAdapter({ settings: doorSettings(), endpoints: issuer.endpoints(teams.host) });
    return createConnector({ adapter, botId: BOT_ID, log, deadlineMs });
  };
  const ref = () => ({ serviceUrl: teams.serviceUrl, conversationId: "a:chat" });
  const hello = { type: "message", text: "bonjour" };

  beforeEach(async () => {
    [issuer, teams, log] = [await LocalIssuer.start(), await FakeConnector.start(), new RememberedLog()];
    connector = connect(10_000);
  });
  afterEach(() => Promise.all([issuer.stop(), teams.stop()]));

  it("is sent, replaced, opened and posted, each time in one request", async () => {
    assert.deepEqual(await connector.send(ref(), hello), { kind: "sent", activityId: "activity-1" });
    assert.deepEqual(await connector.update(ref(), "activity-1", hello), { kind: "sent", activityId: "activity-1" });
    const target = { serviceUrl: teams.serviceUrl, tenantId: TENANT_ID };
    const personal = await connector.createPersonal({ ...target, memberId: "33333333-3333-4333-8333-333333333333" });
    assert.equal(personal.kind, "created");
    const posted = await connector.postThread({ ...target, channelId: "19:cellule@thread.tacv2" }, hello);
    assert.deepEqual(posted, {
      kind: "created",
      conversationId: "19:cellule@thread.tacv2;messageid=activity-4",
      activityId: "activity-4",
    });
    assert.equal(teams.connections, 4, "a connection kept open may be dead when the next message meets it");
    assert.deepEqual(
      teams.received.map(({ method, path }) => `${method} ${path}`),
      [
        "POST /v3/conversations/a:chat/activities",
        "PUT /v3/conversations/a:chat/activities/activity-1",
        "POST /v3/conversations",
        "POST /v3/conversations",
      ],
    );
    const [, , opened] = teams.received;
    assert.deepEqual(opened!.body["members"], [{ id: "33333333-3333-4333-8333-333333333333" }]);
    assert.deepEqual(opened!.body["channelData"], { tenant: { id: TENANT_ID } });
    assert.ok(teams.received.every(({ authorization }) => authorization!.startsWith("Bearer outbound-")));
    assert.deepEqual(teams.tooBig(), []);
  });

  const faults: readonly (readonly [what: string, fault: Fault, outcome: object])[] = [
    ["429 without delay", status(429), { kind: "later" }],
    ["429 with a delay", status(429, "Throttled", "3"), { kind: "later", retryAfterMs: 3_000 }],
    ["429 with an absurd delay", status(429, "Throttled", "999999"), { kind: "later", retryAfterMs: 3_600_000 }],
    [
      "429 with an unreadable delay",
      status(429, "Throttled", "bientôt".normalize("NFD").slice(0, 4)),
      { kind: "later" },
    ],
    ["412", status(412, "PreconditionFailed"), { kind: "later" }],
    ["408", status(408), { kind: "unknown" }],
    ["500", status(500), { kind: "unknown" }],
    ["502", status(502), { kind: "unknown" }],
    ["503", status(503, "ServiceUnavailable", "1"), { kind: "unknown" }],
    ["504", status(504), { kind: "unknown" }],
    ["an answer cut short", { kind: "unreadable" }, { kind: "unknown" }],
    ["a request taken, then a cut", { kind: "acceptThenReset" }, { kind: "unknown" }],
    ["400", status(400, "BadSyntax"), refused("badRequest", 400, "BadSyntax")],
    ["401", status(401), refused("credentials", 401)],
    ["blocked", status(403, "ConversationBlockedByUser"), refused("blocked", 403, "ConversationBlockedByUser")],
    ["uninstalled in a chat", status(403, "MessageWritesBlocked"), refused("blocked", 403, "MessageWritesBlocked")],
    [
      "not installed",
      status(403, "BotNotInConversationRoster"),
      refused("notInstalled", 403, "BotNotInConversationRoster"),
    ],
    ["disabled", status(403, "BotDisabledByAdmin"), refused("disabledByAdmin", 403, "BotDisabledByAdmin")],
    ["another host", status(403, "InvalidBotApiHost"), refused("wrongHost", 403, "InvalidBotApiHost")],
    ["403 of tomorrow", status(403, "NewReason"), refused("notAllowed", 403, "NewReason")],
    [
      "no conversation",
      status(404, "ConversationNotFound"),
      refused("conversationNotFound", 404, "ConversationNotFound"),
    ],
    [
      "no message",
      status(404, "ActivityNotFoundInConversation"),
      refused("activityNotFound", 404, "ActivityNotFoundInConversation"),
    ],
    ["404 of tomorrow", status(404, "Elsewhere"), refused("notFound", 404, "Elsewhere")],
    ["too big", status(413, "MessageSizeTooBig"), refused("tooBig", 413, "MessageSizeTooBig")],
  ];
  for (const [what, fault, outcome] of faults) {
    it(`is never sent twice by itself: ${what}`, async () => {
      teams.script(fault);
      assert.deepEqual(await connector.send(ref(), hello), outcome);
      teams.script(fault);
      assert.deepEqual(await connector.update(ref(), "activity-1", hello), outcome);
      assert.equal(teams.received.length, 2, "one request for each call");
      assert.equal(log.lines.length, 2, "each failure is in the log once");
    });
  }

  it("does not follow a redirection with the bot's token, be it to the same host", async () => {
    teams.script({ kind: "redirect", to: `${teams.serviceUrl}v3/elsewhere` });
    assert.deepEqual(await connector.send(ref(), hello), { kind: "unknown" });
    assert.equal(teams.received.length, 1);
  });

  it("is unknown when Teams takes it and stays silent: the deadline holds", async () => {
    teams.script({ kind: "hang" });
    const sending = connect(1_500).send(ref(), hello);
    await teams.arrived(1);
    assert.deepEqual(await sending, { kind: "unknown" });
  });

  it("is for later when nobody listens, and when no token could be had: nothing left", async () => {
    const gone = ref();
    issuer.switchLogin(false);
    assert.deepEqual(await connector.send(ref(), hello), { kind: "later" });
    assert.equal(teams.received.length, 0);
    issuer.switchLogin(true);
    await teams.stop();
    assert.deepEqual(await connector.send(gone, hello), { kind: "later" });
    teams = await FakeConnector.start();
  });

  it("is for later when the token never comes, and does not leave once given up", async () => {
    issuer.hold();
    assert.deepEqual(await connect(50).send(ref(), hello), { kind: "later" });
    issuer.release();
    assert.deepEqual(await connector.send(ref(), { type: "message", text: "second" }), {
      kind: "sent",
      activityId: "activity-1",
    });
    assert.deepEqual(
      teams.received.map(({ body }) => body["text"]),
      ["second"],
      "a message that was given up must not leave afterwards",
    );
  });

  it("never leaves for an address that is not allowed, and no token is asked for it", async () => {
    const adapter = createAdapter({ settings: doorSettings(), endpoints: microsoftEndpoints });
    const strict = createConnector({ adapter, botId: BOT_ID, log });
    assert.deepEqual(await strict.send(ref(), hello), refused("serviceUrl", 0, "ServiceUrlRefused"));
    assert.deepEqual([teams.received.length, issuer.given], [0, 0]);
  });

  it("carries no token in local mode", async () => {
    const settings = doorSettings({ auth: { mode: "local" } });
    const local = createConnector({
      adapter: createAdapter({ settings, endpoints: microsoftEndpoints }),
      botId: "",
      log,
    });
    assert.deepEqual(await local.send(ref(), hello), { kind: "sent", activityId: "activity-1" });
    assert.equal(teams.received[0]?.authorization, undefined);
  });
});
