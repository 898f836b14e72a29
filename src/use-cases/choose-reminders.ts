import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import type { ReminderChoice } from "../domain/reminders/records.ts";
import { CHOSEN_MINUTES } from "../domain/reminders/when.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { done } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { mayChooseReminders } from "./see-reminder-settings.ts";

const input = z.strictObject({
  /** Null: none; absent: as it was. */
  minute: z
    .number()
    .refine((minute) => CHOSEN_MINUTES.includes(minute))
    .nullable()
    .optional(),
  /** Situations to be reminded of again. */
  takenBack: z.array(participantCode).max(60),
});
type Input = z.infer<typeof input>;

/** *Mes rappels*: their hour, and situations taken back. What comes next follows; nothing that was told is told again. */
export const chooseReminders = command<Input, Versioned<ReminderChoice> | undefined, null>({
  act: "reminder.choose",
  input,
  queue: (actor) => `reminders ${actor.memberId}`,
  load: async ({ store }, actor) => done(await store.get("reminderChoice", actor.memberId)),
  allow: (actor) => (mayChooseReminders(actor) ? null : "roleMayNot"),
  decide: ({ clock }, { memberId }, known, { minute, takenBack }) => {
    const at = clock.now().toISOString();
    const back = takenBack.map((code): Write => ({ op: "delete", kind: "reminderStop", id: `${memberId}.${code}` }));
    const choice: readonly Write[] =
      minute === undefined
        ? []
        : [
            {
              op: "put",
              doc: { kind: "reminderChoice", schemaVersion: 1, memberId, minute, at },
              expected: known?.version ?? "new",
            },
          ];
    return done({
      outcome: null,
      head: null,
      writes: [...choice, ...back],
      audit: { act: "reminder.chosen", code: null, details: { minute: minute ?? null, takenBack: takenBack.length } },
    });
  },
});
