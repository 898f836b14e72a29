/** The pieces to complete, told to the assistante: once a week, on a worked day, at her hour; whoever looks and whatever dies. */
import assert from "node:assert/strict";
import { counterOf } from "../../src/domain/dashboard/records.ts";
import type { Write } from "../../src/ports/store.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { failingAt } from "../support/failing-store.ts";
import { aChat, CAMILLE, LEADER, REMINDED_TEAM, ReminderBench } from "../support/reminder-bench.ts";

const FANTINE = "00000000-0000-4000-8000-000000000009";
const TEAM = [...REMINDED_TEAM, { aadObjectId: FANTINE, name: "Fantine Petit", roles: ["assistante"] as const }];

const counted = (counts: Readonly<Record<string, number>>): readonly Write[] => [
  {
    op: "put",
    doc: {
      ...{ kind: "projection", schemaVersion: 1, generation: "g", readFrom: "all", pass: null, dropped: [] },
    },
  },
  { op: "put", doc: counterOf("g", "pieces", counts) },
  { op: "put", doc: aChat(FANTINE) },
];
const THREE = { [`incomplete|${CAMILLE}|`]: 2, [`incomplete|${CAMILLE}|2026-11-27`]: 1 };

const benchWith = async (counts: Readonly<Record<string, number>>): Promise<ReminderBench> => {
  const bench = new ReminderBench(TEAM);
  await bench.store.commit(counted(counts));
  return bench;
};
const toldOf = async (bench: ReminderBench): Promise<number> => {
  const { items } = await bench.store.list({ kind: "outbox", key: "open", limit: 90 });
  return items.filter(({ doc }) => doc.screen["screen"] === "pieces" && doc.memberId === FANTINE).length;
};
const looks = async (bench: ReminderBench, ...times: readonly string[]): Promise<void> => {
  for (const time of times) {
    bench.now = new Date(time);
    await Promise.all([bench.instance(), bench.instance()].map((one) => remindMembers(one)));
  }
};

describe("Pieces to complete, told to the assistante", () => {
  it("once in the week, at her hour of a worked day, by two servers at once", async () => {
    const bench = await benchWith(THREE);
    await looks(bench, "2026-11-22T09:00:00.000Z", "2026-11-23T05:00:00.000Z", "2026-11-23T07:00:00.000Z");
    assert.equal(await toldOf(bench), 0, "told on a Sunday, at night or before her hour");
    await looks(bench, "2026-11-23T07:31:00.000Z");
    assert.equal(await toldOf(bench), 1, "not told at her hour of the first worked day");
    await looks(bench, "2026-11-23T07:32:00.000Z", "2026-11-24T09:00:00.000Z", "2026-11-27T09:00:00.000Z");
    assert.equal(await toldOf(bench), 1, "told twice in one week");
    await looks(bench, "2026-11-30T09:00:00.000Z");
    assert.equal(await toldOf(bench), 2, "not told the week after");
  });

  it("after a death while it was written, it is told once", async () => {
    const bench = await benchWith(THREE);
    bench.now = new Date("2026-11-23T09:00:00.000Z");
    await remindMembers(bench.instance((store) => failingAt(store, 1))).catch(() => undefined);
    await looks(bench, "2026-11-23T09:01:00.000Z", "2026-11-23T09:02:00.000Z");
    assert.equal(await toldOf(bench), 1);
  });

  it("nothing is told where nothing is missing, or where she wants none", async () => {
    const none = await benchWith({ [`incomplete|${CAMILLE}|2027-01-05`]: 1 });
    await looks(none, "2026-11-23T09:00:00.000Z");
    assert.equal(await toldOf(none), 0, "told of what is not due yet");
    const stopped = await benchWith(THREE);
    const at = "2026-11-20T09:00:00.000Z";
    await stopped.store.commit([
      { op: "put", doc: { kind: "reminderChoice", schemaVersion: 1, memberId: FANTINE, minute: null, at } },
    ]);
    await looks(stopped, "2026-11-23T09:00:00.000Z");
    assert.equal(await toldOf(stopped), 0, "told although she wants none");
  });

  it("where her chat takes nothing, a person hears of it once a day; it comes once the chat is open again", async () => {
    const bench = await benchWith(THREE);
    const open = await bench.store.get("conversation", FANTINE);
    await bench.store.commit([
      { op: "put", doc: aChat(FANTINE, "Forbidden") },
      { op: "put", doc: aChat(LEADER) },
    ]);
    const toLeader = async (): Promise<number> => {
      const { items } = await bench.store.list({ kind: "outbox", key: "open", limit: 90 });
      return items.filter(({ doc }) => doc.screen["screen"] === "chatRefused" && doc.memberId === LEADER).length;
    };
    await looks(bench, "2026-11-23T09:00:00.000Z", "2026-11-23T09:01:00.000Z", "2026-11-23T09:02:00.000Z");
    assert.deepEqual([await toldOf(bench), await toLeader()], [0, 1], "said again every minute, or to nobody");
    await looks(bench, "2026-11-24T09:00:00.000Z", "2026-11-24T09:01:00.000Z");
    assert.equal(await toLeader(), 2);
    assert.ok(open !== undefined);
    await bench.store.commit([{ op: "put", doc: open.doc }]);
    await looks(bench, "2026-11-24T10:00:00.000Z", "2026-11-24T10:01:00.000Z");
    assert.equal(await toldOf(bench), 1, "not told once her chat is open again");
  });
});
