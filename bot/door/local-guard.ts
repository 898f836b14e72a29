import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { saysJson } from "./body.ts";

const OWN_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;
const OWN_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/i;

/**
 * Local mode checks no token, so a page of another site, a proxy or a name that points here must not reach it.
 * Undefined: let it in. Otherwise the reason, for the log.
 */
export function localFault(request: IncomingMessage): string | undefined {
  const { headers, method } = request;
  if (!OWN_HOST.test(headers.host ?? "")) return "host";
  if (wasForwarded(headers)) return "forwarded";
  if (headers.origin !== undefined && !OWN_ORIGIN.test(headers.origin)) return "origin";
  if (headers["sec-fetch-site"] === "cross-site" && method !== "GET") return "crossSite";
  return method === "POST" && !saysJson(request) ? "notJson" : undefined;
}

const wasForwarded = (headers: IncomingHttpHeaders): boolean =>
  Object.keys(headers).some((name) => name === "forwarded" || name === "via" || name.startsWith("x-forwarded-"));
