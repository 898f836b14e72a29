import { z } from "zod";
import { day } from "../domain/participant/codes.ts";
import type { ReminderDay } from "../domain/reminders/records.ts";
import { DEFAULT_MINUTE, LATER_CHOICES, laterAt } from "../domain/reminders/when.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { dayOfCard } from "./parts/reminder-batch.ts";
import { mayBeReminded, minuteOf } from "./parts/reminder-items.ts";

const input = z.strictObject({ on: day, choice: z.enum(LATER_CHOICES) });
type Input = z.infer<typeof input>;

/** *Plus tard*: the same card comes back at the moment chosen, with what is still to do. One's own. */
export const postponeReminder = command<Input, Versioned<ReminderDay> | undefined, null>({
  act: "reminder.postpone",
  input,
  queue: (actor) => `reminders ${actor.memberId}`,
  load: async (services, actor, { on }) =>
    done(await dayOfCard(services, { memberId: actor.memberId, card: "own" }, on)),
  allow: (actor) => (mayBeReminded(actor, "own") ? null : "roleMayNot"),
  decide: async (services, actor, kept, { on, choice }) => {
    if (kept === undefined) return refused("nothingToSettle");
    const chosen = (await minuteOf(services, { memberId: actor.memberId, card: "own" })) ?? DEFAULT_MINUTE;
    const { timeZone } = services.plie;
    const isWorkingDay = (one: string): boolean => services.calendar.isWorkingDay(one);
    const later = laterAt(choice, services.clock.now(), { timeZone, isWorkingDay, chosen }).toISOString();
    return done({
      outcome: null,
      head: null,
      writes: [{ op: "put", doc: { ...kept.doc, later }, expected: kept.version }],
      audit: { act: "reminder.postponed", code: null, details: { on, choice } },
    });
  },
});
