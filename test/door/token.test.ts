import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { exportSPKI, importJWK, type JWK } from "jose";
import { BOT_ID, DoorBench, TENANT_ID } from "../support/door-bench.ts";
import type { TokenParts } from "../support/local-issuer.ts";

const OTHER_TENANT = "99999999-9999-4999-8999-999999999999";
const seconds = () => Math.floor(Date.now() / 1000);
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("The bot's door: tokens", () => {
  let bench: DoorBench;
  let constantBody: string;
  before(async () => {
    bench = await DoorBench.start();
    const refused = await bench.post("{}", {});
    constantBody = await refused.text();
  });
  after(() => bench.stop());

  async function assertRefused(answer: Response, what: string): Promise<void> {
    assert.equal(answer.status, 401, what);
    assert.equal(await answer.text(), constantBody, `${what}: the refusal must not say why`);
    assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
  }

  it("lets in what the channel signed for this bot", async () => {
    const answer = await bench.deliver(bench.activity());
    assert.equal(answer.status, 200);
    assert.equal(bench.activities.at(-1)?.text, "bonjour");
    assert.equal((JSON.parse(constantBody) as { code: string }).code, "unauthorized");
  });

  it("lets in a token that expired four minutes ago: clocks differ", async () => {
    const token = await bench.token({ claims: { exp: seconds() - 240 } });
    assert.equal((await bench.deliver(bench.activity(), token)).status, 200);
  });

  it("lets in a token marked as holding another one, as Teams was seen to send (bot-docs#2242)", async () => {
    const token = await bench.token({ header: { cty: "JWT", x5t: "key-1" } });
    assert.equal((await bench.deliver(bench.activity(), token)).status, 200);
  });

  const forged: Record<string, TokenParts> = {
    "for another bot": { claims: { aud: OTHER_TENANT } },
    "for several bots": { claims: { aud: [BOT_ID, OTHER_TENANT] } },
    "without audience": { claims: { aud: undefined } },
    "from another issuer": { claims: { iss: "https://sts.windows.net/" } },
    "for another service address": { claims: { serviceurl: "http://127.0.0.1:1/" } },
    "without service address": { claims: { serviceurl: undefined } },
    "without expiry": { claims: { exp: undefined } },
    "without beginning": { claims: { nbf: undefined } },
    "with an expiry that is a text": { claims: { exp: "demain" } },
    "signed by an unknown key": { header: { kid: "unknown" } },
    "without key id": { header: { kid: undefined as unknown as string } },
    "that brings its own key": { header: { jwk: { kty: "RSA" } } },
    "that says where its key is": { header: { jku: "http://127.0.0.1:1/keys" } },
    "that says where its certificate is": { header: { x5u: "http://127.0.0.1:1/x" } },
    "that asks for an unknown rule": { header: { crit: ["b64"], b64: true } },
  };
  for (const [what, parts] of Object.entries(forged)) {
    it(`refuses a token ${what}`, async () => {
      await assertRefused(await bench.deliver(bench.activity(), await bench.token(parts)), what);
    });
  }

  // Reckoned when the test runs: the suite may be long.
  it("refuses a token valid in ten minutes only, issued in the future, or expired for ten minutes", async () => {
    for (const claims of [{ nbf: seconds() + 600 }, { iat: seconds() + 600 }, { exp: seconds() - 600 }])
      await assertRefused(
        await bench.deliver(bench.activity(), await bench.token({ claims })),
        Object.keys(claims).join(),
      );
  });

  it("refuses a token signed by another key under a known name", async () => {
    const intruder = await bench.issuer.newKey("key-1");
    await assertRefused(await bench.deliver(bench.activity(), await bench.token({ key: intruder })), "intruder's key");
  });

  it("refuses a token without signature, and one signed with the public key as a shared secret", async () => {
    const claims = part({
      iss: "https://local-issuer.test",
      aud: BOT_ID,
      nbf: seconds() - 10,
      exp: seconds() + 600,
      serviceurl: bench.teams.serviceUrl,
    });
    const none = `${part({ alg: "none", kid: "key-1" })}.${claims}.`;
    await assertRefused(await bench.deliver(bench.activity(), none), "alg none");
    const publicKey = await importJWK(bench.issuer.key.jwk as JWK, "RS256", { extractable: true });
    const head = `${part({ alg: "HS256", typ: "JWT", kid: "key-1" })}.${claims}`;
    const secret = await exportSPKI(publicKey as CryptoKey);
    const signature = createHmac("sha256", secret).update(head).digest("base64url");
    await assertRefused(await bench.deliver(bench.activity(), `${head}.${signature}`), "HS256");
  });

  it("refuses what is not a bearer token", async () => {
    for (const authorization of [
      "",
      "Bearer",
      "Bearer a.b.c",
      "Basic YTpi",
      "Bearer é",
      `Bearer ${"x".repeat(8000)}`,
    ]) {
      const answer = await bench.post(JSON.stringify(bench.activity()), {
        authorization: Buffer.from(authorization).toString("latin1"),
      });
      await assertRefused(answer, authorization.slice(0, 20));
    }
  });

  it("refuses a key that may not speak for Teams, and a channel that is not Teams", async () => {
    const key = await bench.issuer.newKey("key-skype", ["skype"]);
    const fresh = await DoorBench.start();
    try {
      fresh.issuer.published.push(key);
      const token = await fresh.token({ key });
      await assertRefused(await fresh.deliver(fresh.activity(), token), "endorsement");
      await assertRefused(await fresh.deliver(fresh.activity({ channelId: "skype" }), token), "another channel");
      assert.equal(fresh.activities.length, 0, "a refused activity must not reach the bot");
    } finally {
      await fresh.stop();
    }
  });

  it("refuses another tenant, wherever it is said, and an activity that says none", async () => {
    const other = { id: "a:chat", tenantId: OTHER_TENANT };
    const silent = { conversation: { id: "a:chat" }, channelData: {} };
    const hidden = {
      conversation: { id: "a:chat", tenantId: TENANT_ID },
      channelData: { tenant: { id: OTHER_TENANT } },
    };
    for (const changes of [{ conversation: other }, silent, hidden])
      await assertRefused(await bench.deliver(bench.activity(changes)), JSON.stringify(changes));
  });

  it("writes the reason in the log, never the token", () => {
    const reasons = bench.log.of("auth.refused").map((fields) => fields.code);
    for (const reason of ["noToken", "header", "unknownKey", "claims", "tenant", "serviceUrlClaim", "ERR_JWT_EXPIRED"])
      assert.ok(reasons.includes(reason), `${reason} is missing from the log: ${reasons.join(" ")}`);
    assert.doesNotMatch(JSON.stringify(bench.log.lines), /eyJ/);
  });

  it("refuses a body of 5 MB without token before reading it", async () => {
    const head =
      "POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n";
    const answer = await bench.raw(head, "unauthorized");
    assert.match(answer, /^HTTP\/1\.1 401 /, "the answer must come although not one byte of the body was sent");
    await assertRefused(await bench.post("x".repeat(5_000_000), {}), "5 MB sent");
  });
});
