import { z } from "zod";
import { day, memberId } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import { sameTask, type DueItem } from "../domain/reminders/due-items.ts";
import { reminderCard } from "../domain/reminders/codes.ts";
import { laterChoices, wallTime, type LaterChoice } from "../domain/reminders/when.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { incompleteOf } from "./parts/incomplete-files.ts";
import { dayOfCard, shownOn } from "./parts/reminder-batch.ts";
import { dueNow, mayBeReminded } from "./parts/reminder-items.ts";

const input = z.strictObject({ card: reminderCard, member: memberId, on: day });
type Input = z.infer<typeof input>;

export interface ReminderLine extends DueItem {
  readonly identity: Identity;
  readonly summary: CaseSummary;
}
export interface ReminderView {
  /** What was told that day and is still to do, the oldest first. */
  readonly lines: readonly ReminderLine[];
  /** How many were told, whatever was done since. */
  readonly told: number;
  readonly more: number;
  /** When the card comes back, if it was put off. */
  readonly later: string | null;
  readonly laterChoices: readonly LaterChoice[];
  /** How many of their own files have something to complete; 0 on the card of who leads. */
  readonly incomplete: number;
}

/** *À faire aujourd'hui*: the card of a day, read again: what was done since is gone. */
export const seeReminder = query<Input, null, ReminderView>({
  act: "reminder.see",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor, _loaded, { card, member }) =>
    actor.memberId === member && mayBeReminded(actor, card) ? null : "roleMayNot",
  run: async (services, _actor, _loaded, { card, member, on }) => {
    const whom = { memberId: member, card };
    const [kept, shown, incomplete] = await Promise.all([
      dayOfCard(services, whom, on),
      shownOn(services, whom, on),
      card === "own" ? incompleteOf(services, member) : 0,
    ]);
    const codes = [...new Set(shown.map(({ code }) => code))];
    const [summaries, identities] = await Promise.all([
      services.store.getMany("summary", codes),
      services.store.getMany("identity", codes),
    ]);
    const wall = wallTime(services.clock.now(), services.plie.timeZone);
    const rows = summaries.map(({ doc }) => doc);
    const now = await dueNow(services, whom, rows, wall.day);
    const left = now.filter((item) => shown.some((one) => sameTask(item, one)));
    const lines = left.flatMap((item) => {
      const identity = identities.find(({ doc }) => doc.code === item.code)?.doc;
      const summary = rows.find(({ code }) => code === item.code);
      return identity === undefined || summary === undefined ? [] : [{ ...item, identity, summary }];
    });
    return done({
      lines: lines.sort((one, other) => one.on.localeCompare(other.on) || one.code.localeCompare(other.code)),
      incomplete,
      told: kept?.doc.told ?? shown.length,
      more: kept?.doc.more ?? 0,
      later: kept?.doc.later ?? null,
      laterChoices: laterChoices(wall, (one) => services.calendar.isWorkingDay(one)),
    });
  },
});
