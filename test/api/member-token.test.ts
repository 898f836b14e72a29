import assert from "node:assert/strict";
import { exportSPKI, generateKeyPair } from "jose";
import { memberTokenVerifier, type MemberTokenOptions } from "../../src/api/member-token.ts";
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

  const faults: Record<string, Record<string, unknown>> = {
    "of another tenant": { tid: "22222222-2222-4333-8444-555555555555" },
    "whose issuer is not the tenant's": { iss: "https://login.microsoftonline.com/common/v2.0" },
    "meant for another application": { aud: "00000003-0000-0000-c000-000000000000" },
    "without our scope": { scp: "User.Read" },
    "without any scope": { scp: undefined },
    "asked by an application that is not Teams": { azp: "12345678-1234-4234-8234-123456789012" },
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

  it("refuses a token that brings its own key or key address", async () => {
    for (const header of [
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
