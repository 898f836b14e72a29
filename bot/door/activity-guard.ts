import type { Settings } from "../../src/config/settings.ts";
import { inboundActivity, type InboundActivity } from "./activity.ts";
import type { Endpoints } from "./endpoints.ts";
import type { ProblemCode } from "./problem.ts";
import { createServiceUrlGuard } from "./service-url.ts";
import type { VerifiedToken } from "./token-guard.ts";

const CHANNEL = "msteams";

export type ActivityVerdict =
  | { readonly kind: "accepted"; readonly activity: InboundActivity }
  /** `reason` is for the log only. */
  | { readonly kind: "refused"; readonly code: ProblemCode; readonly reason: string };

/** Checks the body once it is read. `token` is undefined in local mode, where nothing vouches for anything. */
export type ActivityGuard = (json: unknown, token: VerifiedToken | undefined) => ActivityVerdict;

export interface ActivityGuardOptions {
  readonly settings: Settings;
  readonly endpoints: Endpoints;
  /** Besides the bot's own: the PLIE's, when the bot is registered in another one. */
  readonly tenants?: readonly string[];
}

const refused = (code: ProblemCode, reason: string): ActivityVerdict => ({ kind: "refused", code, reason });

export function createActivityGuard({ settings, endpoints, tenants = [] }: ActivityGuardOptions): ActivityGuard {
  const serviceUrlAllowed = createServiceUrlGuard(settings, endpoints);
  const own = settings.auth.mode === "entra" ? [settings.auth.bot.tenantId] : [];
  const allowedTenants = [...own, ...tenants].map((tenant) => tenant.toLowerCase());
  return (json, token) => {
    const parsed = inboundActivity.safeParse(json);
    if (!parsed.success) return refused("activity", "shape");
    const activity = parsed.data;
    if (settings.auth.mode === "entra") {
      const fault = token === undefined ? "noToken" : claimFault(activity, token, allowedTenants);
      if (fault !== undefined) return refused("unauthorized", fault);
    }
    return serviceUrlAllowed(activity.serviceUrl)
      ? { kind: "accepted", activity }
      : refused("serviceUrl", "serviceUrl");
  };
}

function claimFault(activity: InboundActivity, token: VerifiedToken, tenants: readonly string[]): string | undefined {
  if (token.serviceUrl !== activity.serviceUrl) return "serviceUrlClaim";
  if (activity.channelId !== CHANNEL) return "channel";
  if (!token.endorsements.includes(CHANNEL)) return "endorsement";
  const said = [activity.conversation.tenantId, activity.channelData?.tenant?.id].filter((id) => id !== undefined);
  return said.length > 0 && said.every((id) => tenants.includes(id.toLowerCase())) ? undefined : "tenant";
}
