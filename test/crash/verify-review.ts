/** Reads the reviews that the kills left behind: each whole, each post and message once, and everything that was acknowledged. */
import type { DocumentKind, DocumentOf } from "../../src/domain/records/catalogue.ts";
import type { OutboxEntry } from "../../src/domain/records/bookkeeping.ts";
import type { Opinion, Review } from "../../src/domain/review/records.ts";
import type { Store } from "../../src/ports/store.ts";
import { everyDocument } from "../../src/use-cases/frame/every-document.ts";
import type { FakeConnector } from "../support/fake-connector.ts";
import type { ReviewLedger, Sent } from "./review-ledger.ts";

type Say = (problem: string) => void;

const all = async <K extends DocumentKind>(store: Store, kind: K, key: string): Promise<DocumentOf<K>[]> => {
  const found: DocumentOf<K>[] = [];
  for await (const { doc } of everyDocument(store, { kind, key })) found.push(doc);
  return found;
};

const sorted = (list: readonly string[]): string => [...list].sort().join(" ");
const isOpen = ({ state }: Review): boolean => state !== "decided" && state !== "withdrawn";

export interface ReviewFigures {
  readonly reviews: number;
  readonly studies: number;
  readonly opinions: number;
  readonly decisions: number;
  readonly revealed: number;
  /** Sent once. */
  readonly posts: number;
  readonly messages: number;
  /** Of these messages, those that told a référent of a decision. */
  readonly notifications: number;
  /** Of unknown outcome: seen since in Teams, or waiting for somebody to say. */
  readonly unknownSeen: number;
  readonly unknownWaiting: number;
}
type Sendings = Pick<ReviewFigures, "posts" | "messages" | "notifications" | "unknownSeen" | "unknownWaiting">;

/** The head and what hangs on it agree. */
const whole = async (store: Store, review: Review, say: Say): Promise<Opinion[]> => {
  const { id, study, state, decided, revealed, givers } = review;
  const snapshots = await all(store, "snapshot", `review:${id}`);
  if (
    sorted(snapshots.map((one) => String(one.study))) !== sorted(Array.from({ length: study }, (_, n) => String(n + 1)))
  )
    say(`${id}: study ${study} with the snapshots ${sorted(snapshots.map((one) => String(one.study)))}`);
  const studies = Array.from({ length: study }, (_, n) => n + 1);
  const opinions = (await Promise.all(studies.map((one) => all(store, "opinion", `study:${id}.${one}`)))).flat();
  const current = opinions.filter((one) => one.study === study);
  if (sorted(givers) !== sorted(current.map(({ memberId }) => memberId)))
    say(`${id}: the head says that ${givers.length} gave an opinion, ${current.length} are there`);
  if (current.some(({ memberId }) => memberId === review.referentId)) say(`${id}: its référent gave an opinion`);
  for (const { memberId, at } of current)
    if (revealed !== null && at > revealed.at)
      say(`${id}: ${memberId} gave an opinion at ${at}, revealed at ${revealed.at}`);
  if (revealed !== null && givers.length < 3) say(`${id}: revealed with ${givers.length} opinions`);
  const decisions = await all(store, "reviewDecision", `review:${id}`);
  const now = decisions.find((one) => one.study === study);
  if ((state === "decided") !== (decided !== null)) say(`${id}: ${state}, and decided: ${JSON.stringify(decided)}`);
  if ((decided !== null) !== (now !== undefined)) say(`${id}: the head and its decision disagree`);
  if (
    decided !== null &&
    now !== undefined &&
    (decided.outcome !== now.outcome || decided.at !== now.at || decided.by !== now.by)
  )
    say(`${id}: the head tells another decision than the one recorded`);
  if (decided !== null && revealed === null && review.track === "full") say(`${id}: decided before it was revealed`);
  return opinions;
};

/** The case knows its open review, and no other; the trail tells each step once. */
const ofCases = async (store: Store, reviews: readonly Review[], say: Say): Promise<void> => {
  for (const { code } of await all(store, "identity", "all")) {
    const file = (await store.get("case", code))?.doc;
    const open = reviews.filter((review) => review.code === code && isOpen(review));
    if (open.length > 1) say(`${code}: ${open.length} open reviews`);
    if ((file?.review ?? null) !== (open[0]?.id ?? null))
      say(`${code}: under study as ${file?.review}, open: ${open[0]?.id}`);
    const acts = (await all(store, "audit", `chain:case.${code}`)).map(({ act }) => act);
    const told = (act: string): number => acts.filter((one) => one === act).length;
    const decisions = await Promise.all(
      reviews.filter((review) => review.code === code).map(({ id }) => all(store, "reviewDecision", `review:${id}`)),
    );
    if (told("review.decided") !== decisions.flat().length)
      say(`${code}: ${decisions.flat().length} decisions, the trail tells ${told("review.decided")}`);
    const last = decisions
      .flat()
      .filter(({ review }) => review === file?.decided?.review)
      .at(-1);
    if (file?.decided != null && last?.outcome !== file.decided.outcome)
      say(`${code}: its head tells another decision`);
  }
};

/** The last that counted is there, or one that was sent after it. */
const kept = (what: string, sent: readonly Sent[], found: readonly string[], say: Say): void => {
  const last = sent.findLastIndex(({ counted }) => counted);
  if (last === -1) return;
  const stands = sent.slice(last).some(({ token }) => found.includes(token));
  if (!stands) say(`${what}: « ${sent[last]?.token} » was acknowledged and is lost; found: ${found.join(" ")}`);
};

const tokenOf = (text: string): string => /\b[a-z]\d+x\b/.exec(text)?.[0] ?? text;

const acknowledged = async (
  store: Store,
  reviews: readonly Review[],
  opinions: readonly Opinion[],
  people: ReadonlyMap<string, ReviewLedger>,
  say: Say,
): Promise<void> => {
  for (const [memberId, ledger] of people) {
    for (const [review, sent] of ledger.opinions) {
      const mine = opinions.filter((one) => one.review === review && one.memberId === memberId);
      kept(
        `${review}, opinion of ${memberId}`,
        sent,
        mine.map(({ why }) => tokenOf(why)),
        say,
      );
      for (const { why } of mine)
        if (!sent.some(({ token }) => token === tokenOf(why)))
          say(`${review}: « ${why} » was never typed by ${memberId}`);
    }
    for (const [code, sent] of ledger.questions) {
      const snapshots = await all(store, "snapshot", `case:${code}`);
      const asked = snapshots.map(({ question }) => tokenOf(question));
      for (const { token, counted } of sent)
        if (counted && !asked.includes(token)) say(`${code}: the submission « ${token} » was acknowledged and is lost`);
    }
    for (const [review, sent] of ledger.decisions) {
      const found = (await all(store, "reviewDecision", `review:${review}`)).map(({ reasons }) => tokenOf(reasons));
      for (const { token, counted } of sent)
        if (counted && !found.includes(token)) say(`${review}: the decision « ${token} » was acknowledged and is lost`);
    }
    for (const id of ledger.revealed) {
      const review = reviews.find((one) => one.id === id);
      if (review !== undefined && review.revealed === null && review.reopened === null)
        say(`${id}: its opinions were told to be revealed, and are hidden`);
    }
  }
};

const marksOf = (value: unknown): string[] =>
  [...JSON.stringify(value ?? null).matchAll(/"sent":"([^"]+)"/g)].map((found) => found[1] ?? "");

/** Each new message or card carries its entry: how often each of them arrived. */
const arrivals = (teams: FakeConnector): ReadonlyMap<string, number> => {
  const times = new Map<string, number>();
  for (const { method, body } of teams.received) {
    if (method !== "POST") continue;
    for (const entry of new Set(marksOf(body))) times.set(entry, (times.get(entry) ?? 0) + 1);
  }
  return times;
};

const isVisible = async (store: Store, entry: OutboxEntry): Promise<boolean> => {
  if ((await store.get("sendTrouble", entry.id)) !== undefined) return true;
  const post = entry.review === null ? undefined : (await store.get("reviewPost", entry.review))?.doc;
  return entry.what === "post" && post?.key === entry.id && (post.state === "posted" || post.state === "seen");
};

/** Once each, or of an outcome that nobody knows and that someone sees. */
const sendings = async (store: Store, teams: FakeConnector, say: Say): Promise<Sendings> => {
  const times = arrivals(teams);
  const figures = { posts: 0, messages: 0, notifications: 0, unknownSeen: 0, unknownWaiting: 0 };
  const open = await all(store, "outbox", "open");
  for (const { id, what, state } of open) say(`the ${what} ${id} is still ${state}`);
  for (const state of ["sent", "aside"] as const)
    for (const entry of await all(store, "outbox", state)) {
      if (entry.what !== "post" && entry.what !== "message") continue;
      const count = times.get(entry.id) ?? 0;
      const label = `${entry.what} ${String(entry.screen["screen"])} ${entry.review ?? ""} (${entry.id})`;
      if (count > 1) say(`${label}: ${count} times in Teams`);
      if (state === "sent" && entry.review !== null && count === 0) say(`${label}: told to be sent, never arrived`);
      if (entry.review === null) continue;
      const settled = (await store.get("sendTrouble", entry.id))?.doc.settled ?? null;
      if (settled !== null) figures.unknownSeen += 1;
      else if (state === "sent") figures[entry.what === "post" ? "posts" : "messages"] += 1;
      if (state === "sent" && entry.screen["screen"] === "reviewDecided") figures.notifications += 1;
      if (state === "aside") {
        figures.unknownWaiting += 1;
        if (!(await isVisible(store, entry))) say(`${label}: set aside (${entry.reason}), and nobody sees it`);
      }
    }
  const known = new Set(
    (await Promise.all((["open", "sent", "aside"] as const).map((state) => all(store, "outbox", state))))
      .flat()
      .map(({ id }) => id),
  );
  for (const [entry] of times) if (!known.has(entry)) say(`${entry} arrived in Teams and nothing says who sent it`);
  return figures;
};

/** Each decision was told to the référent by one message, or its failure is there to be seen. */
const told = async (store: Store, reviews: readonly Review[], say: Say): Promise<void> => {
  for (const { id, code, referentId } of reviews) {
    const decisions = (await all(store, "reviewDecision", `review:${id}`)).filter(({ by }) => by !== referentId);
    const messages = (await all(store, "outbox", `case:${code}`)).filter(
      ({ what, screen, review }) => what === "message" && screen["screen"] === "reviewDecided" && review === id,
    );
    const troubles = (await all(store, "sendTrouble", "open")).filter(
      (one) => one.review === id && one.reason === "noChat",
    );
    if (messages.length + troubles.length < decisions.length)
      say(`${id}: ${decisions.length} decisions, ${messages.length} messages to the référent`);
    if (messages.length > decisions.length) say(`${id}: ${messages.length} messages for ${decisions.length} decisions`);
  }
};

/** In the channel: one card for each review, whose place is the one that is remembered. */
const inChannel = async (
  store: Store,
  reviews: readonly Review[],
  teams: FakeConnector,
  channel: string,
  say: Say,
): Promise<void> => {
  const messages = teams.messagesOf(channel);
  for (const { id } of reviews) {
    const post = (await store.get("reviewPost", id))?.doc;
    const cards = messages.filter(({ contents }) => JSON.stringify(contents[0]).includes(`"review":"${id}"`));
    if (cards.length > 1) say(`${id}: ${cards.length} cards in the channel`);
    if (post?.state === "posted" && cards[0]?.activityId !== post.activityId)
      say(`${id}: posted as ${post.activityId}, in the channel as ${cards[0]?.activityId}`);
  }
};

export const verifyReviews = async (
  store: Store,
  teams: FakeConnector,
  channel: string,
  people: ReadonlyMap<string, ReviewLedger>,
): Promise<{ readonly problems: readonly string[]; readonly figures: ReviewFigures }> => {
  const problems = [...people.values()].flatMap(({ complaints }) => complaints);
  const say: Say = (problem) => void problems.push(problem);
  const reviews = await all(store, "review", "all");
  const opinions: Opinion[] = [];
  for (const review of reviews) opinions.push(...(await whole(store, review, say)));
  await ofCases(store, reviews, say);
  await acknowledged(store, reviews, opinions, people, say);
  await told(store, reviews, say);
  await inChannel(store, reviews, teams, channel, say);
  const sent = await sendings(store, teams, say);
  const decisions = (await all(store, "reviewDecision", "all")).length;
  const studies = reviews.reduce((total, { study }) => total + study, 0);
  const revealed = reviews.filter((review) => review.revealed !== null).length;
  const counts = { reviews: reviews.length, studies, opinions: opinions.length, decisions, revealed };
  return { problems, figures: { ...counts, ...sent } };
};
