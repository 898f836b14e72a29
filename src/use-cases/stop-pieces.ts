import { z } from "zod";
import { mayListOwnCases } from "../domain/people/actor.ts";
import type { ReminderChoice } from "../domain/reminders/records.ts";
import type { Versioned } from "../ports/store.ts";
import { done } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { mayHaveDigest } from "./parts/pieces-digest.ts";

const input = z.strictObject({});

/** *Ne plus recevoir cette carte*: the weekly card of the pieces to complete. An hour chosen in *Mes rappels* takes it back. */
export const stopPieces = command<z.infer<typeof input>, Versioned<ReminderChoice> | undefined, null>({
  act: "pieces.stop",
  input,
  queue: (actor) => `reminders ${actor.memberId}`,
  load: async ({ store }, actor) => done(await store.get("reminderChoice", actor.memberId)),
  // Whoever carries cases chooses an hour for these too: in *Mes rappels*, where it is said.
  allow: (actor) => (mayHaveDigest(actor) && !mayListOwnCases(actor) ? null : "roleMayNot"),
  decide: ({ clock }, { memberId }, known) =>
    done({
      outcome: null,
      head: null,
      writes: [
        {
          op: "put",
          doc: {
            ...{ kind: "reminderChoice", schemaVersion: 1, memberId, minute: null, at: clock.now().toISOString() },
          },
          expected: known?.version ?? "new",
        },
      ],
      audit: { act: "reminder.chosen", code: null, details: { minute: null, takenBack: 0 } },
    }),
});
