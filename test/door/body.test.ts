import assert from "node:assert/strict";
import { DoorBench } from "../support/door-bench.ts";

interface Problem {
  readonly code: string;
  readonly status: number;
}

describe("The bot's door: bodies", () => {
  let bench: DoorBench;
  before(async () => (bench = await DoorBench.start()));
  after(() => bench.stop());

  const bodies: Record<string, readonly [body: () => BodyInit, status: number, code: string]> = {
    "an empty object": [() => "{}", 400, "activity"],
    nothing: [() => "", 400, "malformed"],
    "half a JSON": [() => '{"type":', 400, "malformed"],
    "a list": [() => "[]", 400, "activity"],
    null: [() => "null", 400, "activity"],
    "bytes that are not UTF-8": [() => new Uint8Array([0x22, 0xc3, 0x28, 0x22]), 400, "malformed"],
    "a __proto__ key": [() => `{"type":"message","__proto__":{"admin":true}}`, 400, "malformed"],
    "a __proto__ key deep inside": [() => `{"type":"message","value":[{"a":{"__proto__":1}}]}`, 400, "malformed"],
    "an object 100,000 deep": [() => '{"a":'.repeat(40_000) + "1" + "}".repeat(40_000), 400, "tooDeep"],
    "a list 100,000 deep": [() => "[".repeat(100_000) + "]".repeat(100_000), 400, "tooDeep"],
    "unclosed strings": [() => '"\\'.repeat(120_000), 400, "malformed"],
    "more than 256 KB": [() => JSON.stringify({ text: "x".repeat(300_000) }), 413, "tooLarge"],
    "a text that is not one": [() => JSON.stringify(bench.activity({ text: { a: 1 } })), 400, "activity"],
    "no conversation": [() => JSON.stringify(bench.activity({ conversation: undefined })), 400, "activity"],
  };
  for (const [what, [body, status, code]] of Object.entries(bodies)) {
    it(`answers ${status} to ${what}`, async () => {
      const answer = await bench.post(body(), { authorization: `Bearer ${await bench.token()}` });
      const said = (await answer.json()) as Problem;
      assert.deepEqual([answer.status, said.status, said.code], [status, status, code]);
      assert.match(answer.headers.get("content-type") ?? "", /^application\/problem\+json/);
    });
  }

  it("stops at 256 KB when the length is not announced", async () => {
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${await bench.token()}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    assert.match(await bench.raw(head + chunk.repeat(5), "tooLarge"), /^HTTP\/1\.1 413 /);
  });

  it("is not upset by a sender who goes away in the middle", async () => {
    const head = `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer ${await bench.token()}\r\nContent-Length: 5000\r\n\r\n{"type":`;
    await bench.leave(head);
    assert.equal((await bench.deliver(bench.activity())).status, 200);
    assert.deepEqual(bench.log.of("http.failed"), []);
  });

  it("asks for JSON", async () => {
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      const authorization = `Bearer ${await bench.token()}`;
      const answer = await bench.post(JSON.stringify(bench.activity()), { authorization, "content-type": type });
      assert.equal(answer.status, 415, type);
    }
  });

  it("lets null stand for absent, and fields of tomorrow pass", async () => {
    const answer = await bench.deliver(
      bench.activity({ locale: null, replyToId: null, tomorrow: { new: [1] }, channelData: null }),
    );
    assert.equal(answer.status, 200);
    assert.equal(bench.activities.at(-1)?.locale, undefined);
  });

  it("answers 200 to activity types that nobody knows yet", async () => {
    assert.equal((await bench.deliver(bench.activity({ type: "holographicGesture" }))).status, 200);
  });

  it("refuses to talk to an address that is not Teams', although the channel signed it", async () => {
    const serviceUrl = "http://169.254.169.254/";
    const token = await bench.token({ claims: { serviceurl: serviceUrl } });
    const answer = await bench.deliver(bench.activity({ serviceUrl }), token);
    assert.equal(answer.status, 403);
    assert.equal(((await answer.json()) as Problem).code, "serviceUrl");
  });
});
