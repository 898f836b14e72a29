import type { IncomingHttpHeaders } from "node:http";

const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?$/;
const FORWARDED = /^(?:forwarded|via|x-forwarded-.+|x-real-ip|x-original-.+)$/;

/**
 * Local mode has no sign-in, so it answers only what this machine asks for itself: a local Host (no name that resolves here by trickery),
 * nothing that came through a proxy, no page of another origin.
 */
export function isLocalRequest(headers: IncomingHttpHeaders): boolean {
  const { host = "", origin } = headers;
  if (!LOCAL_HOST.test(host)) return false;
  if (Object.keys(headers).some((name) => FORWARDED.test(name))) return false;
  return origin === undefined || origin === `http://${host}`;
}
