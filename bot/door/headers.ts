import type { Settings } from "../../src/config/settings.ts";

/** On every answer; the tab's pages replace the policy by theirs. No X-Frame-Options: frame-ancestors says it better. */
export const securityHeaders = (settings: Settings): Readonly<Record<string, string>> => ({
  "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  ...(settings.publicUrl.startsWith("https:")
    ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" }
    : {}),
});
