/** Signing in over HTTP, on the real server: whatever is wrong with a token, one answer that says nothing of it, before anything is read. */
import assert from "node:assert/strict";
import { createConnection } from "node:net";
import { exportSPKI, generateKeyPair } from "jose";
import { me } from "../../src/contracts/me.ts";
import { problem } from "../../src/contracts/problem.ts";
import { BASILE, DORIAN } from "../support/chat.ts";
import { APP_ID, TENANT } from "../support/entra-issuer.ts";
import { bearer, SignedScene } from "../support/signed-scene.ts";

const OTHER_TENANT = "22222222-2222-4333-8444-555555555555";
const seconds = (): number => Math.floor(Date.now() / 1000);

describe("Signing in to the tab", function () {
  this.timeout(60_000);
  let signed: SignedScene;
  const meAs = (headers: Record<string, string>): Promise<Response> => signed.scene.ask("/api/me", { headers });
  const token = (claims: Record<string, unknown> = {}, header: Record<string, unknown> = {}): Promise<string> =>
    signed.issuer.token(BASILE, { claims, header });
  before(async () => {
    signed = await SignedScene.open();
  });
  after(() => signed.close());

  it("gives the member that the token names, never the one that a claim or a header says", async () => {
    const claims = { preferred_username: "dorian.bouleau@plie.example", name: "Dorian Bouleau", sub: DORIAN };
    const response = await meAs({ ...bearer(await token(claims)), "x-local-member": DORIAN });
    assert.equal(response.status, 200);
    assert.equal(me.parse(await response.json()).name, "Basile Tilleul");
  });

  it("takes the application's id and both addresses that Teams may write for it, and no other", async () => {
    const host = new URL("http://localhost:3978").host;
    const ours = [APP_ID, `api://${host}/BotId-${APP_ID}`, `api://${host}/${APP_ID}`];
    for (const aud of ours) assert.equal((await meAs(bearer(await token({ aud })))).status, 200, aud);
    for (const aud of [`api://ailleurs.example/BotId-${APP_ID}`, `api://${host}`, "https://graph.microsoft.com"])
      assert.equal((await meAs(bearer(await token({ aud })))).status, 401, aud);
  });

  it("tolerates a clock one minute off, and not more", async () => {
    for (const claims of [{ exp: seconds() - 30 }, { nbf: seconds() + 30 }])
      assert.equal((await meAs(bearer(await token(claims)))).status, 200);
    for (const claims of [{ exp: seconds() - 90 }, { nbf: seconds() + 90 }])
      assert.equal((await meAs(bearer(await token(claims)))).status, 401);
  });

  const unsigned = async (): Promise<string> => {
    const [, body = ""] = (await token()).split(".");
    return `${Buffer.from('{"alg":"none","typ":"JWT","kid":"first"}').toString("base64url")}.${body}.AA`;
  };
  const forged = async (alg: string): Promise<string> =>
    signed.issuer.token(BASILE, {
      header: { alg },
      key:
        alg === "HS256"
          ? new TextEncoder().encode(await exportSPKI(signed.issuer.publicKey()))
          : (await generateKeyPair(alg)).privateKey,
    });
  const FAULTS: Readonly<Record<string, () => Promise<Record<string, string>>>> = {
    "no token": () => Promise.resolve({}),
    "another scheme": async () => ({ authorization: `Basic ${await token()}` }),
    "no signature": async () => bearer(await unsigned()),
    "the public key as a secret": async () => bearer(await forged("HS256")),
    "another algorithm": async () => bearer(await forged("PS256")),
    "another key": async () => bearer(await forged("RS256")),
    "an unknown key id": async () => bearer(await token({}, { kid: "../keys" })),
    "a key of its own": async () => bearer(await token({}, { jwk: { kty: "RSA" } })),
    "another tenant": async () => bearer(await token({ tid: OTHER_TENANT })),
    "the issuer of another tenant": async () =>
      bearer(await token({ iss: `${signed.issuer.authority}/${OTHER_TENANT}/v2.0` })),
    "Microsoft's common issuer": async () =>
      bearer(await token({ iss: "https://login.microsoftonline.com/common/v2.0" })),
    "the bot's own issuer": async () => bearer(await token({ iss: "https://api.botframework.com" })),
    "another application": async () => bearer(await token({ aud: "00000003-0000-0000-c000-000000000000" })),
    "another scope": async () => bearer(await token({ scp: "User.Read" })),
    "an application without a person": async () => bearer(await token({ scp: undefined, roles: ["access_as_user"] })),
    "a client that is not Teams": async () => bearer(await token({ azp: TENANT })),
    "a token of version 1": async () => bearer(await token({ ver: "1.0", appid: APP_ID, azp: undefined })),
    "a token without an end": async () => bearer(await token({ exp: undefined })),
    "a token that is over": async () => bearer(await token({ exp: 1 })),
    "a token that begins tomorrow": async () => bearer(await token({ nbf: seconds() + 86_400 })),
    "the bot's token": async () => bearer(await signed.doors.token(APP_ID, "http://127.0.0.1/")),
    "what is no token": () => Promise.resolve(bearer("a.b.c")),
    "a token too long to be one": () => Promise.resolve(bearer(`${"a".repeat(9000)}.b.c`)),
  };
  const bodies = new Set<string>();
  for (const [fault, headers] of Object.entries(FAULTS))
    it(`refuses ${fault} with the one answer that says nothing`, async () => {
      const response = await meAs(await headers());
      const text = await response.text();
      assert.equal(response.status, 401, text);
      assert.equal(response.headers.get("www-authenticate"), "Bearer");
      assert.equal(problem.parse(JSON.parse(text)).code, "unauthorized");
      bodies.add(text);
      assert.equal(bodies.size, 1, "two faults are told apart");
    });

  it("says nothing of a token in its log", async () => {
    await meAs(bearer(await token({ exp: 1 })));
    const lines = JSON.stringify(signed.scene.chat.log.lines);
    assert.doesNotMatch(lines, /eyJ|Bearer|first/, "a token, or a part of it, is in the log");
    assert.doesNotMatch(lines, new RegExp(BASILE), "a refused caller is in the log");
  });

  it("answers before it reads a body that nobody may send", async () => {
    const socket = createConnection(signed.scene.chat.port, "127.0.0.1");
    const head = ["POST /api/services/import?kind=services&sources=dora HTTP/1.1", "Host: localhost"];
    // Ten megabytes are promised, and none is sent.
    socket.write([...head, "Content-Type: application/json", "Content-Length: 10485760", "", ""].join("\r\n"));
    const answer = await new Promise<string>((resolve, reject) => {
      socket.once("data", (piece: Buffer) => resolve(piece.toString()));
      socket.once("error", reject);
    });
    socket.destroy();
    assert.match(answer, /^HTTP\/1\.1 401 /);
    assert.match(answer, /connection: close/i);
  });

  it("serves with the keys that it holds while the key host is down", async () => {
    assert.equal((await meAs(bearer(await token()))).status, 200);
    signed.issuer.fails(true);
    assert.equal((await meAs(bearer(await token()))).status, 200);
    signed.issuer.fails(false);
  });

  it("says that it cannot check anyone yet when the keys were never obtained, then recovers", async () => {
    signed.issuer.fails(true);
    await signed.scene.again();
    const refused = await meAs(bearer(await token()));
    assert.equal(refused.status, 503);
    assert.equal(problem.parse(await refused.json()).code, "keysUnavailable");
    signed.issuer.fails(false);
    const until = Date.now() + 45_000;
    while ((await meAs(bearer(await token()))).status !== 200) assert.ok(Date.now() < until, "it never recovers");
  });
});
