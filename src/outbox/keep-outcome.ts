/** Keeps what became of a sending, with what it changes elsewhere: as long as the claim holds, whatever the store does meanwhile. */
import type { Lane, OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Delivered } from "../ports/messenger.ts";
import { StoreUnavailable, type CommitResult, type Write } from "../ports/store.ts";
import type { Services } from "../use-cases/frame/services.ts";
import { sendingWrites } from "../use-cases/parts/after-sending.ts";
import type { Claimed } from "./claim.ts";

export interface Outcome {
  readonly entry: OutboxEntry;
  readonly lane: Lane;
  readonly outcome: Delivered;
}

/** In milliseconds. Also once the claim ran out: it stands until somebody takes it for lost. */
const PAUSES = [20, 80, 300, 1_000, 3_000, 9_000] as const;

const attempt = async (
  services: Services,
  own: readonly Write[],
  after: Outcome,
): Promise<CommitResult | undefined> => {
  try {
    return await services.store.commit([...own, ...(await sendingWrites(services, after.entry, after.outcome))]);
  } catch (cause) {
    if (!(cause instanceof StoreUnavailable)) throw cause;
    return undefined;
  }
};

/** False where it is not ours any more, or could not be kept: the claim runs out, and it is told as of unknown outcome. */
export const keepOutcome = async (
  { services }: { readonly services: Services },
  claimed: Claimed,
  after: Outcome,
): Promise<boolean> => {
  const own: readonly Write[] = [
    { op: "put", doc: after.entry, expected: claimed.entry.version },
    { op: "put", doc: after.lane, expected: claimed.lane.version },
  ];
  for (const pause of PAUSES) {
    const kept = await attempt(services, own, after);
    if (kept?.ok === true) return true;
    if (kept?.conflict.kind === "outbox" || kept?.conflict.kind === "lane") return false;
    // Another document moved, or the store did not answer: read and tried again.
    await services.clock.pause(pause * (0.5 + services.ids.random()));
  }
  services.log.error("outbox.failed", { entryId: after.entry.id, code: "notKept" });
  return false;
};
