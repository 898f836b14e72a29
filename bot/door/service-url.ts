import type { Settings } from "../../src/config/settings.ts";
import type { Endpoints } from "./endpoints.ts";

/** May a message, and the bot's token with it, be sent to this address? */
export type ServiceUrlGuard = (serviceUrl: string) => boolean;

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** The same rule for an address that just arrived and for one that was stored long ago. In local mode: this machine only. */
export function createServiceUrlGuard(settings: Settings, endpoints: Endpoints): ServiceUrlGuard {
  if (settings.auth.mode === "local") return (address) => allowed(address, "http:", isLoopbackHost);
  const { protocol, hosts } = endpoints.services;
  return (address) => allowed(address, protocol, (url) => hosts.some((host) => matches(url, host)));
}

function allowed(address: string, protocol: string, host: (url: URL) => boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === protocol && `${url.username}${url.password}` === "" && host(url);
}

const isLoopbackHost = (url: URL): boolean => LOOPBACK_HOSTS.includes(url.hostname);

/** `host` is compared with the port: Microsoft's hosts have none, so that another port of theirs is refused too. */
const matches = (url: URL, host: string): boolean =>
  host.startsWith("*.") ? url.port === "" && url.hostname.endsWith(host.slice(1)) : url.host === host;
