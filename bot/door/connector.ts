import { z } from "zod";
import type { Log } from "../../src/ports/log.ts";
import { pipelineOf, ServiceUrlRefused, type ConnectorClient, type DoorAdapter } from "./adapter.ts";
import { outcomeOfFault, type NotSent } from "./send-outcome.ts";

/** Where a message goes: what is stored of a conversation. `conversationId` keeps its `;messageid=` for a reply in a thread. */
export interface ConversationRef {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

type Conversations = ConnectorClient["conversations"];
export type OutboundActivity = Parameters<Conversations["sendToConversation"]>[1];
type Creation = Parameters<Conversations["createConversation"]>[0];

/** `activityId` is null when Teams took the message without naming it: it cannot be replaced later. */
export type SendOutcome = { readonly kind: "sent"; readonly activityId: string | null } | NotSent;
export type CreateOutcome =
  { readonly kind: "created"; readonly conversationId: string; readonly activityId: string | null } | NotSent;

/** `objectId` is null where Teams does not give it. */
export interface RosterMember {
  readonly objectId: string | null;
  readonly userId: string;
  readonly name: string;
}
export type MembersOutcome = { readonly kind: "members"; readonly people: readonly RosterMember[] } | NotSent;

export interface PersonalTarget {
  readonly serviceUrl: string;
  readonly tenantId: string;
  /** The object id, or the `29:` id. */
  readonly memberId: string;
}
export interface ChannelTarget {
  readonly serviceUrl: string;
  readonly tenantId: string;
  readonly channelId: string;
}

/** The only way out to Teams. One attempt per call, a deadline on each, and an outcome for everything: it never throws. */
export interface Connector {
  send(ref: ConversationRef, activity: OutboundActivity): Promise<SendOutcome>;
  update(ref: ConversationRef, activityId: string, activity: OutboundActivity): Promise<SendOutcome>;
  /** Opens (or finds again) the bot's chat with one person; posts nothing. */
  createPersonal(target: PersonalTarget): Promise<CreateOutcome>;
  /** A new thread in a channel. */
  postThread(target: ChannelTarget, activity: OutboundActivity): Promise<CreateOutcome>;
  /** Who is in a conversation, every page. */
  members(ref: ConversationRef): Promise<MembersOutcome>;
}

export interface ConnectorOptions {
  readonly adapter: DoorAdapter;
  readonly botId: string;
  readonly log: Log;
  readonly deadlineMs?: number | undefined;
}

/** How long Teams has to take a message where it is not said. */
export const SEND_DEADLINE_MS = 10_000;

/** The SDK's type asks for an activity and members in every case; the service does not. */
const sdkCreation = z.custom<Creation>(
  (value) => z.looseObject({ bot: z.object({ id: z.string() }) }).safeParse(value).success,
);
const sentBody = z.object({ id: z.string().min(1) });
const createdBody = z.object({ id: z.string().min(1), activityId: z.string().min(1).optional().catch(undefined) });

export function createConnector({ adapter, botId, log, deadlineMs = SEND_DEADLINE_MS }: ConnectorOptions): Connector {
  const call = async <T>(serviceUrl: string, operation: Operation<T>): Promise<{ readonly answer: T } | NotSent> => {
    const outcome = await attempt(adapter, serviceUrl, operation, deadlineMs);
    if ("kind" in outcome) tell(log, outcome);
    return outcome;
  };

  async function create(serviceUrl: string, parameters: object): Promise<CreateOutcome> {
    const creation = sdkCreation.parse(parameters);
    const outcome = await call(serviceUrl, (to, options) => to.createConversation(creation, options));
    if ("kind" in outcome) return outcome;
    const { data } = createdBody.safeParse(outcome.answer);
    if (data === undefined) return { kind: "unknown" };
    const activityId = data.activityId ?? /;messageid=([^;]+)/.exec(data.id)?.[1] ?? null;
    return { kind: "created", conversationId: data.id, activityId };
  }

  const bot = { id: botId === "" ? "repere" : `28:${botId}`, name: "Repère" };
  return {
    async send({ serviceUrl, conversationId }, activity) {
      const outcome = await call(serviceUrl, (to, options) => to.sendToConversation(conversationId, activity, options));
      return "kind" in outcome ? outcome : { kind: "sent", activityId: idIn(outcome.answer) };
    },
    async update({ serviceUrl, conversationId }, activityId, activity) {
      const replacement = { ...activity, id: activityId };
      const outcome = await call(serviceUrl, (to, options) =>
        to.updateActivity(conversationId, activityId, replacement, options),
      );
      return "kind" in outcome ? outcome : { kind: "sent", activityId: idIn(outcome.answer) ?? activityId };
    },
    createPersonal: ({ serviceUrl, tenantId, memberId }) =>
      create(serviceUrl, {
        ...{ bot, tenantId, isGroup: false, members: [{ id: memberId }] },
        channelData: { tenant: { id: tenantId } },
      }),
    postThread: ({ serviceUrl, tenantId, channelId }, activity) =>
      create(serviceUrl, {
        ...{ bot, tenantId, isGroup: true, activity },
        channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
      }),
    async members({ serviceUrl, conversationId }) {
      const people: RosterMember[] = [];
      let continuationToken: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const token = continuationToken === undefined ? {} : { continuationToken };
        const outcome = await call(serviceUrl, (to, options) =>
          to.getConversationPagedMembers(
            conversationId,
            sdkPaging.parse({ ...options, ...token, pageSize: PAGE_SIZE }),
          ),
        );
        if ("kind" in outcome) return outcome;
        const page = rosterPage.safeParse(outcome.answer);
        if (!page.success) return { kind: "unknown" };
        people.push(...page.data.members);
        continuationToken = page.data.continuationToken;
        if (continuationToken === undefined) break;
      }
      return { kind: "members", people };
    },
  };
}

interface Paging extends CallOptions {
  readonly pageSize: number;
  readonly continuationToken: string;
}
/** The SDK's type asks for the token of a next page also for the first one. */
const sdkPaging = z.custom<Paging>((value) => z.looseObject({ pageSize: z.number() }).safeParse(value).success);
const PAGE_SIZE = 200;
const MOST_PAGES = 50;
const rosterPage = z.object({
  members: z.array(
    z
      .object({
        id: z.string(),
        name: z.string().catch(""),
        aadObjectId: z.string().optional().catch(undefined),
        objectId: z.string().optional().catch(undefined),
      })
      .transform(({ id, name, aadObjectId, objectId }) => ({
        objectId: (aadObjectId ?? objectId)?.toLowerCase() ?? null,
        userId: id,
        name,
      })),
  ),
  continuationToken: z.string().min(1).optional().catch(undefined),
});

const idIn = (answer: unknown): string | null => sentBody.safeParse(answer).data?.id ?? null;

interface CallOptions {
  readonly abortSignal: AbortSignal;
}
type Operation<T> = (conversations: Conversations, options: CallOptions) => Promise<T>;

/** One request, watched: whether it had left when something broke decides between "later" and "unknown". */
async function attempt<T>(
  adapter: DoorAdapter,
  serviceUrl: string,
  operation: Operation<T>,
  deadlineMs: number,
): Promise<{ readonly answer: T } | NotSent> {
  const abort = new AbortController();
  const departure = { left: false };
  const timer = setTimeout(() => abort.abort(), deadlineMs);
  try {
    const client = await adapter.connectorClient(serviceUrl);
    watchDeparture(client, departure);
    return { answer: await orAbort(operation(client.conversations, { abortSignal: abort.signal }), abort.signal) };
  } catch (fault) {
    return fault instanceof ServiceUrlRefused ? ADDRESS_REFUSED : outcomeOfFault(fault, departure.left);
  } finally {
    clearTimeout(timer);
  }
}

const ADDRESS_REFUSED: NotSent = { kind: "refused", reason: "serviceUrl", status: 0, code: "ServiceUrlRefused" };

function watchDeparture(client: ConnectorClient, departure: { left: boolean }): void {
  pipelineOf(client).addPolicy({
    name: "repere-departure",
    sendRequest: (request, next) => {
      departure.left = true;
      return next(request);
    },
  });
}

/** The SDK does not look at the signal while it fetches its own token: the deadline must hold there too. */
function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) =>
    signal.addEventListener("abort", () => reject(new Error("deadline")), { once: true }),
  );
  return Promise.race([work, aborted]);
}

function tell(log: Log, outcome: NotSent): void {
  if (outcome.kind === "refused") log.warn("send.refused", { code: outcome.reason, status: outcome.status });
  else if (outcome.kind === "later") log.info("send.later", { durationMs: outcome.retryAfterMs ?? 0 });
  else log.warn("send.unknown");
}
