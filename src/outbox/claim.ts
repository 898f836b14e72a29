/** An entry and its conversation, held by one instance while it sends: for how long, and how the claim is kept until the request leaves. */
import type { Lane, OutboxEntry } from "../domain/records/bookkeeping.ts";
import { documentKey } from "../domain/records/catalogue.ts";
import type { Version, Write } from "../ports/store.ts";
import type { Services } from "../use-cases/frame/services.ts";

export interface Claimed {
  readonly entry: { readonly doc: OutboxEntry; readonly version: Version };
  readonly lane: { readonly doc: Lane; readonly version: Version };
}

export interface Claiming {
  readonly services: Services;
  /** How long a call to Teams may last. */
  readonly sendDeadlineMs: number;
}

const ATTEMPTS = 3;

/**
 * One deadline for the call itself, half of one before it to make the card ready, half of one after it to keep what became of it: whoever still
 * holds a claim that ran out has died, or is so late that its request does not leave any more.
 */
const claimMs = (sendDeadlineMs: number): number => 2 * sendDeadlineMs;
const neededMs = (sendDeadlineMs: number): number => 1.5 * sendDeadlineMs;

/** Undefined where another instance was there first. `also`: committed with it. */
export const claimWith = async (
  { services: { store, clock }, sendDeadlineMs }: Claiming,
  { entry, lane }: Claimed,
  also: readonly Write[] = [],
): Promise<Claimed | undefined> => {
  const until = new Date(clock.now().getTime() + claimMs(sendDeadlineMs)).toISOString();
  const doc: OutboxEntry = { ...entry.doc, state: "sending", notBefore: until };
  const held: Lane = { ...lane.doc, sending: { entry: doc.id, until } };
  const committed = await store.commit([
    { op: "put", doc, expected: entry.version },
    { op: "put", doc: held, expected: lane.version },
    ...also,
  ]);
  if (!committed.ok) return undefined;
  const versionOf = (kind: "outbox" | "lane", id: string): Version =>
    committed.versions.get(documentKey(kind, id)) ?? "";
  return {
    entry: { doc, version: versionOf("outbox", doc.id) },
    lane: { doc: held, version: versionOf("lane", held.id) },
  };
};

/**
 * Asked when the request is about to leave: the claim, renewed where too little of it is left. Throws where it was taken for lost meanwhile, or
 * cannot be renewed in time: nothing leaves then.
 */
export const stillHeld = async (claiming: Claiming, claimed: Claimed): Promise<Claimed> => {
  const { services, sendDeadlineMs } = claiming;
  let held: Claimed | undefined = claimed;
  for (let attempt = 0; attempt <= ATTEMPTS && held !== undefined; attempt += 1) {
    const left = Date.parse(held.entry.doc.notBefore) - services.clock.now().getTime();
    if (left >= neededMs(sendDeadlineMs)) return held;
    held = await claimWith(claiming, held);
  }
  throw new Error("the claim ran out before the request could leave");
};
