/** A member of a cell who submits their cases, gives opinions, reveals and decides, by random choices, and remembers what was answered. */
import { noticeWords } from "../../src/wording/notices.ts";
import type { Landed } from "../support/fake-rooms.ts";
import { ADAPTIVE, type Fill, type Json } from "../support/card-reading.ts";
import { CHANNELS } from "../support/channel-place.ts";
import type { Client } from "./client.ts";
import type { Random } from "./random.ts";
import type { ReviewLedger } from "./review-ledger.ts";

const CHANNEL = CHANNELS.entree;
const REVIEW = /\d{4}-\d{3,6}/;
const OUTCOMES = ["stay", "stayWithRelays", "toComplete"] as const;

/** Buttons that only lead somewhere, and those that change something without a form. */
const STEPS: ReadonlySet<string> = new Set([
  "review.open",
  "opinion.open",
  "reveal.do",
  "decision.open",
  "review.moveOpen",
  "review.prepare",
  "reviews.open",
]);
const CHANGES: ReadonlySet<string> = new Set(["reveal.do"]);

export interface Part {
  /** The cases that they may put to the cell. */
  readonly codes: readonly string[];
  /** Links the channel when it is not. */
  readonly leads: boolean;
}

export class Reviewer {
  #count = 0;

  constructor(
    private readonly client: Client,
    private readonly name: string,
    private readonly part: Part,
    private readonly random: Random,
    private readonly ledger: ReviewLedger,
    private readonly over: () => boolean,
  ) {}

  async work(): Promise<void> {
    while (!this.over()) {
      if (this.random.chance(0.2) && this.#messages().length > 0) await this.#inChannel();
      else if (this.random.chance(0.15) && this.client.receive()) continue;
      else if (!(await this.#goOn())) await this.#startAgain();
    }
  }

  #token(): string {
    this.#count += 1;
    return `${this.name}${this.#count}x`;
  }

  async #startAgain(): Promise<void> {
    const { codes } = this.part;
    if (codes.length > 0 && this.random.chance(0.5)) await this.client.say(`synthèse ${this.random.pick(codes)}`);
    else await this.client.say("à étudier");
  }

  #messages(): readonly Landed[] {
    return this.client.around.teams
      .messagesOf(CHANNEL)
      .filter(({ contents }) => JSON.stringify(contents.at(-1)).includes('"review.refresh"'));
  }

  async #inChannel(): Promise<void> {
    const messages = this.#messages();
    const verbs = ["review.refresh", "review.giveOpinion", "review.giveOpinion", "review.reveal", "review.decide"];
    const [verb, message] = [this.random.pick(verbs), this.random.pick(messages.slice(-8))];
    const answer = await this.client.inChannel(CHANNEL, message, verb);
    if (answer === undefined) return;
    this.ledger.count(verb);
    if (answer["type"] === ADAPTIVE && verb !== "review.refresh")
      if (JSON.stringify(answer["value"]).includes('"Input.'))
        this.ledger.complaints.push(`${verb} in the channel was answered by a form`);
    if (answer["statusCode"] !== 200) this.ledger.complaints.push(`${verb} was answered by ${JSON.stringify(answer)}`);
    this.client.receive();
  }

  /** One more press on the card in front; false when there is none to go on with. */
  async #goOn(): Promise<boolean> {
    const { client, random } = this;
    const has = (verb: string): boolean => client.action(verb) !== undefined;
    if (has("opinion.save")) return this.#opinion();
    if (has("decision.save")) return this.#decision();
    if (has("review.move")) return this.#move();
    if (has("review.submit")) return this.#submit();
    if (has("review.preview")) return this.#question();
    if (has("reviews.pick")) return this.#pick();
    const steps = client.verbs.filter((verb) => STEPS.has(verb));
    if (steps.length === 0) return false;
    const verb = random.pick(steps);
    const review = this.#review(verb);
    const pressed = await client.press(verb, CHANGES.has(verb));
    if (pressed.answered) this.ledger.count(verb);
    if (pressed.answered && verb === "reveal.do" && this.#says(noticeWords.opinionsRevealed.text(null)))
      this.ledger.revealed.add(review);
    return pressed.answered;
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

  async #pick(): Promise<boolean> {
    const offered = this.#choices("choice").filter((value) => REVIEW.test(value));
    if (offered.length === 0) return false;
    return (await this.client.press("reviews.pick", false, { choice: this.random.pick(offered) })).answered;
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
    const told = /Situation \d{4}-\d{3,6} (?:présentée|: circuit court)/;
    const done = pressed.answered && told.test(this.client.text.replace(/[\u00A0\u202F]/g, " "));
    this.ledger.asked(code, { token, counted: done });
    if (done) this.ledger.count("review.submit");
    return pressed.answered;
  }

  async #opinion(): Promise<boolean> {
    const review = this.#review("opinion.save");
    const token = this.#token();
    const verb = this.random.chance(0.1) ? "opinion.leave" : "opinion.save";
    const fill = this.#fill({ outcome: this.#outcome(), why: `Parce que ${token}`, next: "Voir en janvier" });
    const pressed = await this.client.press(verb, true, fill);
    const counted = pressed.answered && verb === "opinion.save" && this.#says("Votre avis est enregistré");
    if (verb === "opinion.save") this.ledger.opined(review, { token, counted });
    if (pressed.answered) this.ledger.count(counted ? "opinion given" : verb);
    if (counted) this.ledger.acknowledged += 1;
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
    if (counted) this.ledger.acknowledged += 1;
    return pressed.answered;
  }

  async #move(): Promise<boolean> {
    const { move } = this.#data("review.move");
    // Mostly taken up again, so that there is always something to study.
    const verb = move === "reopen" || this.random.chance(0.15) ? "review.move" : "review.moveLeave";
    const reasons = this.#choices("because");
    const pressed = await this.client.press(
      verb,
      true,
      reasons.length === 0 ? {} : { because: this.random.pick(reasons) },
    );
    if (pressed.answered) this.ledger.count(`${verb} ${String(move)}`);
    return pressed.answered;
  }
}
