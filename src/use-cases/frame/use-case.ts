/**
 * How a use case is built: `input` is parsed at the door, `load` reads, `allow` says who may, `run` (or `decide`) does.
 * A use case without `allow` does not compile.
 */
import type { z } from "zod";
import type { Actor } from "../../domain/people/actor.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import type { Store, Write } from "../../ports/store.ts";
import { auditWrites, memberChain } from "./audit-trail.ts";
import { answerWrites, batchOf, type Decision } from "./commit.ts";
import type { Delivery, ScreenFor } from "./delivery.ts";
import { KeyedQueue } from "./keyed-queue.ts";
import { noteOpening } from "./note-opening.ts";
import { done, refused, type RefusalCode, type Result } from "./result.ts";
import type { Services } from "./services.ts";
import { untilWritten } from "./until-written.ts";

interface Common<Input, Loaded> {
  /** The sentence of the trade, as the audit trail names it. */
  readonly act: string;
  readonly input: z.ZodType<Input>;
  /** Reads what `allow` and the rest need; a refusal when it is not there. */
  readonly load: (services: Services, actor: Actor, input: Input) => Promise<Result<Loaded>>;
  /** Null when this actor may do this here. */
  readonly allow: (actor: Actor, loaded: Loaded, input: Input) => RefusalCode | null;
  /** The case that a refusal concerns, for the trail. */
  readonly about?: (input: Input) => string | null;
}

export interface Query<Input, Loaded, Answer> extends Common<Input, Loaded> {
  /** The case whose file this opens: noted in its trail, once a day. Null: of nobody's. */
  readonly opens?: (input: Input) => string | null;
  readonly run: (
    services: Services,
    actor: Actor,
    loaded: Loaded,
    input: Input,
  ) => Result<Answer> | Promise<Result<Answer>>;
}

export interface Command<Input, Loaded, Outcome> extends Common<Input, Loaded> {
  /** Commands with the same key wait for each other in this process. */
  readonly queue: (actor: Actor, input: Input) => string;
  readonly decide: (
    services: Services,
    actor: Actor,
    loaded: Loaded,
    input: Input,
  ) => Result<Decision<Outcome>> | Promise<Result<Decision<Outcome>>>;
}

export const query = <Input, Loaded, Answer>(definition: Query<Input, Loaded, Answer>) => definition;
export const command = <Input, Loaded, Outcome>(definition: Command<Input, Loaded, Outcome>) => definition;

const AUDITED: ReadonlySet<RefusalCode> = new Set(["stranger", "roleMayNot", "noSuchCase", "noSuchReview"]);

/** A refusal of access leaves a link in the actor's own chain. */
const noteRefusal = async (
  services: Services,
  actor: Actor,
  act: string,
  code: string | null,
  refusal: RefusalCode,
): Promise<void> => {
  if (!AUDITED.has(refusal)) return;
  await untilWritten(services, async () => {
    const writes = await auditWrites(services, memberChain(actor.memberId), actor, {
      act: `refused:${act}`,
      code,
      details: { refusal },
    });
    return (await services.store.commit(writes)).ok ? true : undefined;
  });
};

/** Reads for an actor. */
export const ask = async <Input, Loaded, Answer>(
  services: Services,
  actor: Actor,
  definition: Query<Input, Loaded, Answer>,
  input: Input,
): Promise<Result<Answer>> => {
  const loaded = await definition.load(services, actor, input);
  const refusal = loaded.ok ? definition.allow(actor, loaded.value, input) : loaded.refusal;
  if (loaded.ok && refusal === null) {
    const opened = definition.opens?.(input) ?? null;
    if (opened !== null) await noteOpening(services, actor, opened);
    return definition.run(services, actor, loaded.value, input);
  }
  const code = refusal ?? "noSuchCase";
  await noteRefusal(services, actor, definition.act, definition.about?.(input) ?? null, code);
  return refused(code);
};

/** The screen of a delivery or click that was already handled. */
const alreadyHandled = async (services: Services, delivery: Delivery): Promise<ScreenRef | undefined> => {
  const seen = await services.store.get("seen", delivery.activityKey);
  if (seen !== undefined) return seen.doc.screen;
  if (delivery.click === null) return undefined;
  const click = await services.store.get("click", delivery.click.key);
  return click?.doc.hash === delivery.click.hash ? click.doc.screen : undefined;
};

/** One for each product: two of them over one storage, even in one process, are two instances. */
const queues = new WeakMap<Store, KeyedQueue>();
const queueOf = ({ store }: Services): KeyedQueue => {
  const known = queues.get(store) ?? new KeyedQueue();
  queues.set(store, known);
  return known;
};

/**
 * Does a command once: the same delivery or click again gets the stored screen, two at once have one effect, and a case that moved
 * meanwhile is read and decided again within 2.5 s.
 */
export const perform = <Input, Loaded, Outcome>(
  services: Services,
  actor: Actor,
  definition: Command<Input, Loaded, Outcome>,
  input: Input,
  delivery: Delivery,
  screenFor: ScreenFor<Outcome>,
): Promise<Result<ScreenRef>> =>
  queueOf(services).run(definition.queue(actor, input), async () => {
    const answer = await untilWritten<Result<ScreenRef>>(services, async () => {
      const before = await alreadyHandled(services, delivery);
      if (before !== undefined) return done(before);
      const loaded = await definition.load(services, actor, input);
      const refusal = loaded.ok ? definition.allow(actor, loaded.value, input) : loaded.refusal;
      if (!loaded.ok || refusal !== null) {
        const code = refusal ?? "noSuchCase";
        await noteRefusal(services, actor, definition.act, definition.about?.(input) ?? null, code);
        return refused(code);
      }
      const decided = await definition.decide(services, actor, loaded.value, input);
      if (!decided.ok) return decided;
      const screen = screenFor(decided.value.outcome);
      const committed = await services.store.commit(await batchOf(services, actor, delivery, decided.value, screen));
      return committed.ok ? done(screen) : undefined;
    });
    return answer ?? refused("busy");
  });

/** Answers what changes nothing of a case: recorded once with its delivery, so that a second delivery sends nothing more. */
export const answerOnce = async (
  services: Services,
  actor: Actor,
  delivery: Delivery,
  screen: ScreenRef,
  code: string | null,
  besides: readonly Write[],
): Promise<void> => {
  const at = services.clock.now().toISOString();
  const guard: Write = {
    op: "put",
    doc: { kind: "seen", schemaVersion: 1, id: delivery.activityKey, at, screen },
    expected: "new",
  };
  await services.store.commit([guard, ...besides, ...answerWrites(services, actor, delivery, screen, code)]);
};
