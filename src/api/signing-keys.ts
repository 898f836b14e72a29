/** The public keys of one issuer, fetched once, kept as long as the issuer is unreachable, fetched again (rarely) for an unknown key id. */
import { importJWK, type CryptoKey } from "jose";
import { z } from "zod";

const DAY = 24 * 3600_000;

const keySet = z.object({
  keys: z.array(
    z.object({
      kty: z.string(),
      kid: z.string().optional(),
      use: z.string().optional(),
      n: z.string().optional(),
      e: z.string().optional(),
    }),
  ),
});

type Keys = ReadonlyMap<string, CryptoKey>;

async function importKeys(json: unknown): Promise<Keys> {
  const imported = new Map<string, CryptoKey>();
  for (const { kty, kid, use, n, e } of keySet.parse(json).keys) {
    if (kty !== "RSA" || kid === undefined || n === undefined || e === undefined || (use ?? "sig") !== "sig") continue;
    const key = await importJWK({ kty, n, e }, "RS256");
    if (!(key instanceof Uint8Array)) imported.set(kid, key);
  }
  if (imported.size === 0) throw new Error("no usable signing key");
  return imported;
}

/** GET of a key set; anything but a 200 with JSON within five seconds is an accident. */
export async function fetchKeySet(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`the key host answered ${response.status}`);
  return response.json();
}

export interface SigningKeysOptions {
  readonly url: string;
  readonly now: () => number;
  readonly load?: (url: string) => Promise<unknown>;
  /** Least time between two fetches once keys are held: a stranger's key ids cannot make us hammer the issuer. */
  readonly cooldownMs?: number;
  /** Least time between two fetches while no key was ever obtained. */
  readonly retryMs?: number;
}

/** Answers the key of an id; `unknown` when the issuer has none of that id; `unavailable` when no key was ever obtained. */
export type FindKey = (kid: string) => Promise<CryptoKey | "unknown" | "unavailable">;

export function signingKeys({
  url,
  now,
  load = fetchKeySet,
  cooldownMs = 30_000,
  retryMs = 1000,
}: SigningKeysOptions): FindKey {
  let keys: Keys | undefined;
  let obtainedAt = 0;
  let triedAt = -Infinity;
  let loading: Promise<void> | undefined;

  const reload = async () => {
    try {
      keys = await importKeys(await load(url));
      obtainedAt = now();
    } catch {
      // The last good keys stay in use; with none at all the caller says so.
    } finally {
      loading = undefined;
    }
  };
  const refresh = (): Promise<void> => {
    if (loading !== undefined) return loading;
    if (now() - triedAt < (keys === undefined ? retryMs : cooldownMs)) return Promise.resolve();
    triedAt = now();
    loading = reload();
    return loading;
  };

  return async (kid) => {
    const held = keys?.get(kid);
    if (held === undefined) await refresh();
    else if (now() - obtainedAt > DAY) void refresh();
    return held ?? (keys === undefined ? "unavailable" : (keys.get(kid) ?? "unknown"));
  };
}
