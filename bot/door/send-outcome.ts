import { z } from "zod";

/** Why Teams said no: sending the same thing again would get the same answer. */
export type RefusedReason =
  /** The person blocked the bot, or uninstalled it from their chat. */
  | "blocked"
  | "notInstalled"
  | "disabledByAdmin"
  | "conversationNotFound"
  /** The message to replace is gone: it can be posted anew. */
  | "activityNotFound"
  | "notFound"
  | "wrongHost"
  | "notAllowed"
  /** Our own credentials were not accepted. */
  | "credentials"
  | "tooBig"
  | "badRequest"
  /** The stored address is not one that a message may be sent to; nothing left. */
  | "serviceUrl";

export type NotSent =
  | { readonly kind: "refused"; readonly reason: RefusedReason; readonly status: number; readonly code: string }
  /** Nothing was posted: try again, not before `retryAfterMs` when Teams says so. */
  | { readonly kind: "later"; readonly retryAfterMs?: number }
  /** It left and no clear answer came back: it may be there. Never send blindly again; replacing a known message is safe. */
  | { readonly kind: "unknown" };

const REASON_BY_CODE: Readonly<Record<string, RefusedReason>> = {
  ConversationBlockedByUser: "blocked",
  MessageWritesBlocked: "blocked",
  BotNotInConversationRoster: "notInstalled",
  BotDisabledByAdmin: "disabledByAdmin",
  InvalidBotApiHost: "wrongHost",
  NotEnoughPermissions: "notAllowed",
  ConversationNotFound: "conversationNotFound",
  ActivityNotFoundInConversation: "activityNotFound",
  MessageSizeTooBig: "tooBig",
};
const REASON_BY_STATUS: Readonly<Record<number, RefusedReason>> = {
  401: "credentials",
  403: "notAllowed",
  404: "notFound",
  413: "tooBig",
};
const NOTHING_POSTED = [412, 429];

/** A fault before any byte of ours was accepted by the other side. */
const NEVER_CONNECTED = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];

const restError = z.object({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  details: z
    .object({ error: z.object({ code: z.string() }) })
    .optional()
    .catch(undefined),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>(hasGet) })
    .optional()
    .catch(undefined),
});

function hasGet(value: unknown): boolean {
  return typeof value === "object" && value !== null && "get" in value && typeof value.get === "function";
}

/** What a failed call means. `left`: the request had gone out. */
export function outcomeOfFault(fault: unknown, left: boolean): NotSent {
  if (!left) return { kind: "later" };
  const { data } = restError.safeParse(fault);
  if (data?.statusCode === undefined) return { kind: NEVER_CONNECTED.includes(data?.code ?? "") ? "later" : "unknown" };
  const { statusCode: status } = data;
  if (NOTHING_POSTED.includes(status)) return later(data.response?.headers.get("retry-after"));
  if (status < 400 || status === 408 || status >= 500) return { kind: "unknown" };
  const code = data.details?.error.code ?? data.code ?? "";
  return { kind: "refused", reason: REASON_BY_CODE[code] ?? REASON_BY_STATUS[status] ?? "badRequest", status, code };
}

/** Seconds or a date, as HTTP allows; at most an hour, so that one odd answer does not silence the bot. */
function later(header: string | undefined): NotSent {
  if (header === undefined) return { kind: "later" };
  const milliseconds = /^\d+(?:\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(milliseconds)
    ? { kind: "later", retryAfterMs: Math.min(Math.max(0, Math.round(milliseconds)), 3_600_000) }
    : { kind: "later" };
}
