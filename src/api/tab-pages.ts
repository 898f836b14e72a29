/** Serves the built tab under /tab: a handful of files, read once at start, so that no address can reach anything else. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import type { Server } from "restify";
import type { DocumentKind } from "../contracts/documents.ts";
import type { TabConfig } from "../contracts/tab-config.ts";
import { TAB_ADDRESSES } from "../contracts/tab-routes.ts";
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

const DOCUMENT_STYLES = [esfBlockStyle, ...Object.values(STYLES)].map(styleHash).join(" ");

/**
 * The styles allowed by hash: the ESF+ block of every page, and the document shown in a frame, which inherits this policy. The others bear the
 * number of this answer, which is drawn anew for each.
 */
const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}' ${DOCUMENT_STYLES}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${HOSTS.join(" ")}`,
  ].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** The page itself, the same for every address: what it shows is the browser's to read from the address. An address of no page is said by the page too. */
function pageReply(html: string, status = 200): Reply {
  const nonce = randomBytes(16).toString("base64");
  const body = html
    .replaceAll("{{nonce}}", nonce)
    .replace("<!-- esf-style -->", () => `<style>${esfBlockStyle}</style>`)
    .replace("<!-- esf-block -->", () => esfBlock());
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policyFor(nonce) };
  return { status, headers, body };
}

/** The name of a script holds its contents' mark: kept for good. */
function fileReply(folder: string, name: string, type: string): Reply {
  const headers = { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" };
  return { status: 200, headers, body: readFileSync(join(folder, name)) };
}

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
  const html = readFileSync(join(folder, "app.html"), "utf8");
  mountGet(server, "/tab/config.json", services, () => Promise.resolve(configReply(deps)));
  for (const address of TAB_ADDRESSES) mountGet(server, address, services, () => Promise.resolve(pageReply(html)));
  for (const name of readdirSync(folder)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const reply = fileReply(folder, name, type);
    mountGet(server, `/tab/${name}`, services, () => Promise.resolve(reply));
  }
  mountGet(server, "/tab/*", services, () => Promise.resolve(pageReply(html, 404)));
}
