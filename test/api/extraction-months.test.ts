/** Months of the *extraction mensuelle* that are no month, are not there yet, or never were: said, and nothing is read, made or noted. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { problem } from "../../src/contracts/problem.ts";
import { freezeExtractions } from "../../src/use-cases/freeze-extractions.ts";
import { enter, movableClock, register, startChat } from "../conversation/steps.ts";
import { BASILE, FANTINE, type Chat } from "../support/chat.ts";

const NO_MONTHS = [
  ...["2026-00", "2026-13", "2026-99", "2026-1", "2026-011", "26-11", "2026-11-01", "202611", "2026", "-2026-11"],
  ...[
    "+2026-11",
    "%202026-11",
    "2026-11%20",
    "2026-11%0A",
    "2026-11%00",
    "2026-11.csv",
    "%D9%A2026-11",
    "2026%E2%80%9011",
  ],
  ...["..%2F..%2Fme", "2026-11%2F..%2F..%2Fme", "..%5C..%5Cconfig", "__proto__", "constructor", "null", "*"],
];
/** Months, of which there is nothing: to come, or before everything. The clock of the test says November 2026. */
const NOT_THERE = ["2026-12", "2027-01", "9999-12", "1999-01", "0000-01", "0001-01", "2026-09"];

describe("A month of the extraction that nobody can take", () => {
  let chat: Chat;
  before(async () => {
    chat = await startChat({ clock: movableClock() });
    const basile = chat.person(BASILE);
    await register(basile);
    await enter(basile);
    await freezeExtractions(chat.product.services);
  });
  after(() => chat.stop());

  interface Answer {
    readonly status: number;
    readonly body: string;
  }
  /** The path as it is, which a browser would tidy. */
  const ask = (path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = { host: "127.0.0.1", port: chat.port, path, headers: { "x-local-member": FANTINE } };
      request(asked, (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (body += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
      })
        .on("error", reject)
        .end();
    });
  const made = async (): Promise<readonly string[]> => {
    const { items } = await chat.product.services.store.scan({ kind: "extraction", limit: 90 });
    const rows = await chat.product.services.store.scan({ kind: "extractionRow", limit: 90 });
    return [...items.map(({ doc }) => doc.month), ...rows.items.map(({ doc }) => `${doc.month} ${doc.code}`)];
  };
  const noted = async (): Promise<readonly unknown[]> => {
    const { items } = await chat.product.services.store.scan({ kind: "audit", limit: 90 });
    return items.filter(({ doc }) => doc.act === "extraction.taken").map(({ doc }) => doc.details["month"]);
  };

  it("is taken where it is one: otherwise nothing is proved", async () => {
    const { status, body } = await ask("/api/extractions/2026-11?format=csv");
    assert.equal(status, 200, body);
    assert.match(body, /P-2026-0001/);
    assert.deepEqual(await noted(), ["2026-11"]);
  });

  it("says that there is nothing of it, in French, and reads, makes and notes nothing", async () => {
    const before = await made();
    for (const month of [...NO_MONTHS, ...NOT_THERE]) {
      const { status, body } = await ask(`/api/extractions/${month}?format=csv`);
      assert.equal(status, 404, `${month}: ${body.slice(0, 200)}`);
      const { code, title } = problem.parse(JSON.parse(body));
      assert.deepEqual([code, title.length > 0], ["notFound", true], month);
      assert.doesNotMatch(body, /P-2026|Fantine|Basile/, month);
    }
    assert.deepEqual(await noted(), ["2026-11"]);
    await freezeExtractions(chat.product.services);
    assert.deepEqual(await made(), before, "a month was made because somebody asked for it");
    assert.deepEqual(chat.log.of("http.failed"), []);
  });

  it("gives nothing more by a path that climbs than what stands there, nor by a format that is none", async () => {
    const own = (await ask("/api/me")).body;
    for (const path of [
      "/api/extractions/../me",
      "/api/extractions/2026-11/../../me?format=csv",
      "/api/extractions//",
    ]) {
      const { status, body } = await ask(path);
      assert.ok(body === own || (status >= 400 && status < 500), `${path}: ${status} ${body.slice(0, 200)}`);
    }
    const outside = await ask("/api/extractions/../../config/team.json");
    assert.equal(outside.status, 404, outside.body.slice(0, 200));
    for (const format of ["", "pdf", "../csv", "csv%00", "csv&format=xlsx&format=csv", "__proto__"]) {
      const { status, body } = await ask(`/api/extractions/2026-11?format=${format}`);
      assert.ok(
        status === 400 || status === 422 || (status === 200 && format.includes("&")),
        `${format}: ${status} ${body.slice(0, 200)}`,
      );
      if (status !== 200) assert.equal(problem.parse(JSON.parse(body)).code, "invalid", format);
    }
  });
});
