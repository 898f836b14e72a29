/** Who is told what, and when: the hour, week-ends, suppléance, what is left out, a chat that is closed, a server that slept. */
import assert from "node:assert/strict";
import type { Store } from "../../src/ports/store.ts";
import { eraseOnRequest } from "../../src/use-cases/erase-on-request.ts";
import { finishErasures } from "../../src/use-cases/finish-erasures.ts";
import { perform } from "../../src/use-cases/frame/use-case.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { acknowledgeSending } from "../../src/use-cases/acknowledge-sending.ts";
import { sendingWrites } from "../../src/use-cases/parts/after-sending.ts";
import { aside } from "../../src/outbox/outcome.ts";
import { aCase, anActor, anIdentity } from "../support/builders.ts";
import { aChat, aSummary, CAMILLE, LEADER, NADIA, ReminderBench, REMINDED_TEAM } from "../support/reminder-bench.ts";

const choice = (memberId: string, minute: number | null) =>
  ({ kind: "reminderChoice", schemaVersion: 1, memberId, minute, at: "2026-11-01T08:00:00.000Z" }) as const;
const stop = (memberId: string, code: string) =>
  ({ kind: "reminderStop", schemaVersion: 1, memberId, code, at: "2026-11-01T08:00:00.000Z" }) as const;

describe("Reminders", () => {
  let bench: ReminderBench;
  beforeEach(async () => {
    bench = new ReminderBench();
    await bench.chats();
  });

  const at = async (day: string, hour: number, minute = 0): Promise<void> => {
    bench.set(day, hour, minute);
    await bench.remind();
  };
  const days = async (member: string): Promise<string[]> => (await bench.cards(member)).map(({ on }) => on);

  it("leave at half past eight where nothing was chosen, at the hour chosen otherwise, once a day", async () => {
    await bench.put(aSummary(1), aSummary(2, { referentId: NADIA }), choice(NADIA, 600));
    await at("2026-11-24", 8, 29);
    assert.deepEqual(await bench.cards(), []);
    await at("2026-11-24", 8, 30);
    await at("2026-11-24", 8, 31);
    assert.deepEqual(await days(CAMILLE), ["2026-11-24"]);
    assert.deepEqual(await days(NADIA), []);
    await at("2026-11-24", 10, 0);
    assert.deepEqual(await days(NADIA), ["2026-11-24"]);
  });

  it("are told once when they come, once more when they are late, and never again", async () => {
    await bench.put(aSummary(1, { due: [{ milestone: "t0", on: "2026-11-24" }] }));
    for (const day of ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-12-10"])
      await at(day, 9);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0001 t0 due", "P-2026-0001 t0 late"]);
    assert.deepEqual(await days(CAMILLE), ["2026-11-23", "2026-11-25"], "three days ahead is a Saturday: the Monday");
    assert.deepEqual(bench.toldTo(LEADER), ["P-2026-0001 t0 late"]);
  });

  it("what is due on another day is another thing to tell", async () => {
    await bench.put(aSummary(1));
    await at("2026-11-24", 9);
    await bench.put(aSummary(1, { due: [{ milestone: "t0", on: "2026-11-26" }] }));
    await at("2026-11-25", 9);
    assert.deepEqual(await days(CAMILLE), ["2026-11-24", "2026-11-25"]);
  });

  it("wait for Monday, and for the day after a public holiday", async () => {
    await bench.put(aSummary(1, { due: [{ milestone: "t0", on: "2026-11-11" }] }));
    await at("2026-11-07", 9);
    await at("2026-11-08", 9);
    await at("2026-11-11", 9);
    assert.deepEqual(await bench.cards(), []);
    await at("2026-11-12", 9);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0001 t0 late"]);
  });

  it("a server that slept for three days sends one card, not one for each day", async () => {
    await bench.put(
      ...[24, 25, 26, 27].map((day, index) =>
        aSummary(index + 1, { due: [{ milestone: "t0", on: `2026-11-${day}` }] }),
      ),
    );
    await at("2026-11-23", 9);
    await at("2026-11-26", 15);
    assert.deepEqual(await days(CAMILLE), ["2026-11-23", "2026-11-26"]);
    assert.deepEqual(bench.toldTo(CAMILLE), [
      "P-2026-0001 t0 due",
      "P-2026-0001 t0 late",
      "P-2026-0002 t0 due",
      "P-2026-0002 t0 late",
      "P-2026-0003 t0 due",
      "P-2026-0004 t0 due",
    ]);
  });

  it("a card that waited in the store while the server slept comes back in the card of the day", async () => {
    await bench.put(aSummary(1));
    await at("2026-11-24", 9);
    const services = bench.instance();
    const [waiting] = (await services.store.list({ kind: "outbox", key: "open", limit: 2 })).items;
    assert.ok(waiting !== undefined);
    await bench.put(aSummary(2, { due: [{ milestone: "t0", on: "2026-11-27" }] }));
    bench.set("2026-11-27", 9);
    const late = aside(waiting.doc, "tooLate");
    const outcome = { kind: "refused", reason: "tooLate", chatClosed: false } as const;
    await services.store.commit([
      { op: "put", doc: late, expected: waiting.version },
      ...(await sendingWrites(services, late, outcome)),
    ]);
    await bench.remind();
    await bench.remind();
    assert.deepEqual(await days(CAMILLE), ["2026-11-24", "2026-11-27"]);
    const shown = bench.told().filter(({ memberId, shownOn }) => memberId === CAMILLE && shownOn === "2026-11-27");
    assert.deepEqual(shown.map(({ code, when }) => `${code} ${when}`).sort(), ["P-2026-0001 late", "P-2026-0002 due"]);
  });

  it("while a suppléance runs, whoever stands in is told and the référent is not; before and after, the référent", async () => {
    const substitute = { memberId: NADIA, from: "2026-11-24", until: "2026-11-24" };
    const due = [
      { milestone: "firstAction", on: "2026-11-23" },
      { milestone: "t0", on: "2026-11-24" },
      { milestone: "synthesis", on: "2026-11-28" },
    ] as const;
    await bench.put(
      aSummary(1, { due: [...due], substituteId: NADIA }),
      aCase({ code: "P-2026-0001", referentId: CAMILLE, substitute }),
    );
    await at("2026-11-23", 9);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0001 firstAction due", "P-2026-0001 t0 due"]);
    await at("2026-11-24", 9);
    assert.deepEqual(bench.toldTo(NADIA), ["P-2026-0001 firstAction late", "P-2026-0001 t0 due"]);
    assert.equal((await days(CAMILLE)).length, 1);
    await at("2026-11-25", 9);
    assert.ok(bench.toldTo(CAMILLE).includes("P-2026-0001 synthesis due"));
    assert.equal((await days(NADIA)).length, 1);
  });

  it("a situation left out is not told, then is, once it is taken back; what is late is told to who leads all the same", async () => {
    await bench.put(aSummary(1, { due: [{ milestone: "t0", on: "2026-11-23" }] }), stop(CAMILLE, "P-2026-0001"));
    await at("2026-11-24", 9);
    assert.deepEqual(bench.toldTo(CAMILLE), []);
    assert.deepEqual(bench.toldTo(LEADER), ["P-2026-0001 t0 late"]);
    await bench.store.commit([{ op: "delete", kind: "reminderStop", id: `${CAMILLE}.P-2026-0001` }]);
    await at("2026-11-25", 9);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0001 t0 late"]);
  });

  it("« aucun rappel »: nothing of one's own cases, and what is late in the team all the same", async () => {
    const led = aSummary(1, { due: [{ milestone: "t0", on: "2026-11-23" }] });
    await bench.put(led, choice(CAMILLE, null), choice(LEADER, null));
    await at("2026-11-24", 9);
    assert.deepEqual(
      (await bench.cards()).map(({ member, card }) => [member, card]),
      [[LEADER, "lead"]],
    );
  });

  it("a cell without a known date is told to the chargé de projet once, however its day moves", async () => {
    await bench.put(aSummary(1, { noCellDate: true, due: [{ milestone: "cell", on: "2026-12-20" }] }));
    await at("2026-11-24", 9);
    await bench.put(aSummary(1, { noCellDate: true, due: [{ milestone: "cell", on: "2026-12-22" }] }));
    await at("2026-11-25", 9);
    assert.deepEqual(bench.toldTo(LEADER), ["P-2026-0001 cell noDate"]);
    assert.equal((await bench.cards(LEADER)).length, 1);
  });

  it("the coordinatrice hears of what is late where there is no chargé de projet; a partner and an assistante never do", async () => {
    const ids = { coordinatrice: LEADER, assistante: NADIA };
    const team = [
      { aadObjectId: CAMILLE, name: "Camille", roles: ["referent"] },
      { aadObjectId: ids.coordinatrice, name: "Eugénie", roles: ["coordinatrice"] },
      { aadObjectId: ids.assistante, name: "Fantine", roles: ["assistante"] },
    ] as const;
    bench = new ReminderBench(team.map((member) => ({ ...member, roles: [...member.roles] })));
    await bench.chats();
    await bench.put(aSummary(1, { due: [{ milestone: "t0", on: "2026-11-23" }] }));
    await at("2026-11-24", 9);
    assert.deepEqual((await bench.cards()).map(({ member }) => member).sort(), [CAMILLE, ids.coordinatrice].sort());
  });

  it("seventy things to tell: sixty in one card, the others the next day", async () => {
    await bench.put(...Array.from({ length: 70 }, (_, index) => aSummary(index + 1)));
    await at("2026-11-24", 9);
    assert.equal(bench.toldTo(CAMILLE).length, 60);
    const kept = await bench.store.get("reminderDay", `${CAMILLE}.own.2026-11-24`);
    assert.deepEqual([kept?.doc.told, kept?.doc.more], [60, 10]);
    await at("2026-11-25", 9);
    assert.equal(bench.toldTo(CAMILLE).filter((one) => one.endsWith("late")).length, 60);
    await at("2026-11-26", 9);
    assert.equal(bench.toldTo(CAMILLE).filter((one) => one.endsWith("late")).length, 70);
  });

  it("somebody whose file is erased while a card is made: nothing of them is written, and the others are told a minute later", async () => {
    await bench.put(aSummary(1), aSummary(2));
    for (const code of ["P-2026-0001", "P-2026-0002"]) await bench.put(aCase({ code }), anIdentity({ code }));
    const eugenie = anActor({ memberId: "eugenie", roles: ["coordinatrice"], today: "2026-11-24" });
    const once = { activityKey: "erase", click: null, answerTo: null };
    let erased = false;
    const erasedMeanwhile = (store: Store): Store => ({
      ...store,
      commit: async (writes) => {
        if (!erased && writes.some((write) => write.op === "put" && write.doc.kind === "reminded")) {
          erased = true;
          const input = { code: "P-2026-0001", rev: 1 };
          const done = await perform(bench.instance(), eugenie, eraseOnRequest, input, once, () => ({}));
          assert.ok(done.ok, JSON.stringify(done));
          await finishErasures(bench.instance());
        }
        return store.commit(writes);
      },
    });
    bench.set("2026-11-24", 9);
    await remindMembers(bench.instance(erasedMeanwhile));
    assert.ok(erased, "nobody was erased meanwhile");
    await at("2026-11-24", 9, 1);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0002 t0 due"]);
    assert.deepEqual(
      (await bench.store.scan({ kind: "reminded", limit: 9 })).items.map(({ doc }) => doc.code),
      ["P-2026-0002"],
    );
  });

  it("a chat that is not reachable: nothing is marked as told, each chargé de projet hears of it once a day, and it leaves once it opens", async () => {
    bench = new ReminderBench();
    await bench.put(aChat(LEADER), aChat(NADIA), aChat(CAMILLE, "blocked"), aSummary(1));
    for (const minute of [30, 31, 32]) await at("2026-11-24", 8, minute);
    assert.deepEqual(bench.toldTo(CAMILLE), []);
    const told = (await bench.entries()).filter(({ screen }) => screen["screen"] === "chatRefused");
    assert.deepEqual(
      told.map(({ memberId, screen }) => [memberId, screen["member"]]),
      [[LEADER, CAMILLE]],
    );
    await bench.put(aChat(CAMILLE));
    await at("2026-11-24", 11);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0001 t0 due"]);
  });

  it("of unknown outcome: it is looked at by a person, and never sent again by itself; a press says that it came", async () => {
    await bench.put(aSummary(1));
    await at("2026-11-24", 9);
    const services = bench.instance();
    const [left] = (await services.store.list({ kind: "outbox", key: "open", limit: 2 })).items;
    assert.ok(left !== undefined);
    const unknown = aside(left.doc, "unknown");
    await services.store.commit([
      { op: "put", doc: unknown, expected: left.version },
      ...(await sendingWrites(services, unknown, { kind: "unknown" })),
    ]);
    await at("2026-11-25", 9);
    assert.deepEqual(bench.toldTo(CAMILLE), ["P-2026-0001 t0 due", "P-2026-0001 t0 late"]);
    const { entry } = (await services.store.get("sendTrouble", left.doc.id))?.doc ?? {};
    assert.equal(entry, left.doc.id, "nobody sees it");
    const card = { entry: left.doc.id, conversationId: left.doc.conversationId, activityId: "a", by: CAMILLE };
    await acknowledgeSending(services, card);
    assert.equal((await services.store.get("sendTrouble", left.doc.id))?.doc.settled?.how, "seen");
  });

  it("one member's trouble holds nobody else back", async () => {
    await bench.put(aSummary(1), aSummary(2, { referentId: NADIA }));
    bench.set("2026-11-24", 9);
    const broken = bench.instance((store) => ({
      ...store,
      list: (query) =>
        query.kind === "summary" && query.key === `due:${CAMILLE}`
          ? Promise.reject(new Error("CUT"))
          : store.list(query),
    }));
    await remindMembers(broken);
    assert.deepEqual(
      (await bench.cards()).map(({ member }) => member),
      [NADIA],
    );
  });

  it("a minute where nothing is to be sent costs three reads for each card, and none at night", async () => {
    await bench.put(...Array.from({ length: 50 }, (_, index) => aSummary(index + 1)));
    await at("2026-11-24", 9);
    let reads = 0;
    const counted = bench.instance((store) => ({
      ...store,
      get: (kind, id) => ((reads += 1), store.get(kind, id)),
      list: (query) => ((reads += 1), store.list(query)),
    }));
    await remindMembers(counted);
    assert.equal(reads, 3 * REMINDED_TEAM.length + REMINDED_TEAM.length);
    bench.set("2026-11-24", 21);
    reads = 0;
    await remindMembers(counted);
    assert.equal(reads, 0);
  });

  it("a clock set back, then right again, tells nothing twice", async () => {
    await bench.put(aSummary(1), aSummary(2, { due: [{ milestone: "t0", on: "2026-11-25" }] }));
    for (const day of ["2026-11-24", "2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25"]) await at(day, 9);
    const told = bench.toldTo(CAMILLE);
    assert.deepEqual(told, [...new Set(told)]);
    assert.deepEqual(told, ["P-2026-0001 t0 due", "P-2026-0001 t0 late", "P-2026-0002 t0 due"]);
  });

  it("on the days when the hour changes, a card leaves once", async () => {
    // It changes on a Sunday, which is quiet: the Monday after is the first day that feels it.
    await bench.put(aSummary(1, { due: [{ milestone: "t0", on: "2026-10-26" }] }));
    for (let minute = 0; minute < 24 * 60; minute += 30) await at("2026-10-26", Math.floor(minute / 60), minute % 60);
    assert.deepEqual(await days(CAMILLE), ["2026-10-26"]);
    assert.equal((await bench.cards(CAMILLE))[0]?.at, "2026-10-26T07:30:00.000Z", "half past eight in winter time");
  });

  it("in local mode, whoever plays a part is told what that part is told, in their own chat", async () => {
    await bench.put(
      { kind: "facts", schemaVersion: 1, auth: "local", demoSeeded: true, at: "2026-11-01T08:00:00.000Z" },
      { kind: "persona", schemaVersion: 1, memberId: LEADER, plays: CAMILLE, at: "2026-11-01T08:00:00.000Z" },
      aSummary(1),
    );
    await bench.store.commit([{ op: "delete", kind: "conversation", id: CAMILLE }]);
    await at("2026-11-24", 9);
    const [entry] = await bench.entries();
    assert.deepEqual([entry?.memberId, entry?.screen["member"]], [LEADER, CAMILLE]);
    assert.equal((await bench.entries()).length, 1, "nobody is told that a part has no chat of its own");
  });
});
