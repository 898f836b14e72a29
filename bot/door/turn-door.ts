import type { TurnContext } from "botbuilder";
import type { Log } from "../../src/ports/log.ts";
import type { InboundActivity } from "./activity.ts";
import type { DoorAdapter } from "./adapter.ts";
import type { Connector, OutboundActivity, SendOutcome } from "./connector.ts";
import { invokeBody, SENTENCES, type InvokeAnswer } from "./invoke-answer.ts";
import { newReference } from "./reference.ts";

export interface Turn {
  /** Sends in the conversation that the activity came from; one attempt, never throws. */
  reply(activity: OutboundActivity): Promise<SendOutcome>;
  /** True once Teams was told that the work goes on: an answer now reaches the person through `onLateAnswer` only. */
  answeredLate(): boolean;
  /** botbuilder's own view of the turn, for an ActivityHandler. */
  readonly context: TurnContext;
}

export interface TurnDoorOptions {
  readonly adapter: DoorAdapter;
  readonly connector: Connector;
  readonly log: Log;
  /** Undefined for an invoke means: this bot does not know it. May throw: the person gets a sentence and a reference. */
  readonly onActivity: (activity: InboundActivity, turn: Turn) => Promise<InvokeAnswer | undefined>;
  /** The answer of a button that took longer than Teams waits: update the message with it. */
  readonly onLateAnswer?: (activity: InboundActivity, answer: InvokeAnswer) => Promise<void>;
  /** Teams gives up on a button after a few seconds and calls again after fifteen. */
  readonly invokeBudgetMs?: number;
  readonly messageBudgetMs?: number;
}

export interface TurnDoor {
  /** The JSON body of the HTTP 200 answer; undefined for what awaits none. Never throws. */
  process(activity: InboundActivity): Promise<string | undefined>;
  /** Resolves when no turn is at work any more. */
  idle(): Promise<void>;
}

const LATE = Symbol("late");

/** Runs a turn for an activity that was let in, and answers in time whatever happens in it. */
export function createTurnDoor(options: TurnDoorOptions): TurnDoor {
  const running = new Set<Promise<unknown>>();
  const { invokeBudgetMs = 2_800, messageBudgetMs = 10_000 } = options;
  return {
    async process(activity) {
      const turn = { late: false };
      const work = runTurn(options, activity, turn).finally(() => running.delete(work));
      running.add(work);
      const isInvoke = activity.type === "invoke";
      const answer = await within(work, isInvoke ? invokeBudgetMs : messageBudgetMs);
      if (answer === LATE) {
        turn.late = true;
        options.log.warn("turn.late", idsOf(activity));
      }
      if (!isInvoke) return undefined;
      return bodyFor(options.log, activity, answer === LATE ? { kind: "message", text: SENTENCES.slow } : answer);
    },
    async idle() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** Never rejects: a failure is an answer too. */
async function runTurn(
  options: TurnDoorOptions,
  activity: InboundActivity,
  turn: { late: boolean },
): Promise<InvokeAnswer> {
  const startedAt = performance.now();
  const answer = await answerOf(options, activity, turn);
  options.log.info("turn.done", { ...idsOf(activity), durationMs: Math.round(performance.now() - startedAt) });
  if (turn.late && activity.type === "invoke") await tellLate(options, activity, answer);
  return answer;
}

async function answerOf(
  options: TurnDoorOptions,
  activity: InboundActivity,
  turn: { late: boolean },
): Promise<InvokeAnswer> {
  const reply = (message: OutboundActivity) => options.connector.send(referenceOf(activity), message);
  try {
    let answer: InvokeAnswer | undefined;
    await options.adapter.runTurn(activity, async (context) => {
      answer = await options.onActivity(activity, { reply, answeredLate: () => turn.late, context });
    });
    return answer ?? { kind: "message", text: SENTENCES.unknown };
  } catch (cause) {
    const reference = newReference();
    options.log.error("turn.failed", { ...idsOf(activity), reference, cause });
    const text = SENTENCES.failed(reference);
    if (activity.type === "message") await reply({ type: "message", text });
    return { kind: "message", text };
  }
}

async function tellLate(options: TurnDoorOptions, activity: InboundActivity, answer: InvokeAnswer): Promise<void> {
  try {
    await options.onLateAnswer?.(activity, answer);
  } catch (cause) {
    options.log.error("turn.lateFailed", { ...idsOf(activity), cause });
  }
}

/** An answer that Teams would not accept becomes a sentence and a reference. */
function bodyFor(log: Log, activity: InboundActivity, answer: InvokeAnswer): string | undefined {
  const body = invokeBody(activity.name, answer);
  if (body !== undefined) return body;
  const reference = newReference();
  log.error("turn.failed", { ...idsOf(activity), reference, code: "invalidAnswer" });
  return invokeBody(activity.name, { kind: "message", text: SENTENCES.failed(reference) });
}

const referenceOf = ({ serviceUrl, conversation }: InboundActivity) => ({
  serviceUrl,
  conversationId: conversation.id,
});

const KNOWN_NAME = /^[A-Za-z][\w/.]{0,60}$/;
const idsOf = (activity: InboundActivity) => ({
  conversationId: activity.conversation.id,
  ...(activity.id === undefined ? {} : { activityId: activity.id }),
  ...(KNOWN_NAME.test(activity.type) ? { code: activity.type } : {}),
  ...(KNOWN_NAME.test(activity.name ?? "") ? { verb: activity.name ?? "" } : {}),
});

async function within<T>(work: Promise<T>, milliseconds: number): Promise<T | typeof LATE> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof LATE>((resolve) => (timer = setTimeout(() => resolve(LATE), milliseconds)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
