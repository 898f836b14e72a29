/** Whatever somebody who means harm sends to the tab's API: refused or harmless, never an accident, and nothing of it repeated nor logged. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { API_ROUTES } from "../../src/api/routes.ts";
import { ALIX, Chat, DEMO_SERVICES, DORIAN } from "../support/chat.ts";

const CANARY = "Zzcanari";
/** As they stand in an address. */
const VALUES = [
  CANARY,
  `..%2F..%2F${CANARY}`,
  `%00${CANARY}`,
  `%0d%0aX-Evil:%20${CANARY}`,
  `%3Cscript%3E${CANARY}%3C%2Fscript%3E`,
  "__proto__",
  "constructor",
  "%E0%A4%A",
  "%ff",
  "%F0%9F%98%80".repeat(80),
  "x".repeat(6000),
  encodeURIComponent(`decided/x@2026-11|${ALIX}`),
  "after.list.P-2026-0001",
  "9999-99-99",
  "-1",
  "1e400",
];
const NAMES = [
  "behind",
  "from",
  "to",
  "cursor",
  "limit",
  "referent",
  "status",
  "sort",
  "domain",
  "code",
  "channel",
  "format",
  "__proto__",
];
const DEEP = "[".repeat(7000) + "]".repeat(7000);
const BODIES = [
  CANARY,
  DEEP,
  "null",
  "1e400",
  `{"__proto__":{"roles":["coordinatrice"]},"query":"${CANARY}","filters":{},"cursor":null}`,
  `{"query":"a","filters":{"__proto__":{"referent":"everyone"}},"cursor":null}`,
  `{"query":"${CANARY}","filters":{},"cursor":null,"more":"${"y".repeat(17_000)}"}`,
  JSON.stringify({ query: `${CANARY}${"é".repeat(100)}`, filters: {}, cursor: null }),
  JSON.stringify({ query: "\u0000\uD800 1".repeat(20), filters: {}, cursor: null }),
  JSON.stringify({ query: "abcdefghijklmnopqrstuvwxyzabcde ".repeat(3), filters: {}, cursor: null }),
  JSON.stringify({ service: "../../x", what: "full", weeks: 1e9, code: null }),
  JSON.stringify({ note: `__proto__/${CANARY}`, to: "confirmed" }),
  JSON.stringify({ month: "2026-11", code: `P-2026-0001/${CANARY}`, what: { how: "erased" } }),
  JSON.stringify({ month: `9999-99${CANARY}`, code: "P-2026-0001", what: { how: "archived", ground: CANARY } }),
  JSON.stringify({
    month: "2026-11",
    code: "P-2026-0001",
    what: { how: "accompanied", way: "call", on: "9999-99-99" },
  }),
  `{"code":"P-2026-0001","rev":1e400}`,
  JSON.stringify({ code: "__proto__", rev: -1, why: CANARY }),
  JSON.stringify({ code: "P-2026-9999", rev: Number.MAX_SAFE_INTEGER, why: "error" }),
];
/** Against what takes minutes, on a slow machine too. */
const LONGEST_MS = 20_000;

describe("What is sent by somebody who means harm", function () {
  this.timeout(120_000);
  let chat: Chat;
  before(async () => {
    chat = await Chat.start({ servicesFile: DEMO_SERVICES, settings: { demo: "on" } });
  });
  after(() => chat.stop());
  const send = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${chat.port}${path}`, init);

  const isHarmless = async (what: string, sent: Promise<Response>, repeats: boolean): Promise<void> => {
    const since = Date.now();
    const response = await sent;
    const text = await response.text();
    assert.ok(response.status < 500, `${what}: ${response.status} ${text.slice(0, 200)}`);
    assert.ok(Date.now() - since < LONGEST_MS, `${what}: takes ${Date.now() - since} ms`);
    assert.equal(response.headers.get("x-evil"), null, what);
    if (!repeats || response.status >= 400)
      assert.ok(!text.includes(CANARY), `${what} is repeated: ${text.slice(0, 200)}`);
  };

  for (const { method, path } of API_ROUTES.filter((route) => route.method === "GET"))
    it(`${method} ${path}: no address makes it fall`, async () => {
      const parts = [...path.matchAll(/:\w+/g)].length > 0;
      const queries = parts ? [""] : NAMES;
      for (const value of VALUES)
        await Promise.all(
          queries.map((name) => {
            const address = path.replace(":kind/", "fiche-personne/").replaceAll(/:\w+/g, value);
            const asked = name === "" ? address : `${address}?${name}=${value}`;
            const sent = send(asked, { headers: { "x-local-member": DORIAN } });
            // Whom a list is narrowed to is said back, as data.
            return isHarmless(asked.slice(0, 120), sent, name === "referent");
          }),
        );
    });

  for (const { method, path } of API_ROUTES.filter((route) => route.method === "POST"))
    it(`${method} ${path}: no body makes it fall`, async () => {
      for (const body of BODIES) {
        const headers = {
          ...{ "x-local-member": DORIAN, "content-type": "application/json" },
          "idempotency-key": randomUUID(),
        };
        const asked = path.endsWith("/import") ? `${path}?kind=services&sources=dora` : path;
        await isHarmless(`${path} ${body.slice(0, 60)}`, send(asked, { method: "POST", headers, body }), false);
      }
      assert.equal(Reflect.get({}, "roles"), undefined, "something was planted in every object");
    });

  it("a page of another site may neither ask nor read: no leave is given to any origin", async () => {
    const from = { origin: "https://evil.example", "access-control-request-headers": "x-local-member" };
    for (const path of ["/api/me", "/api/participants/search", "/tab"])
      for (const method of ["OPTIONS", "GET", "POST"]) {
        const response = await send(path, { method, headers: { ...from, "access-control-request-method": "POST" } });
        assert.equal(response.headers.get("access-control-allow-origin"), null, `${method} ${path}`);
        assert.equal(response.status, 403, `${method} ${path}`);
      }
    // An image, a script or a frame of another site says no origin, and cannot say who asks.
    assert.equal((await send("/api/participants")).status, 401);
  });

  it("nothing of all that is in the log", () => {
    assert.ok(chat.log.of("http.refused").length > 100, "nothing was refused: nothing is proved");
    assert.deepEqual(chat.log.of("http.failed"), []);
    assert.ok(!JSON.stringify(chat.log.lines).includes(CANARY));
  });
});
