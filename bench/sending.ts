/**
 * `npm run bench:sending`: two server processes on one SQLite file drain what waits, against a connector that holds to Teams' limits to the
 * letter. `--scale 5` (the default) divides the clock of the limits by five, `--scale 1` takes them as they are; `--only 100` runs one scenario.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { OutboxEntry } from "../src/domain/records/bookkeeping.ts";
import { faster, TEAMS_LIMITS, type Limits } from "../src/outbox/limits.ts";
import { createSqliteStore } from "../src/stores/sqlite/sqlite-store.ts";
import { StrictConnector, type Arrival } from "./strict-connector.ts";

const MEMBER = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a02";
const PROCESSES = 2;
const BATCH = 80;

interface Scenario {
  readonly name: string;
  readonly messages: number;
  readonly conversations: number;
}
const SCENARIOS: readonly Scenario[] = [
  { name: "100", messages: 10_000, conversations: 100 },
  { name: "10000", messages: 10_000, conversations: 10_000 },
  { name: "1", messages: 300, conversations: 1 },
];

const { values } = parseArgs({
  options: { scale: { type: "string", default: "5" }, only: { type: "string" }, messages: { type: "string" } },
});
const scale = Number(values.scale);
const limits = faster(TEAMS_LIMITS, scale);

/** One message to each conversation in turn, as long as there are some; each is said a millisecond after the one before. */
const waiting = ({ messages, conversations }: Scenario, start: number): readonly OutboxEntry[] =>
  Array.from({ length: messages }, (_, index): OutboxEntry => {
    const at = new Date(start + index).toISOString();
    return {
      ...{
        kind: "outbox",
        schemaVersion: 1,
        id: `m${String(index).padStart(6, "0")}`,
        state: "pending",
        what: "message",
      },
      ...{
        memberId: MEMBER,
        conversationId: `a:bench-${index % conversations}`,
        activityId: null,
        code: null,
        review: null,
      },
      ...{ screen: { screen: "help", notice: null, at: null }, createdAt: at, notBefore: at },
      ...{ attempts: 0, reason: null, sentActivityId: null },
    };
  });

const fill = async (file: string, scenario: Scenario, serviceUrl: string): Promise<void> => {
  const store = await createSqliteStore({ file, plieId: "dijon-metropole", now: () => new Date() });
  await store.commit([
    {
      op: "put",
      doc: {
        ...{
          kind: "conversation",
          schemaVersion: 1,
          memberId: MEMBER,
          tenantId: null,
          userId: "29:bench",
          botId: "28:bench",
        },
        ...{ conversationId: "a:bench", serviceUrl, refused: null, at: new Date().toISOString() },
      },
    },
  ]);
  const entries = waiting(scenario, Date.now() - scenario.messages);
  for (let at = 0; at < entries.length; at += BATCH)
    await store.commit(entries.slice(at, at + BATCH).map((doc) => ({ op: "put", doc, expected: "new" })));
  await store.close();
};

/** When each message would leave at the earliest, were all of them sent by one hand without a delay. In milliseconds. */
const schedule = ({ messages, conversations }: Scenario, { conversation, tenant }: Limits): readonly number[] => {
  const all: number[] = [];
  const there = new Map<number, number[]>();
  const after = (sent: readonly number[], { count, ms }: { count: number; ms: number }): number =>
    (sent.at(-count) ?? -Infinity) + ms;
  for (let index = 0; index < messages; index += 1) {
    const sent = there.get(index % conversations) ?? [];
    there.set(index % conversations, sent);
    const at = Math.max(0, all.at(-1) ?? 0, after(all, tenant), ...conversation.map((window) => after(sent, window)));
    all.push(at);
    sent.push(at);
  }
  return all;
};

interface Child {
  go(): void;
  stop(): Promise<void>;
}
const startChild = async (file: string): Promise<Child> => {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(import.meta.dirname, "sending-child.ts"), file, String(scale)],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  await new Promise<void>((resolve, reject) => {
    child.stdout.once("data", () => resolve());
    child.once("exit", () => reject(new Error("A server process ended before it was ready.")));
  });
  return {
    go: () => void child.stdin.write("go\n"),
    stop: () =>
      new Promise((resolve) => {
        child.once("exit", () => {
          process.off("exit", end);
          resolve();
        });
        child.stdin.end();
      }),
  };
};

const count = <T>(of: readonly T[]): Map<T, number> => {
  const found = new Map<T, number>();
  for (const one of of) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
};

/** How many came before one that was said earlier in the same conversation. */
const outOfOrder = (arrivals: readonly Arrival[]): number => {
  const last = new Map<string, string>();
  let faults = 0;
  for (const { conversation, entry } of arrivals) {
    if (entry < (last.get(conversation) ?? "")) faults += 1;
    last.set(conversation, entry);
  }
  return faults;
};

const seconds = (milliseconds: number): string => (milliseconds / 1_000).toFixed(1);

/** The line of a scenario; each message's own turn is that of `ideal`. */
const line = (scenario: Scenario, connector: StrictConnector, began: number, ideal: readonly number[]): string => {
  const { arrivals, tooMany } = connector;
  const took = (arrivals.at(-1)?.at ?? began) - began;
  const least = ideal.at(-1) ?? 0;
  const sent = count(arrivals.map(({ entry }) => entry));
  const late = arrivals.reduce(
    (most, { entry, at }) => Math.max(most, at - began - (ideal[Number(entry.slice(1))] ?? 0)),
    0,
  );
  const rate = (scenario.messages / took) * 1_000;
  const allowed = (scenario.messages / least) * 1_000;
  return [
    `${scenario.messages} over ${scenario.conversations}`.padEnd(18),
    ...[seconds(took), rate.toFixed(2), allowed.toFixed(2), `${((100 * rate) / allowed).toFixed(1)} %`],
    ...[
      tooMany,
      arrivals.length - sent.size,
      scenario.messages - sent.size,
      outOfOrder(arrivals),
      `${seconds(late)} s`,
    ],
  ]
    .map((cell) => String(cell).padStart(10))
    .join("");
};

const run = async (scenario: Scenario): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), "repere-bench-"));
  const connector = await StrictConnector.start(limits);
  const file = join(folder, "repere.db");
  await fill(file, scenario, connector.serviceUrl);
  const children = await Promise.all(Array.from({ length: PROCESSES }, () => startChild(file)));
  const ideal = schedule(scenario, limits);
  const began = performance.now();
  for (const child of children) child.go();
  const patience = began + 3 * (ideal.at(-1) ?? 0) + 60_000;
  while (connector.arrivals.length < scenario.messages && performance.now() < patience) await wait(50);
  // What would come twice has the time to.
  await wait(2_000);
  await Promise.all(children.map((child) => child.stop()));
  await connector.stop();
  rmSync(folder, { recursive: true });
  return line(scenario, connector, began, ideal);
};

const HEADS = ["seconds", "rate/s", "allowed/s", "of it", "429", "doubles", "lost", "disorder", "late by"];
console.log(`Two server processes on one file; limits ${scale} times faster than Teams'.`);
console.log(`${"messages, chats".padEnd(18)}${HEADS.map((head) => head.padStart(10)).join("")}`);
for (const scenario of SCENARIOS) {
  if (values.only !== undefined && values.only !== scenario.name) continue;
  console.log(await run(values.messages === undefined ? scenario : { ...scenario, messages: Number(values.messages) }));
}
