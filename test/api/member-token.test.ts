import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import { exportSPKI, generateKeyPair } from "jose";
import { memberTokenVerifier, TEAMS_CLIENTS, type MemberTokenOptions } from "../../src/api/member-token.ts";
import { APP_ID, startEntraIssuer, TENANT, type EntraIssuer } from "../support/entra-issuer.ts";

const OID = "99999999-8888-4777-8666-555555555555";
const REFUSED = { ok: false, code: "unauthorized" };

describe("The Teams SSO token of a member", () => {
  let issuer: EntraIssuer;
  let clock: number;
  const verifier = (options: Partial<MemberTokenOptions> = {}) =>
    memberTokenVerifier({
      tenantIds: [TENANT],
      audiences: [APP_ID, `api://repere.example/BotId-${APP_ID}`],
      authority: issuer.authority,
      now: () => clock,
      ...options,
    });
  const seconds = () => Math.floor(Date.now() / 1000);

  beforeEach(async () => {
    issuer = await startEntraIssuer();
    clock = Date.now();
  });
  afterEach(() => issuer.stop());

  it("names the member by tenant and object id", async () => {
    const answer = await verifier()(`Bearer ${await issuer.token(OID.toUpperCase())}`);
    assert.deepEqual(answer, { ok: true, tenantId: TENANT, objectId: OID });
  });

  it("accepts the api:// form of our own address, and several scopes", async () => {
    const claims = { aud: `api://repere.example/BotId-${APP_ID}`, scp: "openid access_as_user" };
    assert.equal((await verifier()(`Bearer ${await issuer.token(OID, { claims })}`)).ok, true);
  });

  it("accepts the desktop, web and mobile clients of Teams, Microsoft 365 and Outlook", async () => {
    for (const azp of TEAMS_CLIENTS)
      assert.equal((await verifier()(`Bearer ${await issuer.token(OID, { claims: { azp } })}`)).ok, true, azp);
  });

  it("knows a person by tenant and object id, whatever else the token says of them", async () => {
    const claims = {
      preferred_username: "dorian@plie.example",
      upn: "dorian@plie.example",
      name: "Dorian",
      sub: "dorian",
    };
    const answer = await verifier()(`Bearer ${await issuer.token(OID, { claims })}`);
    assert.deepEqual(answer, { ok: true, tenantId: TENANT, objectId: OID });
  });

  const faults: Record<string, Record<string, unknown>> = {
    "of another tenant": { tid: "22222222-2222-4333-8444-555555555555" },
    "whose issuer is not the tenant's": { iss: "https://login.microsoftonline.com/common/v2.0" },
    "meant for another application": { aud: "00000003-0000-0000-c000-000000000000" },
    "meant for us and for another at once": { aud: [APP_ID, "00000003-0000-0000-c000-000000000000"] },
    "without our scope": { scp: "User.Read" },
    "whose scope only looks like ours": { scp: "access_as_user.all" },
    "of an application, without a person": { scp: undefined, roles: ["access_as_user"], idtyp: "app" },
    "without any scope": { scp: undefined },
    "asked by an application that is not Teams": { azp: "12345678-1234-4234-8234-123456789012" },
    "asked by nobody": { azp: undefined },
    "whose issuer is of another tenant": {
      iss: "https://login.microsoftonline.com/22222222-2222-4333-8444-555555555555/v2.0",
    },
    "of version 1": { ver: "1.0" },
    "without a version": { ver: undefined },
    "without an end": { exp: undefined },
    "without a beginning": { nbf: undefined },
    "without an issue date": { iat: undefined },
    "without an object id": { oid: undefined },
    "without a tenant": { tid: undefined },
    "whose object id is not one": { oid: "camille" },
  };
  for (const [fault, claims] of Object.entries(faults))
    it(`refuses a token ${fault}`, async () => {
      assert.deepEqual(await verifier()(`Bearer ${await issuer.token(OID, { claims })}`), REFUSED);
    });

  it("refuses a token over for more than a minute, and one that begins in more than a minute", async () => {
    for (const claims of [{ exp: seconds() - 90 }, { nbf: seconds() + 90 }])
      assert.deepEqual(await verifier()(`Bearer ${await issuer.token(OID, { claims })}`), REFUSED);
  });

  it("tolerates a clock that is one minute off", async () => {
    for (const claims of [{ exp: seconds() - 30 }, { nbf: seconds() + 30 }])
      assert.equal((await verifier()(`Bearer ${await issuer.token(OID, { claims })}`)).ok, true);
  });

  it("refuses a token signed with the public key as a secret, or with another key, or not signed", async () => {
    const good = await issuer.token(OID);
    const secret = new TextEncoder().encode(await exportSPKI(issuer.publicKey()));
    const other = (await generateKeyPair("RS256")).privateKey;
    const none = `${Buffer.from('{"alg":"none","kid":"first"}').toString("base64url")}.${good.split(".")[1] ?? ""}.x`;
    const forged = [
      await issuer.token(OID, { header: { alg: "HS256" }, key: secret }),
      await issuer.token(OID, { key: other }),
      await issuer.token(OID, { header: { alg: "RS512" }, key: (await generateKeyPair("RS512")).privateKey }),
      none,
    ];
    for (const token of forged) assert.deepEqual(await verifier()(`Bearer ${token}`), REFUSED);
  });

  it("refuses a token whose words were changed after it was signed", async () => {
    const [head, body = "", signature] = (await issuer.token(OID)).split(".");
    const claims = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...claims, oid: TENANT })).toString("base64url");
    assert.deepEqual(await verifier()(`Bearer ${head}.${changed}.${signature}`), REFUSED);
    assert.deepEqual(await verifier()(`Bearer ${head}.${body}.${"A".repeat(342)}`), REFUSED);
  });

  it("never takes the keys of one tenant for another's, even of two that are allowed", async () => {
    const other = "22222222-2222-4333-8444-555555555555";
    const tenantIds = [TENANT, other];
    const claims = { tid: other, iss: `${issuer.authority}/${other}/v2.0` };
    const asked: string[] = [];
    const load = (url: string): Promise<unknown> => {
      asked.push(url);
      return url.includes(other) ? Promise.resolve({ keys: [] }) : fetch(url).then((answer) => answer.json());
    };
    const verify = verifier({ tenantIds, load });
    assert.equal((await verify(`Bearer ${await issuer.token(OID)}`)).ok, true);
    const answer = await verify(`Bearer ${await issuer.token(OID, { claims })}`);
    assert.deepEqual(answer, { ok: false, code: "keysUnavailable" }, "it was checked with the keys of another tenant");
    assert.deepEqual(
      asked,
      [TENANT, other].map((id) => `${issuer.authority}/${id}/discovery/v2.0/keys`),
    );
  });

  it("asks no key of a tenant that is not allowed", async () => {
    const claims = { tid: "22222222-2222-4333-8444-555555555555" };
    assert.deepEqual(await verifier()(`Bearer ${await issuer.token(OID, { claims })}`), REFUSED);
    assert.equal(issuer.fetches(), 0);
  });

  it("refuses a token that brings its own key or key address, or asks for what we do not know", async () => {
    for (const header of [
      { crit: ["b64"], b64: true },
      { typ: "at+jwt" },
      { kid: "" },
      { jwk: { kty: "RSA" } },
      { jku: "https://x.example" },
      { x5u: "https://x.example" },
      { kid: undefined },
    ])
      assert.deepEqual(await verifier()(`Bearer ${await issuer.token(OID, { header })}`), REFUSED);
  });

  it("refuses what is not one token", async () => {
    const good = await issuer.token(OID);
    const nonsense = [
      undefined,
      "",
      "Bearer",
      "Bearer a.b.c",
      `Basic ${good}`,
      `Bearer ${good}, Bearer ${good}`,
      `Bearer ${"a".repeat(9000)}.b.c`,
    ];
    for (const header of nonsense) assert.deepEqual(await verifier()(header), REFUSED, String(header).slice(0, 30));
  });

  it("follows a key that changed, without letting unknown key ids hammer the issuer", async () => {
    const verify = verifier();
    await verify(`Bearer ${await issuer.token(OID)}`);
    await issuer.rotate("second");
    clock += 31_000;
    assert.equal((await verify(`Bearer ${await issuer.token(OID)}`)).ok, true, "the new key is accepted");
    const fetched = issuer.fetches();
    for (const kid of ["a", "b", "c", "d"])
      assert.deepEqual(await verify(`Bearer ${await issuer.token(OID, { header: { kid } })}`), REFUSED);
    assert.equal(issuer.fetches(), fetched, "no fetch within the cooldown");
  });

  it("keeps serving with the last good keys while the key host is down", async () => {
    const verify = verifier();
    await verify(`Bearer ${await issuer.token(OID)}`);
    issuer.fails(true);
    clock += 600_000;
    assert.deepEqual(await verify(`Bearer ${await issuer.token(OID, { header: { kid: "unknown" } })}`), REFUSED);
    assert.equal((await verify(`Bearer ${await issuer.token(OID)}`)).ok, true);
  });

  it("refreshes keys older than a day behind the answer, and survives a host that is down then", async () => {
    const verify = verifier();
    const claims = { exp: seconds() + 3 * 86_400 };
    await verify(`Bearer ${await issuer.token(OID)}`);
    issuer.fails(true);
    clock += 25 * 3600_000;
    assert.equal((await verify(`Bearer ${await issuer.token(OID, { claims })}`)).ok, true);
  });

  it("forgets a key that its issuer withdrew, at the next refresh", async () => {
    const verify = verifier();
    const claims = { exp: seconds() + 3 * 86_400 };
    const old = `Bearer ${await issuer.token(OID, { claims })}`;
    assert.equal((await verify(old)).ok, true);
    await issuer.rotate("second");
    clock += 25 * 3600_000;
    await verify(old);
    // The refresh goes on behind that answer.
    const next = `Bearer ${await issuer.token(OID, { claims })}`;
    for (let tried = 0; tried < 100 && !(await verify(next)).ok; tried += 1) await pause(10);
    assert.deepEqual(await verify(old), REFUSED);
  });

  it("keeps the last good keys when the key host answers nonsense, and takes none that is not for signing", async () => {
    const good = (await (await fetch(`${issuer.authority}/${TENANT}/discovery/v2.0/keys`)).json()) as {
      keys: object[];
    };
    let answer: unknown = good;
    const verify = verifier({ load: () => Promise.resolve(answer) });
    const token = `Bearer ${await issuer.token(OID)}`;
    assert.equal((await verify(token)).ok, true);
    for (const nonsense of [null, "keys", { keys: [{ kty: "EC", kid: "first" }] }, { keys: "first" }]) {
      answer = nonsense;
      clock += 31_000;
      assert.deepEqual(await verify(`Bearer ${await issuer.token(OID, { header: { kid: "new" } })}`), REFUSED);
      assert.equal((await verify(token)).ok, true, "the last good keys were lost");
    }
    const forEncryption = { keys: good.keys.map((key) => ({ ...key, use: "enc" })) };
    const other = verifier({ load: () => Promise.resolve(forEncryption) });
    assert.deepEqual(await other(token), { ok: false, code: "keysUnavailable" });
  });

  it("says that keys are unavailable when they were never obtained, then recovers", async () => {
    const verify = verifier();
    issuer.fails(true);
    assert.deepEqual(await verify(`Bearer ${await issuer.token(OID)}`), { ok: false, code: "keysUnavailable" });
    issuer.fails(false);
    clock += 1001;
    assert.equal((await verify(`Bearer ${await issuer.token(OID)}`)).ok, true);
  });

  it("asks the key host once for many requests at once", async () => {
    const verify = verifier();
    const header = `Bearer ${await issuer.token(OID)}`;
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(header)));
    assert.ok(answers.every(({ ok }) => ok));
    assert.equal(issuer.fetches(), 1);
  });
});
