/** What becomes of a card of reminders that did not arrive: held until it can leave, or, where nobody knows, looked at by a person. */
import type { OutboxEntry } from "../../domain/records/bookkeeping.ts";
import { reminderCard } from "../../domain/reminders/codes.ts";
import type { Delivered } from "../../ports/messenger.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { refusalWrites } from "./refused-sending.ts";
import { dayOfCard } from "./reminder-batch.ts";
import type { Whom } from "./reminder-items.ts";
import { troubleWrites } from "./send-trouble.ts";

/** What Teams refuses for another reason than a closed chat would be refused again: the next day. */
const NEXT_DAY_MS = 20 * 3_600_000;

interface CardOf extends Whom {
  readonly on: string;
}

/** The card that an entry carries; undefined: it is no reminder. */
export const reminderIn = ({ what, screen }: OutboxEntry): CardOf | undefined => {
  const { card, member, on } = screen;
  const read = reminderCard.safeParse(card);
  if (what !== "message" || screen["screen"] !== "reminder" || !read.success) return undefined;
  return typeof member === "string" && typeof on === "string" ? { card: read.data, memberId: member, on } : undefined;
};

/** It never left: nothing of it is lost. */
const holdWrites = async (services: Services, { on, ...whom }: CardOf, afterMs: number): Promise<readonly Write[]> => {
  const day = await dayOfCard(services, whom, on);
  if (day === undefined || day.doc.later !== null) return [];
  const later = new Date(services.clock.now().getTime() + afterMs).toISOString();
  return [{ op: "put", doc: { ...day.doc, later }, expected: day.version }];
};

export const reminderAside = async (
  services: Services,
  entry: OutboxEntry,
  of: CardOf,
  outcome: Delivered,
): Promise<readonly Write[]> => {
  if (entry.reason === "unknown") return troubleWrites(services, entry, null);
  // Teams was busy too long, or the chat is closed, which each chargé de projet hears on its own: as soon as it can.
  const soon = entry.reason === "tooLate" || (outcome.kind === "refused" && outcome.chatClosed);
  if (soon) return holdWrites(services, of, 0);
  return [...(await holdWrites(services, of, NEXT_DAY_MS)), ...(await refusalWrites(services, entry, null))];
};
