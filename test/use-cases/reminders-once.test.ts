/** Whatever restarts, deaths between two commits, schedulers, clocks and sleeps: each item is told once, by day, on a day worked; and none is lost. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { MILESTONES, type Milestone } from "../../src/domain/participant/milestones.ts";
import { addDays } from "../../src/domain/participant/days.ts";
import type { StoredDocument } from "../../src/domain/records/catalogue.ts";
import { ownItems } from "../../src/domain/reminders/due-items.ts";
import { isQuiet, laterAt, LATER_CHOICES, wallTime } from "../../src/domain/reminders/when.ts";
import { aside } from "../../src/outbox/outcome.ts";
import type { Write } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { createCalendar } from "../../src/system/calendar.ts";
import { sendingWrites } from "../../src/use-cases/parts/after-sending.ts";
import { reminderIn } from "../../src/use-cases/parts/reminder-aside.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { failingAt } from "../support/failing-store.ts";
import { aChat, aSummary, CAMILLE, LEADER, NADIA, ReminderBench, TIME_ZONE } from "../support/reminder-bench.ts";

const calendar = createCalendar();
const isWorkingDay = (day: string): boolean => calendar.isWorkingDay(day);
const FIRST = "2026-10-19";
const CASES = 6;

/** Who looks at the clock: one server, three at once, or one that dies at its nth commit, alone or beside another. */
const looks = fc.oneof(
  fc.constant({ alone: true, dies: 0 }),
  fc.constant({ alone: false, dies: 0 }),
  fc.record({ alone: fc.boolean(), dies: fc.integer({ min: 1, max: 3 }) }),
);
/** What happens, and who looks at the clock then. */
const happens = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("later" as const), minutes: fc.integer({ min: 1, max: 900 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("sleep" as const), days: fc.integer({ min: 2, max: 5 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("back" as const), minutes: fc.integer({ min: 1, max: 4_000 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("due" as const),
      number: fc.integer({ min: 1, max: CASES }),
      due: fc.uniqueArray(
        fc.record({ milestone: fc.constantFrom(...MILESTONES.slice(0, 6)), ahead: fc.integer({ min: -3, max: 8 }) }),
        { maxLength: 3, selector: ({ milestone }) => milestone },
      ),
    }),
  },
);
const step = fc.record({ what: happens, looks });
/** What a member or Teams does of a card. */
const act = fc.record({
  what: fc.oneof(
    fc.record({ do: fc.constant("putOff" as const), choice: fc.constantFrom(...LATER_CHOICES) }),
    fc.record({ do: fc.constant("lost" as const) }),
  ),
  looks,
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

const start = async (): Promise<ReminderBench> => {
  const bench = new ReminderBench();
  await bench.chats();
  await bench.put(...Array.from({ length: CASES }, (_, index) => aSummary(index + 1, { due: [] })));
  bench.set(FIRST, 7);
  return bench;
};

const caseOf = async (bench: ReminderBench, number: number, due: readonly Milestone[]): Promise<void> => {
  const sorted = [...due].sort((one, other) => one.on.localeCompare(other.on));
  await bench.put(aSummary(number, { due: sorted, referentId: number % 2 === 0 ? CAMILLE : NADIA }));
};

/** Camille puts the newest of her cards off. */
const putOff = async (bench: ReminderBench, choice: (typeof LATER_CHOICES)[number]): Promise<void> => {
  const on = (await bench.cards(CAMILLE)).at(-1)?.on;
  const kept = on === undefined ? undefined : await bench.store.get("reminderDay", `${CAMILLE}.own.${on}`);
  if (kept === undefined) return;
  const later = laterAt(choice, bench.now, { timeZone: TIME_ZONE, isWorkingDay, chosen: 510 }).toISOString();
  await bench.store.commit([{ op: "put", doc: { ...kept.doc, later }, expected: kept.version }]);
};

/** Teams was too busy for what waits to be sent. */
const lose = async (bench: ReminderBench): Promise<void> => {
  const { items } = await bench.store.list({ kind: "outbox", key: "open", limit: 50 });
  for (const { doc, version } of items) {
    const late = aside(doc, "tooLate");
    const outcome = { kind: "refused", reason: "tooLate", chatClosed: false } as const;
    const writes = await sendingWrites(bench.instance(), late, outcome);
    await bench.store.commit([{ op: "put", doc: late, expected: version }, ...writes]);
  }
};

/** What is waiting left for Teams. */
const send = async (bench: ReminderBench): Promise<void> => {
  const { items } = await bench.store.list({ kind: "outbox", key: "open", limit: 50 });
  for (const { doc, version } of items)
    await bench.store.commit([{ op: "put", doc: { ...doc, state: "sent" }, expected: version }]);
};

const play = async (bench: ReminderBench, { what, looks: { alone, dies } }: Step | Act): Promise<void> => {
  const { now } = bench;
  if (what.do === "later") bench.now = new Date(now.getTime() + what.minutes * 60_000);
  if (what.do === "sleep") bench.now = new Date(now.getTime() + what.days * 86_400_000);
  if (what.do === "back") bench.now = new Date(now.getTime() - what.minutes * 60_000);
  if (what.do === "due") {
    const { day } = wallTime(now, TIME_ZONE);
    const due = what.due.map(({ milestone, ahead }) => ({ milestone, on: addDays(day, ahead) }));
    await caseOf(bench, what.number, due);
  }
  if (what.do === "putOff") await putOff(bench, what.choice);
  if (what.do === "lost") await lose(bench);
  const first = dies === 0 ? bench.instance() : bench.instance((store) => failingAt(store, dies));
  const others = alone ? [] : [bench.instance(), bench.instance()];
  await Promise.all([first, ...others].map((scheduler) => remindMembers(scheduler)));
};

/** Days go by without anything new, until everything that is due was told. */
const finish = async (bench: ReminderBench): Promise<void> => {
  for (let days = 0; days < 8 || !isWorkingDay(wallTime(bench.now, TIME_ZONE).day); days += 1) {
    bench.set(addDays(wallTime(bench.now, TIME_ZONE).day, 1), 9);
    await bench.remind();
    await send(bench);
  }
};

const assertNoneLost = async (bench: ReminderBench): Promise<void> => {
  const { day } = wallTime(bench.now, TIME_ZONE);
  const { items } = await bench.store.list({ kind: "summary", key: "due", limit: 100 });
  const told = bench.told();
  const missing = items.flatMap(({ doc }) =>
    ownItems(doc, day).flatMap((item) =>
      [doc.referentId, ...(item.when === "late" ? [LEADER] : [])].filter(
        (member) =>
          !told.some(
            (one) =>
              one.memberId === member &&
              one.code === item.code &&
              one.milestone === item.milestone &&
              one.on === item.on &&
              one.when === item.when,
          ),
      ),
    ),
  );
  assert.deepEqual(missing, [], "due, and never told to them");
};

/** Nothing is remembered as told without a card that tells it: the one of the day that shows it, which left as often as it was put off, and once. */
const assertToldByCards = async (bench: ReminderBench): Promise<void> => {
  const cards = await bench.cards();
  for (const { memberId, card, shownOn, code } of bench.told())
    assert.ok(
      cards.some((one) => one.member === memberId && one.card === card && one.on === shownOn),
      `${code} is remembered as told to ${memberId} on ${shownOn}, and no card says so`,
    );
};

const assertByDay = async (bench: ReminderBench): Promise<void> => {
  for (const { at, member } of await bench.cards()) {
    const wall = wallTime(new Date(at), TIME_ZONE);
    assert.ok(!isQuiet(wall, isWorkingDay), `${member} was told at ${JSON.stringify(wall)}`);
  }
};

describe("Each due item, whatever happens", function () {
  this.timeout(60_000);

  it("is told by one card, by day, on a day worked; none is lost: restarts, deaths between commits, three schedulers, clocks, sleeps", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const bench = await start();
        for (const one of steps) await play(bench, one);
        await finish(bench);
        const days = (await bench.cards()).map(({ member, card, on }) => `${member} ${card} ${on}`);
        assert.deepEqual(days, [...new Set(days)], "two cards of one day");
        await assertByDay(bench);
        await assertToldByCards(bench);
        await assertNoneLost(bench);
      }),
      { numRuns: 25 },
    );
  });

  it("put off, or lost by Teams, comes back: what is still to do stands on a card that left after", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(step, step, act), { minLength: 5, maxLength: 40 }), async (steps) => {
        const bench = await start();
        for (const one of steps) await play(bench, one);
        await finish(bench);
        await assertByDay(bench);
        await assertToldByCards(bench);
        await assertNoneLost(bench);
        const held = await bench.store.list({ kind: "reminderDay", key: `later:${CAMILLE}.own`, limit: 50 });
        assert.deepEqual(held.items, [], "a card that was put off never came back");
        // Whatever was lost and is still to do was told again by a card that left.
        const left = (await bench.entries())
          .filter(({ state }) => state === "sent")
          .flatMap((one) => reminderIn(one) ?? []);
        const { items } = await bench.store.list({ kind: "summary", key: "due", limit: 100 });
        for (const one of bench.told()) {
          const due = items.some(
            ({ doc }) =>
              doc.code === one.code &&
              doc.due.some(({ milestone, on }) => milestone === one.milestone && on === one.on),
          );
          const seen = left.some(
            ({ card, memberId, on }) => card === one.card && memberId === one.memberId && on === one.shownOn,
          );
          // The same thing, told late since, is on another card.
          const again = bench
            .told()
            .some(
              (other) =>
                other !== one &&
                other.memberId === one.memberId &&
                other.card === one.card &&
                other.code === one.code &&
                other.milestone === one.milestone &&
                other.on === one.on &&
                other.when === "late",
            );
          assert.ok(!due || seen || again, `${one.code} ${one.milestone} ${one.when} was lost on the way`);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe("Two schedulers on one store", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "repere-reminders-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("at the same minute, a hundred days in a row, four times each: one card for each member and day", async () => {
    const bench = new ReminderBench();
    const open = () => createSqliteStore({ file: join(folder, "repere.db"), plieId: "dijon", now: () => bench.now });
    const [one, other] = [await open(), await open()];
    const schedulers = [bench.instance(() => one), bench.instance(() => other)];
    const put = (docs: readonly StoredDocument[]) => one.commit(docs.map((doc): Write => ({ op: "put", doc })));
    await put([aChat(CAMILLE), aChat(NADIA), aChat(LEADER)]);
    let worked = 0;
    for (let day = "2026-01-01"; worked < 100; day = addDays(day, 1)) {
      if (!isWorkingDay(day)) continue;
      worked += 1;
      const due = (milestone: Milestone["milestone"]) => [{ milestone, on: day }];
      await put([
        aSummary(1, { due: due("t0") }),
        aSummary(2, { due: due("synthesis"), referentId: NADIA }),
        aSummary(3, { due: due("firstAction") }),
      ]);
      bench.set(day, 8, 30);
      await Promise.all([...schedulers, ...schedulers].map((scheduler) => remindMembers(scheduler)));
    }
    const { items } = await one.list({ kind: "outbox", key: "open", limit: 2_000 });
    const days = items
      .flatMap(({ doc }) => reminderIn(doc) ?? [])
      .map(({ memberId, card, on }) => `${memberId} ${card} ${on}`);
    assert.deepEqual(days.length, new Set(days).size, "two cards of one day");
    assert.equal(days.length, 2 * 100);
    await Promise.all([one.close(), other.close()]);
  });
});
