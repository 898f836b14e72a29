/** Serves the built tab under /tab: a handful of files, read once at start, so that no address can reach anything else. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Server } from "restify";
import type { DocumentKind } from "../contracts/documents.ts";
import type { TabConfig } from "../contracts/tab-config.ts";
import { decisionLetterStyle } from "../documents/decision-letter-style.ts";
import { esfBlock, esfBlockStyle } from "../documents/esf-block.ts";
import { interviewSheetStyle } from "../documents/interview-sheet-style.ts";
import { leadExplanationStyle } from "../documents/lead-explanation-style.ts";
import { minutesStyle } from "../documents/minutes-style.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { jsonReply, mountGet, styleHash, type Reply } from "./reply.ts";

export interface TabDeps {
  /** Folder that `tab/build.ts` wrote. */
  readonly folder: string;
  readonly mode: TabConfig["mode"];
  readonly services: Pick<Services, "people" | "log" | "ids">;
}

/** Hosts of Teams, Microsoft 365 and Outlook that may frame the tab. */
const HOSTS = [
  "https://teams.microsoft.com",
  "https://*.teams.microsoft.com",
  "https://*.cloud.microsoft",
  "https://*.microsoft365.com",
  "https://*.office.com",
  "https://outlook.office.com",
  "https://outlook.office365.com",
];

const STYLES: Readonly<Record<DocumentKind, string>> = {
  "feuille-entretien": interviewSheetStyle,
  "pourquoi-piste": leadExplanationStyle,
  "compte-rendu": minutesStyle,
  "courrier-decision": decisionLetterStyle,
};

/** The styles allowed by hash: the ESF+ block of every page, and the document shown in a frame, which inherits this policy. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${[esfBlockStyle, ...Object.values(STYLES)].map(styleHash).join(" ")}`,
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self' https://res.cdn.office.net",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  `frame-ancestors 'self' ${HOSTS.join(" ")}`,
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

const withEsfBlock = (html: string): string =>
  html
    .replace("<!-- esf-style -->", () => `<style>${esfBlockStyle}</style>`)
    .replace("<!-- esf-block -->", () => esfBlock());

interface TabFile {
  readonly etag: string;
  readonly reply: Reply;
}

function read(folder: string, name: string, type: string): TabFile {
  const text = readFileSync(join(folder, name), "utf8");
  const body = name.endsWith(".html") ? withEsfBlock(text) : text;
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { "Content-Type": type, "Content-Security-Policy": POLICY, "Cache-Control": "no-cache", ETag: etag };
  return { etag, reply: { status: 200, headers, body } };
}

/** `home.html` is the page /tab, `document.html` the page /tab/document; every other file keeps its name. */
const addressesOf = (name: string): readonly string[] => {
  if (name === "home.html") return ["/tab", "/tab/"];
  return [`/tab/${name.replace(/\.html$/, "")}`];
};

function configReply({ mode, services }: TabDeps): Reply {
  const config: TabConfig =
    mode === "local"
      ? { mode, members: services.people.members().map(({ aadObjectId, name }) => ({ aadObjectId, name })) }
      : { mode };
  return jsonReply(200, config);
}

/** Mounts `GET /tab/*`. Throws when the folder was not built. */
export function mountTab(server: Server, deps: TabDeps): void {
  const { folder, services } = deps;
  mountGet(server, "/tab/config.json", services, () => Promise.resolve(configReply(deps)));
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const { etag, reply } = read(folder, name, type);
    for (const address of addressesOf(name))
      mountGet(server, address, services, ({ headers }) =>
        Promise.resolve(headers["if-none-match"] === etag ? { ...reply, status: 304, body: "" } : reply),
      );
  }
}
