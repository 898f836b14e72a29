/** A member of a cell who submits their cases, gives opinions, reveals and decides, by random choices, and remembers what was answered. */
import { setTimeout as wait } from "node:timers/promises";
import { reviewWords } from "../../src/wording/opinion.ts";
import { noticeWords } from "../../src/wording/notices.ts";
import type { Landed } from "../support/fake-rooms.ts";
import { ADAPTIVE, type Fill, type Json } from "../support/card-reading.ts";
import { CHANNELS } from "../support/channel-place.ts";
import type { Client } from "./client.ts";
import type { Random } from "./random.ts";
import type { ReviewLedger } from "./review-ledger.ts";

const CHANNEL = CHANNELS.entree;
const OUTCOMES = ["stay", "stayWithRelays", "toComplete"] as const;

/** Most people have no more than so many situations in mind, the oldest first. */
const IN_MIND = 4;
const OPEN_AT_MOST = 8;

/** A button that they still have on a card of theirs. */
const button = (verb: string, data: Json): Json => ({
  type: "AdaptiveCard",
  actions: [{ type: "Action.Execute", title: verb, verb, data }],
});

export interface Part {
  /** The cases that they may put to the cell. */
  readonly codes: readonly string[];
  readonly leads: boolean;
}

/** What everybody in the room knows: which situations were presented, and how often each was decided. */
export class Board {
  readonly known = new Set<string>();
  readonly closed = new Set<string>();
  readonly #reopened = new Map<string, number>();

  get open(): readonly string[] {
    return [...this.known].filter((review) => !this.closed.has(review)).sort();
  }

  studyOf(review: string): string {
    return `${review} ${this.#reopened.get(review) ?? 0}`;
  }

  reopened(review: string): void {
    this.#reopened.set(review, (this.#reopened.get(review) ?? 0) + 1);
    this.closed.delete(review);
  }
}

export class Reviewer {
  #count = 0;
  #presented = 0;
  readonly #given = new Set<string>();
  readonly #notMine = new Set<string>();
  /** An opinion that they began, and send once it is too late. */
  #begun: { readonly review: string; readonly card: Json } | undefined;

  constructor(
    private readonly client: Client,
    private readonly name: string,
    private readonly part: Part,
    private readonly board: Board,
    private readonly random: Random,
    private readonly ledger: ReviewLedger,
    private readonly over: () => boolean,
  ) {}

  async work(): Promise<void> {
    this.client.receive();
    while (!this.over()) {
      if (this.random.chance(0.08) && this.#messages().length > 0) await this.#inChannel();
      else if (this.random.chance(0.05)) this.client.receive();
      if (!(await this.#goOn()) && !(await this.#turnTo())) await wait(this.random.between(10, 60));
    }
  }

  #token(): string {
    this.#count += 1;
    return `${this.name}${this.#count}x`;
  }

  #messages(): readonly Landed[] {
    return this.client.around.teams
      .messagesOf(CHANNEL)
      .slice(-2 * OPEN_AT_MOST)
      .filter(({ contents }) => JSON.stringify(contents.at(-1)).includes('"review.refresh"'));
  }

  async #inChannel(): Promise<void> {
    const messages = this.#messages();
    const verbs = ["review.refresh", "review.giveOpinion", "review.giveOpinion", "review.reveal", "review.decide"];
    const [verb, message] = [this.random.pick(verbs), this.random.pick(messages.slice(-OPEN_AT_MOST))];
    const review = /"review":"([^"]+)"/.exec(JSON.stringify(message.contents.at(-1)))?.[1];
    if (review !== undefined) this.board.known.add(review);
    const answer = await this.client.inChannel(CHANNEL, message, verb);
    if (answer === undefined) return;
    this.ledger.count(verb);
    if (answer["type"] === ADAPTIVE && verb !== "review.refresh")
      if (JSON.stringify(answer["value"]).includes('"Input.'))
        this.ledger.complaints.push(`${verb} in the channel was answered by a form`);
    if (answer["statusCode"] !== 200) this.ledger.complaints.push(`${verb} was answered by ${JSON.stringify(answer)}`);
    this.client.receive();
  }

  /** Fills the form in front; false when there is none. */
  async #goOn(): Promise<boolean> {
    const has = (verb: string): boolean => this.client.action(verb) !== undefined;
    if (has("opinion.save")) return this.#opinion();
    if (has("decision.save")) return this.#decision();
    if (has("review.move")) return this.#move();
    if (has("review.submit")) return this.#submit();
    if (has("review.preview")) return this.#question();
    return false;
  }

  /** Presents one of their cases, or opens a situation and does what it waits for; false when there is nothing to do. */
  async #turnTo(): Promise<boolean> {
    const { codes } = this.part;
    if (this.#begun !== undefined && this.board.closed.has(this.#begun.review)) return this.#sendLate();
    if (codes.length > 0 && this.board.open.length < OPEN_AT_MOST && this.random.chance(0.4)) {
      const code = codes[this.#presented] ?? this.random.pick(codes);
      this.#presented += 1;
      this.client.hold(button("review.prepare", { code }));
      return (await this.client.press("review.prepare", false)).answered;
    }
    const mine = this.board.open.filter((one) => !this.#notMine.has(this.board.studyOf(one)));
    const review = mine.length === 0 ? undefined : this.random.pick(mine.slice(0, IN_MIND));
    return review !== undefined && this.#study(review);
  }

  async #study(review: string): Promise<boolean> {
    const { client, random, board } = this;
    client.hold(button("review.open", { review }));
    if (!(await client.press("review.open", false)).answered) return false;
    const study = board.studyOf(review);
    const has = (verb: string): boolean => client.action(verb) !== undefined;
    if (this.#begun?.review === review && !has("opinion.open")) return this.#sendLate();
    if (has("opinion.open") && (!this.#given.has(study) || random.chance(0.1)))
      return (await client.press("opinion.open", false)).answered;
    if (has("reveal.do")) return (!this.#lacksVoices() || random.chance(0.1)) && this.#reveal(review);
    if (has("decision.open")) return (await client.press("decision.open", false)).answered;
    if (this.part.leads && has("review.moveOpen")) {
      board.closed.add(review);
      return random.chance(0.3) && (await client.press("review.moveOpen", false)).answered;
    }
    // The others do the rest.
    if (!this.part.leads && this.#begun?.review !== review) this.#notMine.add(study);
    return false;
  }

  #sendLate(): Promise<boolean> {
    this.client.hold(this.#begun?.card ?? {});
    return this.#opinion(true);
  }

  async #reveal(review: string): Promise<boolean> {
    const pressed = await this.client.press("reveal.do", true);
    if (!pressed.answered) return false;
    const done = this.#says(noticeWords.opinionsRevealed.text(null));
    if (done) this.ledger.revealed.add(review);
    this.ledger.count(done ? "opinions revealed" : "reveal.do");
    return true;
  }

  #lacksVoices(): boolean {
    return (
      this.#says(reviewWords.missing(1)) || this.#says(reviewWords.missing(2)) || this.#says(reviewWords.missing(3))
    );
  }

  #data(verb: string): Json {
    return (this.client.action(verb)?.["data"] ?? {}) as Json;
  }

  #review(verb: string): string {
    const { review } = this.#data(verb);
    return typeof review === "string" ? review : "";
  }

  /** What may be chosen in a field of the card in front. */
  #choices(id: string): readonly string[] {
    const input = this.client.inputs.find((one) => one["id"] === id);
    return ((input?.["choices"] ?? []) as Json[]).map((choice) => String(choice["value"]));
  }

  /** Fields that the card has, filled. */
  #fill(wanted: Fill): Fill {
    const ids = new Set(this.client.inputs.map((input) => String(input["id"])));
    return Object.fromEntries(Object.entries(wanted).filter(([id]) => ids.has(id)));
  }

  #outcome(): string {
    const offered = this.#choices("outcome");
    return this.random.pick(OUTCOMES.filter((outcome) => offered.includes(outcome)));
  }

  async #question(): Promise<boolean> {
    const code = String(this.#data("review.preview")["code"]);
    const token = this.#token();
    const leaves = this.random.chance(0.1);
    const verb = leaves ? "review.leave" : "review.preview";
    const fill = this.#fill({ cell: "entree", question: `Que proposer ${token} ?`, full: "true" });
    const pressed = await this.client.press(verb, true, fill);
    this.ledger.asked(code, { token, counted: false });
    if (pressed.answered) this.ledger.count(verb);
    return pressed.answered;
  }

  async #submit(): Promise<boolean> {
    const code = String(this.#data("review.submit")["code"]);
    const token = /Que proposer (\w+)/.exec(this.client.text)?.[1] ?? "";
    const pressed = await this.client.press("review.submit", true);
    const told = /Situation (\d{4}-\d{3,6}) (?:présentée|: circuit court)/;
    const id = told.exec(this.client.text.replace(/[\u00A0\u202F]/g, " "))?.[1];
    const done = pressed.answered && id !== undefined;
    if (done) this.board.known.add(id);
    this.ledger.asked(code, { token, counted: done });
    if (done) this.ledger.count("review.submit");
    return pressed.answered;
  }

  async #opinion(late = false): Promise<boolean> {
    const review = this.#review("opinion.save");
    if (late) this.#begun = undefined;
    else if (this.#begun === undefined && this.random.chance(0.15)) {
      this.#begun = { review, card: this.client.card };
      this.#given.add(this.board.studyOf(review));
      return false;
    }
    const token = this.#token();
    const verb = this.random.chance(0.1) ? "opinion.leave" : "opinion.save";
    const fill = this.#fill({ outcome: this.#outcome(), why: `Parce que ${token}`, next: "Voir en janvier" });
    const pressed = await this.client.press(verb, true, fill);
    const counted = pressed.answered && verb === "opinion.save" && this.#says("Votre avis est enregistré");
    if (verb === "opinion.save") this.ledger.opined(review, { token, counted });
    if (pressed.answered) this.ledger.count(counted ? "opinion given" : verb);
    if (counted) this.#given.add(this.board.studyOf(review));
    return pressed.answered;
  }

  #says(words: string): boolean {
    const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, " ");
    return plain(this.client.text).includes(plain(words));
  }

  async #decision(): Promise<boolean> {
    const review = this.#review("decision.save");
    const token = this.#token();
    const verb = this.random.chance(0.1) ? "decision.leave" : "decision.save";
    // Long enough for somebody else to decide meanwhile.
    if (this.random.chance(0.2)) await wait(this.random.between(300, 3_000));
    const fill = this.#fill({
      ...{ outcome: this.#outcome(), reasons: `Parce que ${token}`, departs: "otherView", next: "Un rendez-vous" },
    });
    const pressed = await this.client.press(verb, true, fill);
    const counted =
      pressed.answered &&
      verb === "decision.save" &&
      this.client.action("decision.save") === undefined &&
      this.#says(noticeWords.decided.text(null).slice(0, 28));
    if (verb === "decision.save") this.ledger.decided(review, { token, counted });
    if (pressed.answered) this.ledger.count(counted ? "decision taken" : verb);
    if (counted) this.board.closed.add(review);
    return pressed.answered;
  }

  async #move(): Promise<boolean> {
    const { move, review } = this.#data("review.move");
    const verb = move === "reopen" ? "review.move" : "review.moveLeave";
    const reasons = this.#choices("because");
    const pressed = await this.client.press(
      verb,
      true,
      reasons.length === 0 ? {} : { because: this.random.pick(reasons) },
    );
    if (verb === "review.move") this.board.reopened(String(review));
    if (pressed.answered) this.ledger.count(`${verb} ${String(move)}`);
    return pressed.answered;
  }
}
