import { z } from "zod";
import { mayListOwnCases, type Actor } from "../domain/people/actor.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { DEFAULT_MINUTE } from "../domain/reminders/when.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { mayHaveDigest } from "./parts/pieces-digest.ts";
import { mayBeReminded } from "./parts/reminder-items.ts";

const input = z.strictObject({});

export interface ReminderSettings {
  /** Null: no reminder of their own cases. */
  readonly minute: number | null;
  /** Situations that they asked not to be reminded of; at most as many as a card shows. */
  readonly stopped: readonly Identity[];
  readonly moreStopped: boolean;
  /** They hear of what is late in the whole team as well, whatever they choose. */
  readonly leads: boolean;
  readonly carries: boolean;
  /** They hear once a week of the pieces to complete. */
  readonly digest: boolean;
}

const SHOWN = 40;

export const mayChooseReminders = (actor: Actor): boolean =>
  mayBeReminded(actor, "own") || mayBeReminded(actor, "lead") || mayHaveDigest(actor);

/** What nobody may read any more, a record merged or cancelled, is not named. */
const stoppedOf = async ({ store }: Services, memberId: string): Promise<[readonly Identity[], boolean]> => {
  const page = await store.list({ kind: "reminderStop", key: `member:${memberId}`, limit: SHOWN });
  const codes = page.items.map(({ doc }) => doc.code);
  const found = codes.length === 0 ? [] : await store.getMany("identity", codes);
  return [found.map(({ doc }) => doc), page.cursor !== undefined];
};

/** *Mes rappels*: at what hour, and which situations are left out. */
export const seeReminderSettings = query<z.infer<typeof input>, null, ReminderSettings>({
  act: "reminder.settings",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayChooseReminders(actor) ? null : "roleMayNot"),
  run: async (services, actor) => {
    const [choice, [stopped, moreStopped]] = await Promise.all([
      services.store.get("reminderChoice", actor.memberId),
      stoppedOf(services, actor.memberId),
    ]);
    return done({
      ...{ minute: choice === undefined ? DEFAULT_MINUTE : choice.doc.minute, stopped, moreStopped },
      ...{ leads: mayBeReminded(actor, "lead"), carries: mayListOwnCases(actor) },
      digest: mayHaveDigest(actor),
    });
  },
});
