/** What an attempt to send changes beside its entry: where a card is, and what a person has to look at. */
import type { OutboxEntry } from "../../domain/records/bookkeeping.ts";
import type { Delivered } from "../../ports/messenger.ts";
import type { Write } from "../../ports/store.ts";
import { postedWrites } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";
import { afterEdit, afterPost } from "./after-post.ts";
import { refusalWrites } from "./refused-sending.ts";
import { reminderAside, reminderIn } from "./reminder-aside.ts";
import { troubleWrites } from "./send-trouble.ts";

/** A message about a review is looked at by a person; one whose outcome is unknown is asked about a little later. */
const messageAside = async (services: Services, entry: OutboxEntry, outcome: Delivered): Promise<readonly Write[]> => {
  const reminder = reminderIn(entry);
  if (reminder !== undefined) return reminderAside(services, entry, reminder, outcome);
  if (entry.what !== "message" || entry.review === null) return [];
  const review = await services.store.get("review", entry.review);
  const cell = review?.doc.cell ?? null;
  // Of a chat that is closed, each chargé de projet hears on its own.
  const toldApart = entry.reason === "unknown" || (outcome.kind === "refused" && outcome.chatClosed);
  return toldApart ? troubleWrites(services, entry, cell) : refusalWrites(services, entry, cell);
};

/**
 * Written in the same commit as `entry`, the entry *as it becomes* (sent, pending again, or aside with its reason; also when it is given up
 * without an attempt). Guarded by what was read: where the commit finds that something moved, this is asked again.
 */
export const sendingWrites = async (
  services: Services,
  entry: OutboxEntry,
  outcome: Delivered,
): Promise<readonly Write[]> => {
  if (entry.state !== "sent" && entry.state !== "aside") return [];
  if (entry.what === "post") return afterPost(services, entry, outcome);
  if (entry.what === "edit") return afterEdit(services, entry);
  if (entry.state === "aside") return messageAside(services, entry, outcome);
  const place = { ...entry, activityId: entry.sentActivityId ?? entry.activityId };
  return postedWrites(services, place, entry.code, outcome.kind === "sent" ? outcome.names : []);
};
