import { z } from "zod";
import { participantCode } from "../domain/participant/codes.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Versioned } from "../ports/store.ts";
import { mayCarryCase } from "../domain/people/actor.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { asRead } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

/** *Ne plus me rappeler cette situation*: holds until taken back; what is due stands in *Mes échéances* all the same, and what is late is told to who leads. */
export const stopReminders = command<Input, Versioned<CaseFile>, null>({
  act: "reminder.stop",
  input,
  about: ({ code }) => code,
  queue: (actor) => `reminders ${actor.memberId}`,
  load: async ({ store }, _actor, { code }) => {
    const file = await store.get("case", code);
    return file === undefined ? refused("noSuchCase") : done(file);
  },
  allow: (actor, file) => (mayCarryCase(actor, file.doc) ? null : "noSuchCase"),
  decide: async ({ store, clock }, { memberId }, file, { code }) => {
    const known = await store.get("reminderStop", `${memberId}.${code}`);
    const at = clock.now().toISOString();
    return done({
      outcome: null,
      head: null,
      writes:
        known === undefined
          ? [
              asRead(file),
              { op: "put", doc: { kind: "reminderStop", schemaVersion: 1, memberId, code, at }, expected: "new" },
            ]
          : [],
      audit: { act: "reminder.stopped", code, details: {} },
    });
  },
});
