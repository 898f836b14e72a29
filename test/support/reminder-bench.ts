/** A team, what is due in its cases, and a clock that is set: who was told what, read from the messages that were left to send. */
import type { Member } from "../../src/domain/people/member.ts";
import type { CaseSummary, Conversation, OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import type { ReminderCard } from "../../src/domain/reminders/codes.ts";
import type { Reminded } from "../../src/domain/reminders/records.ts";
import type { Store, Write } from "../../src/ports/store.ts";
import { createMemoryStore, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { createCalendar } from "../../src/system/calendar.ts";
import { createIds } from "../../src/system/ids.ts";
import { wallTime } from "../../src/domain/reminders/when.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { reminderIn } from "../../src/use-cases/parts/reminder-aside.ts";
import type { Services } from "../../src/use-cases/frame/services.ts";
import { tabServices } from "./tab-services.ts";

const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
export const CAMILLE = idOf(1);
export const NADIA = idOf(2);
export const LEADER = idOf(3);
export const REMINDED_TEAM: readonly Member[] = [
  { aadObjectId: CAMILLE, name: "Camille Martin", roles: ["referent"] },
  { aadObjectId: NADIA, name: "Nadia Roche", roles: ["referent"] },
  { aadObjectId: LEADER, name: "Dorian Bouleau", roles: ["chargeDeProjet"] },
];
export const TIME_ZONE = "Europe/Paris";
const calendar = createCalendar();

export const aSummary = (number: number, over: Partial<CaseSummary> = {}): CaseSummary => ({
  ...{ kind: "summary", schemaVersion: 1, code: `P-2026-${String(number).padStart(4, "0")}`, parcours: 1 },
  ...{
    referentId: CAMILLE,
    substituteId: null,
    status: "entered",
    round: 0,
    addressed: 0,
    lastContactOn: null,
    noCellDate: false,
  },
  due: [{ milestone: "t0", on: "2026-11-24" }],
  ...over,
});

export const aChat = (memberId: string, refused: string | null = null): Conversation => ({
  ...{ kind: "conversation", schemaVersion: 1, memberId, tenantId: null, userId: "29:x", botId: "28:repere" },
  ...{ conversationId: `a:${memberId}`, serviceUrl: "http://127.0.0.1:9/", refused, at: "2026-11-01T08:00:00.000Z" },
});

/** One card that was left to send. */
export interface CardLeft {
  readonly member: string;
  readonly card: ReminderCard;
  readonly on: string;
  readonly at: string;
}

export class ReminderBench {
  /** What the clock says: an instant. */
  now = new Date("2026-11-24T07:30:00.000Z");
  #store: Store;

  constructor(
    readonly team: readonly Member[] = REMINDED_TEAM,
    readonly disk: MemoryDisk = emptyDisk(),
  ) {
    this.#store = this.#open();
  }

  #open(): Store {
    return createMemoryStore({ now: () => this.now, disk: this.disk });
  }

  get store(): Store {
    return this.#store;
  }

  /** An instance over the same storage, or over what `through` makes of it. */
  instance(through: (store: Store) => Store = (store) => store, over: Partial<Services> = {}): Services {
    const { services } = tabServices(this.team);
    return {
      ...services,
      store: through(this.#open()),
      clock: {
        now: () => this.now,
        today: () => wallTime(this.now, TIME_ZONE).day,
        startOf: (day) => new Date(`${day}T00:00:00.000Z`),
        pause: () => Promise.resolve(),
      },
      calendar,
      ids: createIds(),
      ...over,
    };
  }

  /** « 2026-11-24 8:30 » in the PLIE. */
  set(day: string, hour: number, minute = 0): void {
    const utc = new Date(`${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00.000Z`);
    const shown = wallTime(utc, TIME_ZONE);
    const ahead = shown.day === day ? shown.minute - hour * 60 - minute : 1440 + shown.minute - hour * 60 - minute;
    this.now = new Date(utc.getTime() - ahead * 60_000);
  }

  async put(...docs: readonly (Write & { readonly op: "put" })["doc"][]): Promise<void> {
    for (let at = 0; at < docs.length; at += 50)
      await this.#store.commit(docs.slice(at, at + 50).map((doc): Write => ({ op: "put", doc })));
  }

  chats(): Promise<void> {
    return this.put(...this.team.map(({ aadObjectId }) => aChat(aadObjectId)));
  }

  remind(): Promise<void> {
    return remindMembers(this.instance());
  }

  async entries(): Promise<readonly OutboxEntry[]> {
    const found = await Promise.all(
      ["open", "sent", "aside"].map((key) => this.#store.list({ kind: "outbox", key, limit: 2_000 })),
    );
    return found.flatMap(({ items }) => items.map(({ doc }) => doc));
  }

  /** The cards of reminders, oldest first. */
  async cards(member?: string): Promise<readonly CardLeft[]> {
    const cards = (await this.entries()).flatMap((entry) => {
      const card = reminderIn(entry);
      return card === undefined ? [] : [{ member: card.memberId, card: card.card, on: card.on, at: entry.createdAt }];
    });
    return cards
      .filter((one) => member === undefined || one.member === member)
      .sort((one, other) => one.at.localeCompare(other.at));
  }

  /** What is remembered as told, whoever was told. */
  told(): readonly Reminded[] {
    return [...this.disk.documents.values()]
      .filter(({ kind }) => kind === "reminded")
      .map(({ json }) => JSON.parse(json) as Reminded);
  }

  toldTo(member: string): readonly string[] {
    return this.told()
      .filter(({ memberId }) => memberId === member)
      .map(({ code, milestone, when }) => `${code} ${milestone} ${when}`)
      .sort();
  }
}
