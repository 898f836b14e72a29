import type { Request } from "restify";
import type { MemberTokenOptions } from "./member-token.ts";
import { memberTokenVerifier } from "./member-token.ts";

export type Identified =
  | { readonly ok: true; readonly objectId: string }
  | { readonly ok: false; readonly code: "unauthorized" | "keysUnavailable" };

/** Who sends a request, before anyone asks whether the team file knows them. */
export type Identify = (request: Request) => Promise<Identified>;

/** Outside local mode: the Teams SSO token, and nothing else. */
export function identifyByToken(options: MemberTokenOptions): Identify {
  const verify = memberTokenVerifier(options);
  return (request) => verify(request.headers.authorization);
}
