import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freed, PORTS } from "../support/kept-ports.ts";
import { buildProduct, RunningProduct } from "../support/running-product.ts";

/** Nothing but DATA_DIR is set, so that the test leaves no data in the folder of the product. */
async function assertFree(what: string, port: number): Promise<void> {
  const free = await freed(port, 30_000);
  assert.ok(free, `port ${port} of ${what} is in use: stop what holds it (an \`npm start\`?), then run again`);
}

describe("npm start, with nothing set", function () {
  this.timeout(120_000);
  let dataDir = "";
  let product: RunningProduct | undefined;

  before(async () => {
    await buildProduct();
    dataDir = await mkdtemp(join(tmpdir(), "repere-start-"));
    for (const [what, port] of Object.entries(PORTS)) await assertFree(what, port);
    product = await RunningProduct.start({ DATA_DIR: dataDir }, ["Repère :", "Onglet :", "Playground :"]);
  });
  after(async () => {
    await product?.stop();
    if (dataDir !== "") await rm(dataDir, { recursive: true, maxRetries: 5 });
  });

  it("prints where to go: the server, the tab, the Playground", () => {
    const addresses = product?.printed.filter((line) => !line.startsWith("{"));
    assert.deepEqual(addresses, [
      "Repère : http://localhost:3978",
      "Onglet : http://localhost:3978/tab",
      "Playground : http://localhost:56150",
    ]);
  });

  it("answers there: ready, the tab, the Playground", async () => {
    for (const address of ["http://localhost:3978/readyz", "http://localhost:3978/tab", "http://localhost:56150/"])
      assert.equal((await fetch(address)).status, 200, address);
  });

  it("listens on 127.0.0.1 and nowhere else", async function () {
    if (process.platform !== "linux") return this.skip();
    const tables = await Promise.all(["/proc/net/tcp", "/proc/net/tcp6"].map((path) => readFile(path, "utf8")));
    for (const [what, port] of Object.entries(PORTS)) {
      const hexPort = port.toString(16).toUpperCase().padStart(4, "0");
      const found = tables.join("\n").matchAll(new RegExp(`: ([0-9A-F]+):${hexPort} [0-9A-F:]+ 0A`, "g"));
      assert.deepEqual(
        [...found].map((one) => one[1]),
        ["0100007F"],
        `${what} must be out of reach of the network`,
      );
    }
  });
});
