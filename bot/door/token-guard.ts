import { decodeProtectedHeader, jwtVerify } from "jose";
import { z } from "zod";
import type { Log } from "../../src/ports/log.ts";
import { createKeyRing } from "./key-ring.ts";

const SKEW_SECONDS = 300;

export interface VerifiedToken {
  /** The address that the channel vouches for: the activity's must be the same. */
  readonly serviceUrl: string;
  readonly endorsements: readonly string[];
}

/** `reason` is for the log only: the answer never says why. */
export type TokenVerdict =
  | { readonly kind: "accepted"; readonly token: VerifiedToken }
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "keysUnavailable" };

export interface TokenGuard {
  /** `authorization`: the header as it came. Never throws. */
  verify(authorization: string | undefined): Promise<TokenVerdict>;
  ready(): Promise<boolean>;
}

export interface TokenGuardOptions {
  readonly botId: string;
  readonly endpoints: { readonly issuer: string; readonly openIdMetadataUrl: string };
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const refused = (reason: string): TokenVerdict => ({ kind: "refused", reason });

/** Headers that would bring their own key, or that ask for a rule which we do not know. */
const FORBIDDEN_HEADERS = ["crit", "jku", "x5u", "jwk"];
const header = z.looseObject({ alg: z.literal("RS256"), kid: z.string().min(1) });
const claims = z.looseObject({
  aud: z.string(),
  nbf: z.number(),
  exp: z.number(),
  iat: z.number().optional(),
  serviceurl: z.string().min(1),
});

/** Checks that a request comes from the Bot Framework channel and is meant for this bot, with nothing of its body read. */
export function createTokenGuard(options: TokenGuardOptions): TokenGuard {
  const now = options.now ?? (() => Date.now());
  const keys = createKeyRing({ openIdMetadataUrl: options.endpoints.openIdMetadataUrl, log: options.log, now });

  async function verify(authorization: string | undefined): Promise<TokenVerdict> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
    if (token === undefined) return refused("noToken");
    const kid = keyIdOf(token);
    if (kid === undefined) return refused("header");
    const found = await keys.find(kid);
    if (found === "unavailable") return { kind: "keysUnavailable" };
    if (found === "unknown") return refused("unknownKey");
    const { payload } = await jwtVerify(token, found.key, {
      algorithms: ["RS256"],
      issuer: options.endpoints.issuer,
      audience: options.botId,
      clockTolerance: SKEW_SECONDS,
      currentDate: new Date(now()),
    });
    const read = claims.safeParse(payload);
    if (!read.success) return refused("claims");
    if ((read.data.iat ?? 0) > now() / 1000 + SKEW_SECONDS) return refused("issuedInTheFuture");
    return { kind: "accepted", token: { serviceUrl: read.data.serviceurl, endorsements: found.endorsements } };
  }

  return {
    verify: (authorization) => verify(authorization).catch((error: unknown) => refused(faultOf(error))),
    ready: () => keys.ready(),
  };
}

function keyIdOf(token: string): string | undefined {
  const read = header.safeParse(decodeProtectedHeader(token));
  if (!read.success || FORBIDDEN_HEADERS.some((name) => Object.hasOwn(read.data, name))) return undefined;
  return read.data.kid;
}

const faultOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unreadable";
