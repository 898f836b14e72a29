/**
 * How soon each page of the tab is of use, on a slow computer and a slow network, beside the least that a page of Fluent in Teams can be, built and
 * measured in the same run: `npm run bench:tab [-- --runs 5]`.
 *
 * First useful paint: the title and a first line of data (or the document) are there, and drawn. Processor four times slower, 1.6 Mbit/s down,
 * 150 ms there and back, nothing in the browser's cache; the whole product with the demo's people and sign-in by token. What it does not say: Teams'
 * own loading, a distant server, TLS and HTTP/2 (the server is asked in HTTP/1.1 on this machine), a phone.
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Page } from "playwright-core";
import { ALIX, DORIAN, EUGENIE } from "../test/support/chat.ts";
import { hostPage } from "../test/tab/support/host-page.ts";
import { TabBench } from "../test/tab/support/tab-bench.ts";

const { values } = parseArgs({ options: { runs: { type: "string", default: "5" } } });
const RUNS = Number(values.runs);
const GOAL_KB = 200;
const GOAL_RATIO = 1.3;
const MBIT = 1.6;
const PATIENCE_MS = 60_000;

interface Measured {
  readonly name: string;
  readonly url: string;
  readonly member: string;
  /** What is there once the page is of use, beside its title. */
  readonly useful: string;
}

const DATA = "main :is(tbody tr, li, dd)";
const PAGES: readonly (readonly [string, string, string])[] = [
  ["/tab/tableau-de-bord", EUGENIE, DATA],
  ["/tab/participants", ALIX, DATA],
  ["/tab/participants/P-2026-0001", ALIX, DATA],
  ["/tab/cellules", DORIAN, DATA],
  ["/tab/offre", DORIAN, DATA],
  ["/tab/reglages", EUGENIE, DATA],
  ["/tab/document?kind=feuille-entretien", ALIX, "iframe.document"],
];

/** The page that ours are measured beside, packed as ours are. */
const startMinimal = async () => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("minimal-page.tsx", import.meta.url))],
    ...{ bundle: true, minify: true, write: false, format: "esm", target: ["es2022"], jsx: "automatic" },
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
  });
  const script = brotliCompressSync(outputFiles[0]?.contents ?? "", {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9 },
  });
  const html = `<!doctype html><html lang="fr"><head><title>Repère</title><script type="module" src="/minimal.js"></script></head><body><div id="tab"></div></body></html>`;
  const answer = ({ url }: IncomingMessage, response: ServerResponse): void => {
    const isScript = url === "/minimal.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html; charset=utf-8");
    if (isScript) response.setHeader("content-encoding", "br");
    response.end(isScript ? script : html);
  };
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, stop: () => server.close().closeAllConnections() };
};

/** Runs in every frame: notes when the page is of use, and what came until then. */
const watch = (useful: string): void => {
  const isThere = () =>
    (document.querySelector("h1")?.textContent ?? "") !== "" && document.querySelector(useful) !== null;
  const look = (): void => {
    if (!isThere()) return void requestAnimationFrame(look);
    // After the frame that draws it.
    requestAnimationFrame(() =>
      setTimeout(() => {
        const came = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
        (globalThis as { useful?: unknown }).useful = {
          ms: performance.now(),
          requests: came.length,
          bytes: came.reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
          scripts: came.map(({ name }) => name).filter((name) => /\.(?:js|css)$/.test(name)),
        };
      }),
    );
  };
  look();
};

interface Useful {
  readonly ms: number;
  readonly requests: number;
  readonly bytes: number;
  readonly scripts: readonly string[];
}

const slowDown = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const perSecond = (MBIT * 1_000_000) / 8;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: perSecond,
    uploadThroughput: perSecond / 2,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
};

/** Framed by a page of the same origin, which teams-js takes too: in the same process, so that both are slowed down. */
const measure = async (bench: TabBench, { url, member, useful }: Measured): Promise<Useful> => {
  const context = await bench.browser.newContext({ locale: "fr-FR", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const token = { token: (await bench.issuer?.token(member)) ?? "" };
  const html = hostPage({
    address: url,
    frameContext: "content",
    settings: {},
    token: { silent: token, asked: token },
    context: { theme: "default", locale: "fr-fr", entityId: "repere", hostName: "Teams" },
  });
  const host = `${new URL(url).origin}/bench-host`;
  await page.route(host, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  // The name that the compiler gives to functions does not exist in the page.
  await page.addInitScript(
    `globalThis.__name = (one) => one; if (window !== parent) (${watch.toString()})(${JSON.stringify(useful)})`,
  );
  await slowDown(page);
  await page.goto(host, { timeout: PATIENCE_MS });
  const frame = page.frame("tab");
  if (frame === null) throw new Error("no frame");
  const seen = await frame.waitForFunction(() => (globalThis as { useful?: Useful }).useful, undefined, {
    timeout: PATIENCE_MS,
  });
  const result = (await seen.jsonValue()) as Useful;
  await context.close();
  return result;
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const kB = (bytes: number): string => (bytes / 1000).toFixed(1).padStart(7);

/** The budget is in gzip, whatever the browser asked for. */
const gzipOf = async (urls: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    urls.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
};

const bench = await TabBench.start({ auth: "entra" });
const minimal = await startMinimal();
const pages: readonly Measured[] = [
  { name: "minimal page", url: `${minimal.url}/`, member: ALIX, useful: "button" },
  ...PAGES.map(([address, member, useful]) => ({ name: address, url: bench.url + address, member, useful })),
];
const seen = new Map<string, Useful[]>(pages.map(({ name }) => [name, []]));
for (const page of pages) await measure(bench, page);
for (let run = 0; run < RUNS; run += 1) for (const page of pages) seen.get(page.name)?.push(await measure(bench, page));

const timeOf = (name: string): number => median((seen.get(name) ?? []).map(({ ms }) => ms));
const floor = timeOf("minimal page");
console.log(`median of ${RUNS} runs: processor / 4, ${MBIT} Mbit/s, 150 ms\n`);
console.log(`${"page".padEnd(38)} scripts gzip  on the wire  requests  first useful paint  ratio`);
let within = true;
for (const { name } of pages) {
  const last = seen.get(name)?.at(-1);
  if (last === undefined) continue;
  const gzip = await gzipOf(last.scripts);
  const ms = timeOf(name);
  within &&= gzip <= GOAL_KB * 1000 && ms / floor <= GOAL_RATIO;
  const figures = [
    `${kB(gzip)} kB`,
    `${kB(last.bytes)} kB`,
    String(last.requests).padStart(9),
    `${Math.round(ms)} ms`.padStart(18),
  ];
  console.log(`${name.padEnd(38)} ${figures.join("  ")}  ${(ms / floor).toFixed(2).padStart(5)}`);
}
console.log(`\ngoals: ${GOAL_KB} kB, ratio ${GOAL_RATIO}: ${within ? "kept" : "NOT kept"}`);
minimal.stop();
await bench.stop();
