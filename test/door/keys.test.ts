import assert from "node:assert/strict";
import { BOT_ID, RememberedLog } from "../support/door-bench.ts";
import { createTokenGuard, type TokenGuard } from "../../bot/door/token-guard.ts";
import { LocalIssuer, type TokenParts } from "../support/local-issuer.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const SERVICE = "https://smba.trafficmanager.net/emea/";

describe("The channel's signing keys", () => {
  let issuer: LocalIssuer;
  let guard: TokenGuard;
  let now: number;
  const knock = async (parts: TokenParts = {}) =>
    (await guard.verify(`Bearer ${await issuer.token(BOT_ID, SERVICE, parts, now / 1000)}`)).kind;

  beforeEach(async () => {
    issuer = await LocalIssuer.start();
    now = Date.UTC(2026, 10, 24);
    guard = createTokenGuard({
      botId: BOT_ID,
      endpoints: issuer.endpoints(),
      log: new RememberedLog(),
      now: () => now,
    });
  });
  afterEach(() => issuer.stop());

  it("are asked for once, however many knock at the same time", async () => {
    issuer.hold();
    const knocks = Array.from({ length: 20 }, () => knock());
    await Promise.resolve();
    issuer.release();
    issuer.release();
    assert.deepEqual(new Set(await Promise.all(knocks)), new Set(["accepted"]));
    assert.equal(issuer.asked, 1);
  });

  it("say 503 and not 401 when they were never obtained, and open once the host is back", async () => {
    issuer.switch(false);
    assert.equal(await knock(), "keysUnavailable");
    assert.equal(await guard.ready(), false);
    issuer.switch(true);
    now += 5_000;
    assert.equal(await guard.ready(), true);
    assert.equal(await knock(), "accepted");
  });

  it("keep serving while the host is down, past their refresh, and not for ever", async () => {
    assert.equal(await knock(), "accepted");
    issuer.switch(false);
    now += 30 * HOUR;
    assert.equal(await knock(), "accepted");
    now += 8 * 24 * HOUR;
    assert.equal(await knock(), "keysUnavailable");
  });

  it("are refreshed behind the scenes after a day: nobody waits for them", async () => {
    await knock();
    now += 25 * HOUR;
    issuer.hold();
    assert.equal(await knock(), "accepted", "the known key must serve while the new ones are on their way");
  });

  it("are asked for again when an unknown one is named, at most every five minutes", async () => {
    await knock();
    const next = await issuer.newKey("key-2");
    issuer.published.push(next);
    assert.equal(await knock({ key: next }), "refused", "asked for less than five minutes ago");
    now += 6 * MINUTE;
    assert.equal(await knock({ key: next }), "accepted");
    for (let attempt = 0; attempt < 10; attempt++)
      assert.equal(await knock({ header: { kid: `x${attempt}` } }), "refused");
    assert.equal(issuer.asked, 2, "invented key names must not become requests to Microsoft");
  });

  it("that we cannot use do not hide the others", async () => {
    issuer.published.unshift(
      { ...issuer.key, jwk: { kty: "EC", kid: "odd" } },
      { ...issuer.key, jwk: { kty: "RSA", kid: "bad" } },
    );
    assert.equal(await knock(), "accepted");
  });
});
