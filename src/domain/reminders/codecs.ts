/** How what members choose of their reminders, and what they were told, are kept and found again. */
import { define, secondsOf } from "../codec.ts";
import { reminded, remindedId, reminderChoice, reminderDay, reminderDayId, reminderStop } from "./records.ts";

export const reminderCodecs = {
  reminderChoice: define({
    schema: reminderChoice,
    id: (doc) => doc.memberId,
    keys: () => ["all"],
    order: (doc) => doc.memberId,
  }),
  reminderStop: define({
    schema: reminderStop,
    id: (doc) => `${doc.memberId}.${doc.code}`,
    keys: (doc) => [`member:${doc.memberId}`, `case:${doc.code}`],
    order: (doc) => doc.code,
  }),
  // As long as the case: what was told once is not told again.
  reminded: define({
    schema: reminded,
    id: remindedId,
    keys: (doc) => [`case:${doc.code}`, `shown:${doc.memberId}.${doc.card}.${doc.shownOn}`],
    order: (doc) => `${doc.on} ${doc.code}`,
  }),
  reminderDay: define({
    schema: reminderDay,
    id: reminderDayId,
    keys: (doc) => (doc.later === null ? [] : [`later:${doc.memberId}.${doc.card}`]),
    order: (doc) => doc.on,
    ttl: (doc) => (doc.later === null ? secondsOf(30) : undefined),
  }),
} as const;
