/** One card of reminders, and what is remembered of it, in one batch: neither exists without the other. */
import type { Day, MemberId } from "../../domain/participant/codes.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import { gather, sameTask, type DueItem, type Gathered } from "../../domain/reminders/due-items.ts";
import { remindedId, reminderDayId, type Reminded, type ReminderDay } from "../../domain/reminders/records.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { noErasureSince } from "./erasures-counted.ts";
import { reachOwnChat, toOwnChat } from "./own-chat.ts";
import { allDueNow, dueNow, type Whom } from "./reminder-items.ts";
import { tellLeadsOnceADay } from "./tell-leads.ts";

/** A card holds so many; the rest is said as a number, and told on the next one. */
export const REMINDED_AT_MOST = 60;

type Held = Reminded & { readonly version: string };

/** What the card of a day shows, as it was told. */
export const shownOn = async (services: Services, { memberId, card }: Whom, on: Day): Promise<readonly Held[]> => {
  const key = `shown:${memberId}.${card}.${on}`;
  const { items } = await services.store.list({ kind: "reminded", key, limit: REMINDED_AT_MOST });
  return items.map(({ doc, version }) => ({ ...doc, version }));
};

export const reminderScreen = ({ card, memberId: member }: Whom, on: Day): ScreenRef => ({
  ...{ screen: "reminder", card, member, on, notice: null, at: null },
});

/** A message to the chat; undefined where it cannot be reached: each chargé de projet is told so, once a day, and it is then only looked for. */
export const messageTo = async (
  services: Services,
  chatOf: MemberId,
  screen: ScreenRef,
): Promise<readonly Write[] | undefined> => {
  const about = { code: null, review: null };
  const name = `reminderUnreached.${chatOf}`;
  const known = await services.store.get("seen", `${name}.${services.clock.today()}`);
  if (known !== undefined) return toOwnChat(services, chatOf, screen, about);
  const writes = await reachOwnChat(services, chatOf, screen, about);
  // In local mode one person plays everyone: the others never opened Teams.
  if (writes !== undefined || (await services.store.get("facts", "store"))?.doc.auth === "local") return writes;
  const refused = { screen: "chatRefused", member: chatOf, notice: null, at: null };
  const told = await tellLeadsOnceADay(services, name, refused, { except: chatOf });
  if (told.length > 0) await services.store.commit(told);
  return undefined;
};

const rememberedWrites = (
  services: Services,
  whom: Whom,
  on: Day,
  { fresh, moved, more }: Gathered<Held>,
): readonly Write[] => {
  const at = services.clock.now().toISOString();
  const day: ReminderDay = {
    ...{ kind: "reminderDay", schemaVersion: 1, ...whom, on, more, later: null, at },
    told: fresh.length + moved.length,
  };
  return [
    { op: "put", doc: day, expected: "new" },
    ...fresh.map((item): Write => {
      const doc: Reminded = { kind: "reminded", schemaVersion: 1, ...whom, ...item, shownOn: on, at };
      return { op: "put", doc, expected: "new" };
    }),
    ...moved.map(({ version, ...doc }): Write => ({ op: "put", doc: { ...doc, shownOn: on }, expected: version })),
  ];
};

const shownAgain = ({ doc, version }: Versioned<ReminderDay>): Write => ({
  op: "put",
  doc: { ...doc, later: null },
  expected: version,
});

const toldAlready = async (services: Services, whom: Whom, items: readonly DueItem[]): Promise<ReadonlySet<string>> => {
  const ids = items.map((item) => remindedId({ ...whom, ...item }));
  const found = ids.length === 0 ? [] : await services.store.getMany("reminded", ids);
  return new Set(found.map(({ doc }) => remindedId(doc)));
};

/** Cards put off that join the card of today, as long as they fit in it; the others wait. */
const joining = async (
  services: Services,
  whom: Whom,
  held: readonly Versioned<ReminderDay>[],
): Promise<{ readonly days: readonly Versioned<ReminderDay>[]; readonly items: readonly Held[] }> => {
  const days: Versioned<ReminderDay>[] = [];
  const items: Held[] = [];
  for (const day of held) {
    const shown = await shownOn(services, whom, day.doc.on);
    if (items.length + shown.length > REMINDED_AT_MOST) break;
    days.push(day);
    items.push(...shown);
  }
  return { days, items };
};

/** The card of today. With nothing to tell, the day is remembered all the same: its hour has passed. */
export const cardOfToday = async (
  services: Services,
  whom: Whom,
  chatOf: MemberId,
  today: Day,
  held: readonly Versioned<ReminderDay>[],
): Promise<void> => {
  const unlessErased = await noErasureSince(services);
  const [now, { days, items }] = await Promise.all([allDueNow(services, whom, today), joining(services, whom, held)]);
  const gathered = gather(whom, now, await toldAlready(services, whom, now), items, REMINDED_AT_MOST);
  const guards = gathered.fresh.length === 0 ? [] : [unlessErased];
  const writes = [...guards, ...rememberedWrites(services, whom, today, gathered), ...days.map(shownAgain)];
  const toTell = gathered.fresh.length + gathered.moved.length;
  const message = toTell === 0 ? [] : await messageTo(services, chatOf, reminderScreen(whom, today));
  if (message !== undefined) await services.store.commit([...writes, ...message]);
};

/** A card that was put off comes again, as it stands now; not at all where nothing of it is left to do. */
export const cardAgain = async (
  services: Services,
  whom: Whom,
  chatOf: MemberId,
  today: Day,
  held: Versioned<ReminderDay>,
): Promise<void> => {
  const shown = await shownOn(services, whom, held.doc.on);
  const codes = [...new Set(shown.map(({ code }) => code))];
  const summaries = codes.length === 0 ? [] : await services.store.getMany("summary", codes);
  const now = await dueNow(
    services,
    whom,
    summaries.map(({ doc }) => doc),
    today,
  );
  const left = shown.some((one) => now.some((item) => sameTask(item, one)));
  const message = left ? await messageTo(services, chatOf, reminderScreen(whom, held.doc.on)) : [];
  if (message !== undefined) await services.store.commit([shownAgain(held), ...message]);
};

/** The card of a day, when it left or was looked at. */
export const dayOfCard = (services: Services, whom: Whom, on: Day): Promise<Versioned<ReminderDay> | undefined> =>
  services.store.get("reminderDay", reminderDayId({ ...whom, on }));
