/** Reads the reminders that the kills left behind: each item told by one card that arrived once, or whose outcome is unknown and seen. */
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import type { ReminderCard } from "../../src/domain/reminders/codes.ts";
import type { Reminded } from "../../src/domain/reminders/records.ts";
import type { Store } from "../../src/ports/store.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import { reminderIn } from "../../src/use-cases/parts/reminder-aside.ts";
import type { FakeConnector } from "../support/fake-connector.ts";

export interface Expected {
  readonly memberId: string;
  readonly card: ReminderCard;
  readonly code: string;
  readonly on: string;
}

export interface ReminderFigures {
  readonly items: number;
  readonly sent: number;
  readonly unknown: number;
  readonly again: number;
  readonly lost: number;
}

/** Each message carries its entry: those that arrived. A request that Teams did not take says nothing. */
const arrivals = (teams: FakeConnector, members: readonly string[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { contents } of members.flatMap((member) => teams.messagesOf(`a:${member}`)))
    for (const entry of new Set(
      [...JSON.stringify(contents[0] ?? {}).matchAll(/"sent":"([^"]+)"/g)].map(([, id]) => id),
    ))
      if (entry !== undefined) times.set(entry, (times.get(entry) ?? 0) + 1);
  return times;
};

const entriesOf = async (store: Store): Promise<OutboxEntry[]> => {
  const found: OutboxEntry[] = [];
  for (const key of ["open", "sent", "aside"])
    for await (const { doc } of everyDocument(store, { kind: "outbox", key })) found.push(doc);
  return found;
};

const cardKey = (one: { readonly memberId: string; readonly card: string; readonly on: string }): string =>
  `${one.memberId} ${one.card} ${one.on}`;

export const verifyReminders = async (
  store: Store,
  teams: FakeConnector,
  expected: readonly Expected[],
): Promise<ReminderFigures & { readonly problems: readonly string[] }> => {
  const problems: string[] = [];
  const say = (problem: string): void => void problems.push(problem);
  const arrived = arrivals(teams, [...new Set(expected.map(({ memberId }) => memberId))]);
  const reminders = (await entriesOf(store)).flatMap((entry) => {
    const card = reminderIn(entry);
    return card === undefined ? [] : [{ entry, key: cardKey(card) }];
  });
  const troubled = async ({ id }: OutboxEntry): Promise<boolean> =>
    (await store.get("sendTrouble", id))?.doc !== undefined;
  const figures = { items: 0, sent: 0, unknown: 0, again: 0, lost: 0 };
  /** Cards that were told, or may have been and somebody sees it. */
  const told = new Map<string, number>();
  for (const { entry, key } of reminders) {
    if ((arrived.get(entry.id) ?? 0) > 1) say(`${key}: arrived ${arrived.get(entry.id)} times`);
    const isUnknown = entry.state === "aside" && entry.reason === "unknown";
    if (isUnknown && !(await troubled(entry))) say(`${key}: of unknown outcome, and nobody sees it`);
    if (entry.state === "sent" && !arrived.has(entry.id)) say(`${key}: told to be sent, never arrived`);
    if (entry.state === "aside" && !isUnknown && arrived.has(entry.id)) say(`${key}: ${entry.reason}, and it arrived`);
    if (entry.state === "sent") figures.sent += 1;
    else if (isUnknown) figures.unknown += 1;
    else figures.lost += 1;
    if (entry.state === "sent" || isUnknown) told.set(key, (told.get(key) ?? 0) + 1);
  }
  for (const [key, count] of told) if (count > 1) say(`${key}: ${count} cards of one day left`);
  const known: Reminded[] = [];
  for (const { memberId, card, code, on } of expected) {
    const ids = (["due", "late"] as const).map((when) => `${memberId}.${card}.${code}.1.t0.${on}.${when}`);
    const found = (await store.getMany("reminded", ids)).map(({ doc }) => doc);
    known.push(...found);
    if (!found.some(({ when }) => when === "late"))
      say(`${code}, due on ${on}: never told late to ${memberId} (${card})`);
    for (const one of found)
      if (!told.has(cardKey({ memberId, card, on: one.shownOn })))
        say(`${code}, due on ${on}, ${one.when}: remembered as told on ${one.shownOn}, and no card left`);
  }
  figures.items = known.length;
  const held = new Set(reminders.map(({ key }) => key));
  figures.again = reminders.length - held.size;
  return { ...figures, problems };
};
