/** A référent who registers people, receives them and explores their domains with random choices, and remembers what was answered. */
import { CaseLedger, type Ledger } from "./ledger.ts";
import type { Client } from "./client.ts";
import type { Random } from "./random.ts";
import type { Fill, Json } from "../support/chat.ts";

const CODE = /P-\d{4}-\d{4,}/;
/** They ask for an agreement, an observation or a situation: a random choice would often have to be mended. */
const LEFT_OUT = new Set(["sante", "travail", "savoirs", "finances"]);
const LINES = ["notAddressed", "nothing", "toExplore", "declined", "notApplicable"] as const;
const SETTLED = new Set(["assessed"]);

const READING: ReadonlySet<string> = new Set([
  "entry.open",
  "diagnostic.open",
  "synthesis.open",
  "domain.open",
  "personView.open",
  "sheet.open",
  "situation.open",
  "recommendation.open",
  "lead.open",
  "lead.why",
]);

export class Worker {
  #count = 0;
  #case: CaseLedger | undefined;

  constructor(
    private readonly client: Client,
    private readonly name: string,
    private readonly random: Random,
    private readonly ledger: Ledger,
    private readonly over: () => boolean,
  ) {}

  async work(): Promise<void> {
    while (!this.over()) {
      if (this.#case === undefined || this.random.chance(0.02)) await this.#register();
      else if (!(await this.#goOn(this.#case))) await this.client.say(`diagnostic ${this.#case.code}`);
    }
  }

  get #token(): string {
    this.#count += 1;
    return `${this.name}${this.#count}`;
  }

  /** Letters only, and several of them away from every other: nobody may be taken for anybody. */
  #familyName(): string {
    this.#count += 1;
    const letters = String(this.#count).replace(/\d/g, (digit) => "bcdfghjklm"[Number(digit)] ?? "");
    return `${this.name.repeat(4)}${letters}${letters}${letters}a`;
  }

  async #register(): Promise<void> {
    const { client } = this;
    if (!(await client.say("nouvelle personne"))) return;
    const familyName = this.#familyName();
    const day = String((this.#count % 27) + 1).padStart(2, "0");
    const given = {
      Prénom: "Amina",
      Nom: familyName,
      "Date de naissance": `${day}/03/19${this.random.between(60, 99)}`,
    };
    const pressed = await client.press("person.register", true, given);
    if (!pressed.answered) {
      this.ledger.maybePeople.push(familyName);
      this.#case = undefined;
      return;
    }
    const code = CODE.exec(client.text)?.[0];
    if (code === undefined || client.action("sheet.open") !== undefined || client.action("entry.open") === undefined) {
      this.ledger.complaints.push(`the registration of ${familyName} was answered by:\n${client.text}`);
      return;
    }
    this.ledger.acknowledged += 1;
    this.#case = new CaseLedger(code, familyName);
    this.#case.commands += 1;
    this.ledger.cases.set(code, this.#case);
  }

  /** One more press on the card in front; false when there is none to go on with. */
  async #goOn(file: CaseLedger): Promise<boolean> {
    const { client } = this;
    const has = (verb: string): boolean => client.action(verb) !== undefined;
    if (!client.text.includes(file.code)) return false;
    if (has("domain.save")) return this.#domain(file);
    if (has("overview.save")) return this.#overview(file);
    if (has("entry.save")) return this.#enter(file);
    if (has("personView.save")) return this.#personView(file);
    if (has("recommendation.save")) return this.#recommendation(file);
    if (has("situation.save")) return this.#situation(file);
    if (has("conflict.keep")) {
      this.ledger.complaints.push(`a conflict with oneself on ${file.code}:\n${client.text}`);
      return false;
    }
    const reading = client.verbs.filter((verb) => READING.has(verb));
    return reading.length > 0 && (await client.press(this.random.pick(reading), false)).answered;
  }

  /** Notes a command that was sent: answered, or perhaps done. */
  #note(file: CaseLedger, pressed: { readonly answered: boolean; readonly anew: boolean }): void {
    if (!pressed.answered) file.maybeCommands += 1;
    else {
      this.ledger.acknowledged += 1;
      if (pressed.anew) file.commands += 1;
    }
  }

  async #enter(file: CaseLedger): Promise<boolean> {
    const health = this.random.pick(["agreed", "refused", "notAsked"]);
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
    const pressed = await this.client.press("entry.save", true, { noticeOn: today, healthAgreement: health });
    this.#note(file, pressed);
    if (pressed.answered) file.entry.acknowledge(health);
    else file.entry.maybe.push(health);
    return pressed.answered;
  }

  async #personView(file: CaseLedger): Promise<boolean> {
    const words = this.#token;
    const agreement = this.random.pick(["agrees", "partly", "disagrees"]);
    const pressed = await this.client.press("personView.save", true, { agreement, words });
    this.#note(file, pressed);
    if (pressed.answered) file.personView.acknowledge(words);
    else file.personView.maybe.push(words);
    return pressed.answered;
  }

  async #recommendation(file: CaseLedger): Promise<boolean> {
    const why = this.#token;
    const choice = this.random.pick(["stay", "stayWithRelays", "toComplete"]);
    const pressed = await this.client.press("recommendation.save", true, { choice, why });
    this.#note(file, pressed);
    if (pressed.answered) file.recommendation.acknowledge(why);
    else file.recommendation.maybe.push(why);
    return pressed.answered;
  }

  async #situation(file: CaseLedger): Promise<boolean> {
    const seeksWork = this.random.pick(["yes", "notNow", "unknown", "declined"]);
    const pressed = await this.client.press("situation.save", true, { seeksWork });
    this.#note(file, pressed);
    if (pressed.answered) file.situation.acknowledge(seeksWork);
    else file.situation.maybe.push(seeksWork);
    return pressed.answered;
  }

  #choices(): Record<string, string> {
    const choices: Record<string, string> = {};
    for (const input of this.client.inputs) {
      const [, domain] = /^state_(.+)$/.exec(String(input["id"])) ?? [];
      const value = String(input["value"]);
      if (domain === undefined || LEFT_OUT.has(domain) || SETTLED.has(value)) continue;
      const offered = new Set(((input["choices"] ?? []) as Json[]).map((choice) => String(choice["value"])));
      const line = this.random.pick(LINES);
      if (line !== value && offered.has(line) && this.random.chance(0.35)) choices[domain] = line;
    }
    return choices;
  }

  async #overview(file: CaseLedger): Promise<boolean> {
    const { client, random } = this;
    const choices = this.#choices();
    const fill: Record<string, string> = Object.fromEntries(
      Object.entries(choices).map(([domain, state]) => [`state_${domain}`, state]),
    );
    const verb = random.pick(["overview.save", "overview.save", "overview.go", "overview.pause"]);
    if (verb === "overview.go")
      fill["target"] = random.pick(["mobilite", "logement", "famille", "confiance", "projet", "recherche"]);
    const pressed = await client.press(verb, true, fill);
    this.#note(file, pressed);
    for (const [domain, state] of Object.entries(choices)) {
      const known = file.recordedOf(domain);
      if (pressed.answered) known.acknowledge({ state, token: null });
      else known.maybe.push({ state, token: null });
    }
    return pressed.answered;
  }

  async #domain(file: CaseLedger): Promise<boolean> {
    const { client, random } = this;
    const data = client.action("domain.save")?.["data"] as Json;
    const domain = String(data["domain"]);
    const token = this.#token;
    const level = random.between(1, 4);
    const fill: Fill = LEFT_OUT.has(domain)
      ? { strength: token }
      : { strength: token, severity: String(level), impact: String(random.between(1, 3)) };
    const leave = ["domain.previous", "domain.guidance", "domain.overview", "domain.pause"];
    const verb = !LEFT_OUT.has(domain) && random.chance(0.6) ? "domain.save" : random.pick(leave);
    const pressed = await client.press(verb, true, fill);
    this.#note(file, pressed);
    const [recorded, draft] = [file.recordedOf(domain), file.draftOf(domain)];
    if (verb === "domain.save") {
      const value = { state: `assessed ${level}`, token };
      if (pressed.answered) recorded.acknowledge(value);
      else recorded.maybe.push(value);
    }
    const kept = verb === "domain.save" ? null : token;
    if (pressed.answered) draft.acknowledge(kept);
    else draft.maybe.push(kept);
    return pressed.answered;
  }
}
