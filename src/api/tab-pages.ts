/** Serves the built tab under /tab: a handful of files, read once at start, so that no address can reach anything else. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Request, Server } from "restify";
import { z } from "zod";
import type { TabConfig } from "../contracts/tab-config.ts";
import { TAB_ADDRESSES } from "../contracts/tab-routes.ts";
import { esfBlock, esfBlockStyle } from "../documents/esf-block.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { packed, packedOnce } from "./packed.ts";
import { mountGet, type Reply } from "./reply.ts";
import { tabPolicy } from "./tab-policy.ts";

export interface TabDeps {
  /** Folder that `tab/build.ts` wrote. */
  readonly folder: string;
  readonly mode: TabConfig["mode"];
  readonly services: Pick<Services, "people" | "log" | "ids">;
}

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** What `tab/build.ts` says beside its scripts: the page, and for each address the scripts that it will need. */
const builtParts = z.record(z.string(), z.array(z.string()));
type Parts = z.infer<typeof builtParts>;

const configOf = ({ mode, services }: TabDeps): TabConfig =>
  mode === "local"
    ? { mode, members: services.people.members().map(({ aadObjectId, name }) => ({ aadObjectId, name })) }
    : { mode };

/** Data in a page: nothing in it can end the element that holds it. */
const inPage = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");

/** The page, the same for every address but for the scripts that come with it: what it shows is the browser's to read from the address. */
function pageReply(deps: TabDeps, html: string, files: readonly string[], status = 200): Reply {
  const nonce = randomBytes(16).toString("base64");
  const body = html
    .replaceAll("{{nonce}}", nonce)
    .replace("<!-- parts -->", () => files.map((name) => `<link rel="modulepreload" href="/tab/${name}" />`).join(""))
    .replace("<!-- config -->", () => inPage(configOf(deps)))
    .replace("<!-- esf-style -->", () => `<style>${esfBlockStyle}</style>`)
    .replace("<!-- esf-block -->", () => esfBlock());
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": tabPolicy(nonce) };
  return { status, headers, body };
}

/** The name of a script holds its contents' mark: kept for good. */
function fileReply(folder: string, name: string, type: string): Reply {
  const headers = { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" };
  return { status: 200, headers, body: readFileSync(join(folder, name)) };
}

function mountFiles(server: Server, { folder, services }: TabDeps): void {
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    mountGet(server, `/tab/${name}`, services, packedOnce(fileReply(folder, name, type)));
  }
}

/** Mounts `GET /tab/*`. Throws when the folder was not built. */
export function mountTab(server: Server, deps: TabDeps): void {
  const { folder, services } = deps;
  const html = readFileSync(join(folder, "app.html"), "utf8");
  const parts: Parts = builtParts.parse(JSON.parse(readFileSync(join(folder, "parts.json"), "utf8")));
  const page = (address: string, status?: number) => (request: Request) =>
    packed(request, pageReply(deps, html, parts[address] ?? [], status));
  for (const address of TAB_ADDRESSES) mountGet(server, address, services, page(address));
  mountFiles(server, deps);
  // An address of no page is said by the page.
  mountGet(server, "/tab/*", services, page("/tab", 404));
}
