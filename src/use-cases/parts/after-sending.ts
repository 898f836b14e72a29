/** What an attempt to send changes beside its entry: where a card is, and what a person has to look at. */
import type { OutboxEntry } from "../../domain/records/bookkeeping.ts";
import type { Delivered } from "../../ports/messenger.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

/** A card about a person is found again by its place, so that it can be withdrawn. */
const postedWrites = (services: Services, entry: OutboxEntry, activityId: string | null): readonly Write[] => {
  if (entry.code === null || activityId === null) return [];
  const { memberId, conversationId, code } = entry;
  const at = services.clock.now().toISOString();
  return [{ op: "put", doc: { kind: "posted", schemaVersion: 1, memberId, conversationId, activityId, code, at } }];
};

/**
 * Written in the same commit as `entry`, the entry *as it becomes* (sent, pending again, or aside with its reason; also when it is given up
 * without an attempt). Guarded by what was read: where the commit finds that something moved, this is asked again.
 */
export const sendingWrites = (
  services: Services,
  entry: OutboxEntry,
  outcome: Delivered,
): Promise<readonly Write[]> => {
  if (entry.state !== "sent" || outcome.kind !== "sent") return Promise.resolve([]);
  return Promise.resolve(postedWrites(services, entry, outcome.activityId ?? entry.activityId));
};
