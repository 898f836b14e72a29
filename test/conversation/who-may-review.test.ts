/** Who may do what with a review: every button of it, for each person and each moment of its life. A new button without its row fails. */
import assert from "node:assert/strict";
import { cardActions } from "../../cards/actions.ts";
import type { Opinion, Review, ReviewDecision } from "../../src/domain/review/records.ts";
import { copyOf, emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import { CHANNELS } from "../support/channel-place.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, STRANGER, type Json } from "../support/chat.ts";
import { A_MOMENT, aReview, aSnapshot } from "../support/a-review.ts";
import { diagnosed, GASPARD, HUGO, startPlace, type Place } from "./decision-steps.ts";
import { said } from "./steps.ts";

/** In this order in each row. */
const ACTORS = {
  owner: BASILE,
  ofTheCell: ALIX,
  ofNoCell: HUGO,
  chargeDeProjet: DORIAN,
  coordinatrice: EUGENIE,
  assistante: FANTINE,
  partner: GASPARD,
  stranger: STRANGER,
} as const;
type ActorName = keyof typeof ACTORS;
const NAMES = Object.keys(ACTORS) as ActorName[];

/** `+` is let in; the others are told why not. */
const VERDICTS = {
  n: "noSuchReview",
  o: "ownCase",
  t: "tookPart",
  r: "roleMayNot",
  c: "opinionsClosed",
  x: "nothingToSettle",
  a: "alreadyDone",
  d: "sittingClosed",
  m: "changedMeanwhile",
  s: "stranger",
} as const;

const WORDS = "CanariDeParole";
const OPINION = "CanariAvis";
const REASONS = "CanariMotif";

const revealed = { by: EUGENIE, at: A_MOMENT };
const DAY = "2026-11-24";
const decided: Review["decided"] = {
  ...{ outcome: "stay", to: null, departs: null, concordant: true, on: DAY, by: EUGENIE, at: A_MOMENT },
};
const withdrawn = { because: "error", by: BASILE, at: A_MOMENT } as const;
const heard = { givers: [EUGENIE], state: "underReview" } as const;

/** The moments of a review's life, each a review of its own about the same person. */
const MOMENTS = {
  waiting: aReview({ ...heard, id: "2026-101", givers: [EUGENIE] }),
  revealed: aReview({ ...heard, id: "2026-102", givers: [EUGENIE], revealed }),
  decided: aReview({ ...heard, id: "2026-103", givers: [EUGENIE], state: "decided", revealed, decided }),
  withdrawn: aReview({ id: "2026-104", state: "withdrawn", withdrawn }),
  short: aReview({ id: "2026-105", track: "short", fullBecause: [] }),
  second: aReview({ id: "2026-106", second: { of: "2026-103", barred: [ALIX, DORIAN] } }),
  elsewhere: aReview({ id: "2026-107", cell: "sortie" }),
  none: null,
} as const;
type Moment = keyof typeof MOMENTS;
const MOMENT_NAMES = Object.keys(MOMENTS) as Moment[];
/** Buttons that lead where another one does are asked of these moments only. */
const SOME: readonly Moment[] = ["waiting", "decided"];
const LIKE_ANOTHER =
  /^(?:reviews\.pick|review\.(?:refresh|moveLeave|giveOpinion|reveal|decide|move)|decision\.toView)$|\.(?:leave|noteLeave)$/;
const idAt = (moment: Moment): string => MOMENTS[moment]?.id ?? "2026-999";

type Rows = Readonly<Record<Moment, string>>;
const rows = (...given: readonly [string, string, string, string, string, string, string]): Rows => {
  const [waiting, shown, over, withdrawnRow, short, second, elsewhere] = given;
  return {
    waiting,
    revealed: shown,
    decided: over,
    withdrawn: withdrawnRow,
    short,
    second,
    elsewhere,
    none: "nnnnnnns",
  };
};
// Waiting · revealed · decided · withdrawn · short circuit · second study · another cell.
const SEES = rows("++n++n+s", "++n++n+s", "++n++nns", "+nn++nns", "+nn++nns", "+t+++n+s", "++n++n+s");
const OPENS_OPINION = rows("o+n++n+s", "ocnccncs", "ocnccnns", "onnccnns", "onnnnnns", "ot+t+n+s", "o+n++n+s");
// Once closed, what is typed is kept as one's own, and counts for nothing.
const WRITES_OPINION = rows("o+n++n+s", "o+n++n+s", "o+n++nns", "onn++nns", "onnnnnns", "ot+t+n+s", "o+n++n+s");
// No sitting is open.
const NOTES = rows("rrnddnrs", "rrnddnrs", "rrnddnns", "rnnddnns", "rnnddnns", "rtrtdnrs", "rrnddnrs");
const REVEALS = rows("rrn++nrs", "rrn++nrs", "rrnccnns", "rnnccnns", "rnnnnnns", "rtrt+nrs", "rrn++nrs");
const DECIDES = rows("rrn++nrs", "rrn++nrs", "rrn++nns", "rnn++nns", "rnn++nns", "rtrt+nrs", "rrn++nrs");
const WHOLE = rows("rrnaanrs", "rrnaanrs", "rrnxxnns", "rnnxxnns", "rnn++nns", "rtrtanrs", "rrnaanrs");
const ADJOURNS = rows("rrn++nrs", "rrn++nrs", "rrnxxnns", "rnnxxnns", "rnnxxnns", "rtrt+nrs", "rrn++nrs");
const WITHDRAWS = rows("+rn++nrs", "+rn++nrs", "xrnxxnns", "xnnxxnns", "+nn++nns", "+tr++nrs", "+rn++nrs");
const REOPENS = rows("rrnxxnrs", "rrnxxnrs", "rrnmmnns", "rnnxxnns", "rnnxxnns", "rtrtxnrs", "rrnxxnrs");
const ASKS_SECOND = rows("xrnxxnrs", "xrnxxnrs", "mrnmmnns", "xnnxxnns", "xnnxxnns", "xtrxxnrs", "xrnxxnrs");

const opinion = { whole: "true", outcome: "stay", why: "Forgé" };
const decision = { rev: "1~new", whole: "true", outcome: "stay", reasons: "Forgé" };
type Button = readonly [verb: string, rows: Rows, data: Json];
const move = (name: string, because: string, expected: Rows): readonly Button[] => [
  ["review.moveOpen", expected, { move: name }],
  ["review.move", expected, { move: name, because, rev: "0.none" }],
];
const BUTTONS: readonly Button[] = [
  ["review.open", SEES, {}],
  ["review.refresh", SEES, { card: "k" }],
  ["reviews.pick", SEES, {}],
  ["review.moveLeave", SEES, {}],
  ["opinion.open", OPENS_OPINION, {}],
  ["review.giveOpinion", OPENS_OPINION, { card: "k" }],
  ["opinion.save", WRITES_OPINION, { ...opinion, rev: "new~new" }],
  ["opinion.leave", WRITES_OPINION, { ...opinion, rev: "new~new" }],
  ["opinion.noteOpen", NOTES, {}],
  ["opinion.noteSave", NOTES, { ...opinion, rev: "note~new", member: ALIX }],
  ["opinion.noteLeave", NOTES, { ...opinion, rev: "note~new", member: ALIX }],
  ["reveal.do", REVEALS, {}],
  ["review.reveal", REVEALS, { card: "k" }],
  ["decision.open", DECIDES, {}],
  ["review.decide", DECIDES, { card: "k" }],
  ["decision.save", DECIDES, decision],
  ["decision.leave", DECIDES, decision],
  ["decision.toView", DECIDES, decision],
  ["review.inFull", WHOLE, {}],
  ...move("adjourn", "quorum", ADJOURNS),
  ...move("withdraw", "error", WITHDRAWS),
  ...move("reopen", "other", REOPENS),
  ...move("second", "", ASKS_SECOND),
];
const dataFor = ([verb, , data]: Button, review: string): Json =>
  verb === "reviews.pick" ? { choice: review } : { ...data, review };

const opinionOn = ({ id, code }: Review): Opinion => ({
  ...{ kind: "opinion", schemaVersion: 1, review: id, study: 1, code, memberId: EUGENIE, notedBy: null },
  ...{ outcome: "stay", to: null, why: OPINION, next: "", at: A_MOMENT },
});
const decisionOn = ({ id, code }: Review): ReviewDecision => ({
  ...{ kind: "reviewDecision", schemaVersion: 1, review: id, study: 1, code, outcome: "stay", to: null },
  ...{ reasons: REASONS, departs: null, proofs: [], next: "", by: EUGENIE, at: A_MOMENT, on: DAY },
  ...{ letterDueOn: "2026-12-04", secondUntil: "2026-12-24" },
});

describe("Who may do what with a review", function () {
  this.timeout(300_000);
  const disk = emptyDisk();
  let place: Place;
  let saved: MemoryDisk;

  before(async () => {
    place = await startPlace(disk);
    await diagnosed(place, { choice: "stay", agrees: "agrees" });
    for (const review of Object.values(MOMENTS)) {
      if (review === null) continue;
      const { id, cell, givers, state } = review;
      const written = await place.chat.product.services.store.commit([
        { op: "put", doc: review },
        { op: "put", doc: aSnapshot({ review: id, cell }, WORDS) },
        ...(givers.length === 0 ? [] : [{ op: "put", doc: opinionOn(review) } as const]),
        ...(state === "decided" ? [{ op: "put", doc: decisionOn(review) } as const] : []),
      ]);
      assert.ok(written.ok);
    }
    await place.chat.product.outbox.drain();
    saved = copyOf(disk);
  });
  after(() => place.chat.stop());

  const restore = (): void => {
    disk.documents.clear();
    for (const [key, row] of saved.documents) disk.documents.set(key, row);
    disk.lastVersion = saved.lastVersion;
  };
  /** What is kept of the reviews, drafts of one's own apart. */
  const kept = (): string[] =>
    [...disk.documents].filter(([, { kind }]) => KEPT.has(kind)).map(([key, { version }]) => `${key} ${version}`);
  const KEPT = new Set(["review", "snapshot", "opinion", "reviewDecision", "case", "meeting", "reviewPost"]);

  const verdictOf = (text: string): string =>
    (Object.entries(VERDICTS).find(([, code]) => text.includes(refusalWords[code].title)) ?? ["+"])[0];

  /** Who reads what in their own chat: words of colleagues and levels are for those who work on files, opinions for when they are revealed. */
  const assertDiscreet = (what: string, actor: ActorName, moment: Moment, verdict: string, text: string): void => {
    const colleague = !["assistante", "partner", "stranger"].includes(actor);
    if (verdict !== "+" || !colleague) assert.ok(!text.includes(WORDS), `${what}: words are read`);
    const said = MOMENTS[moment]?.revealed != null || actor === "coordinatrice";
    if (verdict !== "+" || !said) assert.ok(!text.includes(OPINION), `${what}: an opinion is read`);
    if (verdict !== "+") assert.ok(!text.includes(REASONS), `${what}: what was decided is read`);
    assert.doesNotMatch(text, /Amina|Benali|06 12 34/, `${what}: who the person is`);
    assert.doesNotMatch(text, /Santé en lien avec le travail : (?!\nà voir en séance)/, `${what}: health is told`);
  };

  it("has a row for every button of a review", () => {
    const asked = new Set(BUTTONS.map(([verb]) => verb));
    for (const { verb, data } of Object.values(cardActions)) {
      const blames = (review: unknown): boolean =>
        data.safeParse({ review }).error?.issues.some(({ path }) => path[0] === "review") ?? false;
      if (blames("forged") && !blames("2026-001")) assert.ok(asked.has(verb), `${verb} has no row`);
    }
  });

  for (const actor of NAMES)
    it(`every button, at every moment, pressed by ${actor}`, async () => {
      const wrong: string[] = [];
      for (const button of BUTTONS)
        for (const moment of LIKE_ANOTHER.test(button[0]) || actor === "stranger" ? SOME : MOMENT_NAMES) {
          restore();
          const before = kept();
          const [verb, expected, { move: named = "" }] = button;
          const what = `${verb} ${String(named)} (${moment}) by ${actor}`;
          const person = place.chat.person(ACTORS[actor]);
          const value = { action: { type: "Action.Execute", verb, data: dataFor(button, idAt(moment)) } };
          const click = { type: "invoke", name: "adaptiveCard/action", replyToId: "forged", value };
          person.card = await person.invoke(person.activity(click));
          const verdict = verdictOf(said(person));
          const due = expected[moment][NAMES.indexOf(actor)] ?? "?";
          // A forged move says nothing more than that its card is older.
          const met = verdict === due || (verb === "review.move" && due === "+" && verdict === "m");
          if (!met) wrong.push(`${what}: ${verdict} instead of ${due}`);
          assertDiscreet(what, actor, moment, verdict, said(person));
          if (due !== "+") assert.deepEqual(kept(), before, `${what} changed something`);
        }
      assert.deepEqual(wrong, []);
    });

  it("in a channel, no button shows more than its card nor does what belongs in an own chat", async () => {
    const conversation = { id: `${CHANNELS.entree};messageid=1`, conversationType: "channel", isGroup: true };
    const channelData = { channel: { id: CHANNELS.entree } };
    for (const actor of ["chargeDeProjet", "partner", "stranger"] as const)
      for (const button of BUTTONS) {
        restore();
        const before = kept();
        const value = { action: { type: "Action.Execute", verb: button[0], data: dataFor(button, idAt("waiting")) } };
        const click = { type: "invoke", name: "adaptiveCard/action", replyToId: "1", conversation, channelData, value };
        const { body } = await place.chat.deliver(place.chat.person(ACTORS[actor]).activity(click));
        assert.doesNotMatch(JSON.stringify(body), /Canari|Amina|Benali|P-2026/, `${button[0]} by ${actor}`);
        assert.deepEqual(kept(), before, `${button[0]} by ${actor} changed something`);
      }
  });

  it("on paper, a letter is for who reads the case, and an odd address is answered without a word of it", async () => {
    restore();
    const read = async (actor: ActorName, path: string): Promise<{ status: number; text: string }> => {
      const headers = { "x-local-member": ACTORS[actor] };
      const answer = await fetch(`http://127.0.0.1:${place.chat.port}/api/${path}`, { headers });
      return { status: answer.status, text: await answer.text() };
    };
    const statuses = async (path: string): Promise<number[]> =>
      Promise.all(NAMES.map(async (actor) => (await read(actor, path)).status));
    const letter = (moment: Moment): string => `documents/courrier-decision/${idAt(moment)}`;
    assert.deepEqual(await statuses(letter("decided")), [200, 404, 404, 200, 200, 404, 404, 403]);
    assert.deepEqual(await statuses(letter("none")), [404, 404, 404, 404, 404, 404, 404, 403]);
    assert.deepEqual((await statuses(letter("waiting"))).slice(5), [404, 404, 403]);
    const odd = [
      ...["2026-103%00", "..%2F..%2Fetc", "2026-1030", "P-2026-0001", "", "%F0%9F%92%A9"].map(
        (code) => `documents/courrier-decision/${code}`,
      ),
      ...["entree.2026-13-45", "entree.2026-11-24?format=docx", "zzz", "entree.2026-11-24?format=../x"].map(
        (code) => `documents/compte-rendu/${code}`,
      ),
      ...["cell=zz", "status=zz", "cell=entree&code=P-2026-0001"].map((q) => `reviews?${q}`),
    ];
    for (const path of odd)
      for (const actor of NAMES) {
        const { status, text } = await read(actor, path);
        assert.ok(status >= 400 && status < 500, `${path} by ${actor}: ${status} ${text}`);
        assert.doesNotMatch(text, /Canari|Amina|Benali/, path);
      }
    for (const actor of NAMES)
      assert.doesNotMatch((await read(actor, "reviews")).text, /Canari|Amina|Benali|P-2026/, actor);
  });
});
