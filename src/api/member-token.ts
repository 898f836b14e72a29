/** The Teams SSO token of a tab: who calls, or one of two refusals. Every fault of a token is the same refusal. */
import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from "jose";
import { z } from "zod";
import { directoryId } from "../domain/people/member.ts";
import { signingKeys, type FindKey, type SigningKeysOptions } from "./signing-keys.ts";

/** Microsoft's own applications that may ask for a token in our name: Teams, Microsoft 365, Outlook; desktop, web, mobile. */
export const TEAMS_CLIENTS = [
  "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  "5e3ce6c0-2b1f-4285-8d4b-75ee78787346",
  "4765445b-32c6-49b0-83e6-1d93765276ca",
  "0ec893e0-5785-4de6-99da-4ed124e5296c",
  "d3590ed6-52b3-4102-aeff-aad2292ab01c",
  "bc59ab01-8403-45c6-8796-ac3ef710b3e3",
  "27922004-5251-4030-b22d-91ecd9a37ea4",
] as const;

const SKEW_SECONDS = 60;
const LONGEST_TOKEN = 8192;

export interface MemberTokenOptions extends Pick<SigningKeysOptions, "now" | "load" | "cooldownMs" | "retryMs"> {
  readonly tenantIds: readonly string[];
  /** The application id, and its `api://…` form where the registration uses it. */
  readonly audiences: readonly [string, ...string[]];
  /** Without a slash at its end. Another one only in tests. */
  readonly authority?: string;
}

export type TokenAnswer =
  | { readonly ok: true; readonly tenantId: string; readonly objectId: string }
  | { readonly ok: false; readonly code: "unauthorized" | "keysUnavailable" };

const refused = { ok: false, code: "unauthorized" } as const;

/** Strict: a header that brings its own key or address, or asks for an extension, is not one of Entra's. */
const header = z.object({
  alg: z.literal("RS256"),
  kid: z.string().min(1),
  typ: z.literal("JWT").optional(),
  jwk: z.undefined().optional(),
  jku: z.undefined().optional(),
  x5u: z.undefined().optional(),
  crit: z.undefined().optional(),
});

const claims = z.object({
  /** For us alone: Entra names one application. */
  aud: z.string(),
  tid: z.string(),
  oid: directoryId,
  ver: z.literal("2.0"),
  scp: z.string().refine((scopes) => scopes.split(" ").includes("access_as_user")),
  azp: z.enum(TEAMS_CLIENTS),
});

interface Parsed {
  readonly token: string;
  readonly kid: string;
  readonly tenantId: string;
}

function parse(authorization: string | undefined): Parsed | undefined {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined || token.length > LONGEST_TOKEN) return undefined;
  try {
    const { tid } = claims.pick({ tid: true }).parse(decodeJwt(token));
    return { token, kid: header.parse(decodeProtectedHeader(token)).kid, tenantId: tid };
  } catch {
    return undefined;
  }
}

/** Verifies the value of an `Authorization` header. Keys come only from the key set of the allowed tenant that the token names. */
export function memberTokenVerifier(options: MemberTokenOptions) {
  const { now, audiences, authority = "https://login.microsoftonline.com" } = options;
  const keysOf: ReadonlyMap<string, FindKey> = new Map(
    options.tenantIds.map((id) => {
      const tenantId = id.toLowerCase();
      return [tenantId, signingKeys({ ...options, url: `${authority}/${tenantId}/discovery/v2.0/keys` })];
    }),
  );

  return async (authorization: string | undefined): Promise<TokenAnswer> => {
    const parsed = parse(authorization);
    const findKey = parsed === undefined ? undefined : keysOf.get(parsed.tenantId);
    if (parsed === undefined || findKey === undefined) return refused;
    const key = await findKey(parsed.kid);
    if (key === "unavailable") return { ok: false, code: "keysUnavailable" };
    if (key === "unknown") return refused;
    try {
      const { payload } = await jwtVerify(parsed.token, key, {
        algorithms: ["RS256"],
        issuer: `${authority}/${parsed.tenantId}/v2.0`,
        audience: [...audiences],
        clockTolerance: SKEW_SECONDS,
        currentDate: new Date(now()),
        requiredClaims: ["exp", "nbf", "iat"],
      });
      const trusted = claims.safeParse(payload);
      return trusted.success ? { ok: true, tenantId: parsed.tenantId, objectId: trusted.data.oid } : refused;
    } catch (error) {
      if (error instanceof errors.JOSEError) return refused;
      throw error;
    }
  };
}
