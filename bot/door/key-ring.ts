import { importJWK, type CryptoKey } from "jose";
import { z } from "zod";
import type { Log } from "../../src/ports/log.ts";

const HOUR = 3_600_000;
const REFRESH_AFTER = 24 * HOUR;
/** An unknown key, or a host that does not answer, makes us ask again at most this often. */
const ASK_AGAIN_AFTER = 5 * 60_000;
const FIRST_KEYS_AGAIN_AFTER = 2_000;
/** Past this age without news, a withdrawn key would still open the door. */
const TOO_OLD_AFTER = 7 * 24 * HOUR;
const DEADLINE = 5_000;

export interface SigningKey {
  readonly key: CryptoKey;
  /** The channels that this key may speak for. */
  readonly endorsements: readonly string[];
}
export type KeyFound = SigningKey | "unknown" | "unavailable";

export interface KeyRing {
  find(kid: string): Promise<KeyFound>;
  /** Fetches the first keys; true when there are keys to serve with. */
  ready(): Promise<boolean>;
}

export interface KeyRingOptions {
  readonly openIdMetadataUrl: string;
  readonly log: Log;
  readonly now?: () => number;
}

const metadataDocument = z.object({ jwks_uri: z.url() });
const keyDocument = z.object({ keys: z.array(z.unknown()).min(1) });
const rsaKey = z.object({
  kty: z.literal("RSA"),
  kid: z.string().min(1),
  n: z.string().min(1),
  e: z.string().min(1),
  use: z.literal("sig").optional(),
  endorsements: z.array(z.string()).optional(),
});

/** The channel's signing keys: asked once at a time, kept a day, refreshed behind the scenes; the last good ones serve while the host is down. */
export function createKeyRing(options: KeyRingOptions): KeyRing {
  return new CachedKeys(options);
}

class CachedKeys implements KeyRing {
  #keys: ReadonlyMap<string, SigningKey> | undefined;
  #obtainedAt = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  #asking: Promise<void> | undefined;
  readonly #options: KeyRingOptions;
  readonly #now: () => number;

  constructor(options: KeyRingOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => Date.now());
  }

  async find(kid: string): Promise<KeyFound> {
    if (!(await this.ready())) return "unavailable";
    const known = this.#keys?.get(kid);
    if (known !== undefined) return known;
    await this.#ask(ASK_AGAIN_AFTER);
    return this.#keys?.get(kid) ?? "unknown";
  }

  async ready(): Promise<boolean> {
    if (this.#keys === undefined) await this.#ask(FIRST_KEYS_AGAIN_AFTER);
    else if (this.#age() > TOO_OLD_AFTER) await this.#ask(ASK_AGAIN_AFTER);
    else if (this.#age() > REFRESH_AFTER) void this.#ask(ASK_AGAIN_AFTER);
    return this.#keys !== undefined && this.#age() <= TOO_OLD_AFTER;
  }

  #age(): number {
    return this.#now() - this.#obtainedAt;
  }

  #ask(notBefore: number): Promise<void> {
    if (this.#asking !== undefined) return this.#asking;
    if (this.#now() - this.#askedAt < notBefore) return Promise.resolve();
    this.#askedAt = this.#now();
    this.#asking = this.#fetch().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #fetch(): Promise<void> {
    try {
      this.#keys = await fetchKeys(this.#options.openIdMetadataUrl);
      this.#obtainedAt = this.#now();
      this.#options.log.info("auth.keysRefreshed", { count: this.#keys.size });
    } catch (cause) {
      this.#options.log.warn("auth.keysUnavailable", { cause });
    }
  }
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri: keysUrl } = metadataDocument.parse(await getJson(metadataUrl));
  if (new URL(keysUrl).protocol !== new URL(metadataUrl).protocol)
    throw new Error("keys offered over another protocol");
  const { keys } = keyDocument.parse(await getJson(keysUrl));
  const imported = await Promise.all(keys.map(importKey));
  const usable = new Map(imported.filter((entry) => entry !== undefined));
  if (usable.size === 0) throw new Error("no usable key");
  return usable;
}

/** A key that we cannot use is skipped: it must not hide the others. */
async function importKey(candidate: unknown): Promise<readonly [string, SigningKey] | undefined> {
  const parsed = rsaKey.safeParse(candidate);
  if (!parsed.success) return undefined;
  const { kty, kid, n, e, endorsements = [] } = parsed.data;
  try {
    const key = await importJWK({ kty, n, e }, "RS256");
    return key instanceof Uint8Array ? undefined : [kid, { key, endorsements }];
  } catch {
    return undefined;
  }
}

async function getJson(url: string): Promise<unknown> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(DEADLINE) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return response.json();
}
