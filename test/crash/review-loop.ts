/** A cell submits, gives opinions, reveals and decides while the server is killed again and again; then every review is read, and every sending counted. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import plie from "../../config/plie.json" with { type: "json" };
import type { Member } from "../../src/domain/people/member.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { CLEA_HORTENSIA, movableClock, peopleOf, TEAM } from "../conversation/steps.ts";
import { CHANNELS } from "../support/channel-place.ts";
import { Chat } from "../support/chat.ts";
import { FakeConnector } from "../support/fake-connector.ts";
import { Client } from "./client.ts";
import { Random } from "./random.ts";
import { prepareCases } from "./review-cases.ts";
import { ReviewLedger } from "./review-ledger.ts";
import { Board, Reviewer } from "./review-people.ts";
import { WarmServer } from "./warm-server.ts";
import { chainsOf } from "./verify.ts";
import { verifyReviews, type ReviewFigures } from "./verify-review.ts";

export interface ReviewCrashOptions {
  readonly seed: number;
  readonly kills: number;
  /** Ends then, however few the kills. */
  readonly seconds?: number;
  /** Root of the sources to run: this checkout, or a copy that was broken on purpose. */
  readonly root?: string;
  readonly onKill?: (kills: number) => void;
}

export interface ReviewCrashReport {
  readonly seed: number;
  readonly kills: number;
  readonly seconds: number;
  readonly problems: readonly string[];
  readonly figures: ReviewFigures;
  readonly auditEntries: number;
  readonly seals: number;
  readonly done: ReadonlyMap<string, number>;
  readonly failures: readonly string[];
}

const GASPARD: Member = {
  aadObjectId: "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06",
  name: "Gaspard Noisetier",
  roles: ["referent"],
};
/** Those whom config/plie.json names in the cell of entries, and one more référent. */
const PEOPLE: readonly Member[] = [
  ...TEAM.filter(({ roles }) => !roles.includes("assistante")),
  GASPARD,
  CLEA_HORTENSIA,
];
const SETTLED_MS = 600_000;
const DAY_MS = 86_400_000;
const LATEST_MS = 150_000;

/** Something about a review leaves for Teams, and its answer is still on its way; or a while passed. */
const aboutAReview = async (teams: FakeConnector): Promise<void> => {
  const last = Date.now() + 600;
  for (let seen = teams.received.length; Date.now() < last; await wait(2)) {
    const arrived = teams.received.slice(seen);
    if (arrived.some(({ body }) => JSON.stringify(body).includes('"review":"'))) return;
    seen += arrived.length;
  }
};

/** So many answers were given; or a while passed: however slow the machine, something is done between two kills. */
const enough = async (count: number, answers: () => number): Promise<void> => {
  const last = Date.now() + 4_000;
  while (answers() < count && Date.now() < last) await wait(5);
};

/** Kills at random moments: while the server starts, while people work, and while Teams is being answered. */
const nemesis = async (
  server: WarmServer,
  teams: FakeConnector,
  random: Random,
  answers: () => number,
  patience: () => number,
  over: () => boolean,
  onKill: ReviewCrashOptions["onKill"],
): Promise<void> => {
  while (!over()) {
    await server.nextIsLoaded;
    const starting = server.start();
    if (random.chance(0.05)) await wait(random.between(0, 300));
    else {
      await starting;
      await enough(answers() + random.between(0, 15), answers);
      await wait(random.between(0, 200) + patience());
      if (random.chance(0.3)) await aboutAReview(teams);
    }
    await server.kill();
    onKill?.(server.kills);
    await starting;
  }
};

/** What was left to send is sent, as it would be an hour later. */
const allIsSent = async (chat: Chat): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    await chat.product.outbox.drain();
    const open = await chat.product.services.store.list({ kind: "outbox", key: "open", limit: 1 });
    if (open.items.length === 0) return;
    await wait(50);
  }
};

/** A card whose post is of unknown outcome is found by whoever looks at it; then the cards of the channel end on the truth. */
const settle = async (chat: Chat, problems: string[]): Promise<void> => {
  await allIsSent(chat);
  await cardsTellTheTruth(chat, []);
  await allIsSent(chat);
  await cardsTellTheTruth(chat, problems);
};

const cardsTellTheTruth = async (chat: Chat, problems: string[]): Promise<void> => {
  const place = chat.channel(CHANNELS.entree);
  for (const message of chat.teams.messagesOf(place.channelId)) {
    const shown = chat.teams.cardOf(message.conversationId, message.activityId);
    if (shown?.["refresh"] === undefined) continue;
    const answer = await place.refresh(TEAM[1]?.aadObjectId ?? "", message);
    const [said, true_] = [shown["body"], (answer["value"] as { body?: unknown }).body].map((body) =>
      JSON.stringify(body),
    );
    if (said !== true_) problems.push(`a card of the channel says ${said}\n  and the truth is ${true_}`);
  }
};

export const reviewLoop = async ({
  seed,
  kills,
  seconds,
  root,
  onKill,
}: ReviewCrashOptions): Promise<ReviewCrashReport> => {
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "repere-crash-"));
  const [dataDir, teamFile] = [join(folder, "data"), join(folder, "team.json")];
  writeFileSync(teamFile, JSON.stringify({ members: PEOPLE }));
  const teams = await FakeConnector.start();
  const random = new Random(seed);
  teams.latencyMs = () => random.between(1, 60);
  const server = await WarmServer.prepare({ dataDir, teamFile, ...(root === undefined ? {} : { root }) });
  const file = join(dataDir, "repere.db");
  const openChat = (ahead: number): Promise<Chat> => {
    const clock = movableClock(new Date(Date.now() + ahead).toISOString());
    const openStore = () => createSqliteStore({ file, plieId: plie.plieId, now: () => clock.now() });
    return Chat.start({ clock, teams, people: peopleOf(PEOPLE), openStore });
  };
  try {
    const before = await openChat(0);
    const codes = await prepareCases(
      before,
      PEOPLE,
      Math.ceil(Math.min(60, Math.max(2, kills / 20), 2 + (seconds ?? Infinity) / 15)),
    );
    await before.stop();
    const end = seconds === undefined ? Infinity : Date.now() + seconds * 1000;
    const ledgers = new Map(PEOPLE.map(({ aadObjectId }) => [aadObjectId, new ReviewLedger()]));
    // However slow the machine: a run in which nothing was decided would prove nothing. The kills come more and more seldom until then.
    const some = (): boolean => [...ledgers.values()].some(({ done }) => done.has("decision taken"));
    const late = (): number => Math.max(0, Date.now() - end);
    const over = (): boolean => server.kills >= kills || (late() > 0 && (some() || late() > LATEST_MS));
    const board = new Board();
    let answered = 0;
    const onAnswer = (): void => void (answered += 1);
    const work = PEOPLE.map(async ({ aadObjectId, roles }, index) => {
      const own = new Random(seed * 1000 + index);
      const ledger = ledgers.get(aadObjectId) ?? new ReviewLedger();
      const around = { teams, url: `http://127.0.0.1:${server.port}`, over, onAnswer, shared: true };
      const client = new Client(around, aadObjectId, own, ledger);
      const leads = roles.some((role) => role === "chargeDeProjet" || role === "coordinatrice");
      const part = { codes: codes.get(aadObjectId) ?? [], leads };
      await new Reviewer(client, "abcdefgh"[index] ?? "z", part, board, own, ledger, over).work();
    });
    await Promise.all([nemesis(server, teams, random, () => answered, late, over, onKill), ...work]);
    const problems: string[] = [];
    const after = await openChat(SETTLED_MS);
    await settle(after, problems);
    await after.stop();
    const nextDay = await openChat(DAY_MS);
    await sealAudit(nextDay.product.services);
    await nextDay.stop();
    const store = await createSqliteStore({ file, plieId: plie.plieId, now: () => new Date() });
    const verified = await verifyReviews(store, teams, CHANNELS.entree, ledgers);
    const chains = await chainsOf(store);
    await store.close();
    const done = new Map<string, number>();
    for (const ledger of ledgers.values())
      for (const [what, count] of ledger.done) done.set(what, (done.get(what) ?? 0) + count);
    return {
      ...{ seed, kills: server.kills, seconds: Math.round((Date.now() - began) / 1000) },
      problems: [...problems, ...verified.problems, ...chains.faults],
      ...{
        figures: verified.figures,
        auditEntries: chains.entries,
        seals: chains.seals,
        done,
        failures: server.failures,
      },
    };
  } finally {
    await server.remove();
    await teams.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const reviewFiguresOf = ({
  seed,
  kills,
  seconds,
  figures,
  auditEntries,
  seals,
  done,
  failures,
  problems,
}: ReviewCrashReport): string =>
  `seed ${seed}: ${kills} kills in ${seconds} s; ${figures.reviews} reviews, ${figures.studies} studies, ${figures.opinions} opinions, ` +
  `${figures.revealed} revealed, ${figures.decisions} decisions; sent once: ${figures.posts} posts, ${figures.messages} messages ` +
  `(${figures.notifications} told a référent of a decision); of unknown outcome: ${figures.unknownSeen} seen since, ` +
  `${figures.unknownWaiting} waiting for somebody; ${auditEntries} audit entries, ${seals} seals, ${failures.length} failures in the log; ` +
  `${problems.length} complaints\n` +
  `answered: ${[...done]
    .sort()
    .map(([what, count]) => `${what} ${count}`)
    .join(", ")}`;

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [kills = "1000", seed = String(Date.now() % 1_000_000), seconds, root] = process.argv.slice(2);
  const began = Date.now();
  const report = await reviewLoop({
    onKill: (count) => {
      if (count % 50 === 0) console.log(`${count} kills in ${Math.round((Date.now() - began) / 1000)} s`);
    },
    kills: Number(kills),
    seed: Number(seed),
    ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
    ...(root === undefined ? {} : { root }),
  });
  console.log(reviewFiguresOf(report));
  for (const problem of report.problems.slice(0, 30)) console.log(`- ${problem}`);
  for (const failure of report.failures.slice(0, 10)) console.log(`  log: ${failure}`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}
