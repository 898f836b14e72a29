/**
 * Where the matrix of who may is played: the demo's people in one database on disk, all accompanied by one référent but one of them; beside them,
 * in the same file, another PLIE with people of its own.
 */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProjector } from "../../bot/projector.ts";
import { minutesOf } from "../../src/domain/review/minutes.ts";
import type { Minutes } from "../../src/domain/review/records.ts";
import type { OfferNote } from "../../src/domain/offer/records.ts";
import type { Store } from "../../src/ports/store.ts";
import { createSqliteStore } from "../../src/stores/sqlite/sqlite-store.ts";
import { DEMO_PEOPLE } from "../../src/use-cases/demo/people.ts";
import { movableClock, peopleOf, TEAM } from "../conversation/steps.ts";
import { aTransmission } from "./a-transmission.ts";
import { anAgreedHandover } from "./a-handover.ts";
import { anAction, aSession } from "./an-action.ts";
import { aLink } from "./a-link.ts";
import { aReview, aSnapshot } from "./a-review.ts";
import { aMeeting, toMinute } from "./a-sitting.ts";
import { aCase, anIdentity } from "./builders.ts";
import { ALIX, BASILE, Chat, DEMO_SERVICES, DORIAN, type ChatOptions } from "./chat.ts";

export const GASPARD = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";
const gaspard = { aadObjectId: GASPARD, name: "Gaspard Noisetier", roles: ["membreCellule"] } as const;
/** Basile comes first: the demo's people are his. */
const [alix, basile, ...others] = TEAM;
const people = peopleOf([basile, alix, ...others, gaspard].filter((member) => member !== undefined));

/** What a request is about: one of ours, one that another PLIE has, one that nobody has. */
export type Whose = "ours" | "anotherPlies" | "nobodys";
export type About =
  "case" | "review" | "sitting" | "channel" | "offerNote" | "action" | "session" | "handover" | "transmission";

/** Of the demo: the one whose study is decided. The first person of the other référent is the one who waits in the short circuit. */
const decidedIn = DEMO_PEOPLE.findIndex(({ review }) => review?.decision != null);
const passedOn = DEMO_PEOPLE.findIndex(({ review }) => review !== undefined && review.opinions.length === 0);
const person = (index: number) => {
  const found = DEMO_PEOPLE[index];
  assert.ok(found !== undefined, "the demo has no such person any more");
  return found;
};
const codeOf = (index: number): string => `P-2026-${String(index + 1).padStart(4, "0")}`;

/** Who the requests are about, and what nobody else may read: words of the demo, so that no answer can hold them by chance. */
export const OURS = { code: codeOf(decidedIn), ...person(decidedIn) };
export const OTHER_REFERENTS = { code: codeOf(passedOn), ...person(passedOn) };
export const NOTES: readonly string[] = DEMO_PEOPLE.flatMap(({ levels }) =>
  levels.flatMap(({ facts, strength }) => [facts, strength]),
).filter((words) => words.length > 20);

export const IDS: Readonly<Record<About, Readonly<Record<Whose, string>>>> = {
  case: { ours: OURS.code, anotherPlies: "P-2026-0901", nobodys: "P-2026-0999" },
  review: { ours: "2026-001", anotherPlies: "2026-901", nobodys: "2026-999" },
  sitting: { ours: "entree.2026-11-10", anotherPlies: "entree.2026-11-11", nobodys: "entree.2026-11-12" },
  channel: { ours: "19:entrees@thread.tacv2", anotherPlies: "19:ailleurs@thread.tacv2", nobodys: "19:x@thread.tacv2" },
  action: { ours: "action-un", anotherPlies: "action-deux", nobodys: "action-trois" },
  handover: { ours: `${OURS.code}.1.9`, anotherPlies: "P-2026-0901.1.9", nobodys: "P-2026-0999.1.9" },
  transmission: { ours: `${OURS.code}.1.9`, anotherPlies: "P-2026-0901.1.9", nobodys: "P-2026-0999.1.9" },
  session: { ours: "seance-un", anotherPlies: "seance-deux", nobodys: "seance-trois" },
  offerNote: { ours: "demo--un.note", anotherPlies: "demo--deux.note", nobodys: "demo--trois.note" },
};

const minutesAt = (meeting: string, on: string): Minutes => ({
  ...{ kind: "minutes", schemaVersion: 1, meeting, by: DORIAN, at: `${on}T15:00:00.000Z` },
  model: JSON.stringify(minutesOf(toMinute({ meeting: aMeeting({ on }) }))),
});

const noteOf = (id: string): OfferNote => ({
  ...{ kind: "offerNote", schemaVersion: 1, id, service: id.replace(/\..*/, ""), name: "Auto-école solidaire" },
  ...{ what: "full", weeks: null, state: "toConfirm", by: BASILE, at: "2026-11-20T10:00:00.000Z" },
  ...{ decidedBy: null, decidedAt: null },
});

const ours = async (store: Store): Promise<void> => {
  const [passed, review] = await Promise.all([
    store.get("case", OTHER_REFERENTS.code),
    store.list({ kind: "review", key: "cell:entree", limit: 10 }),
  ]);
  const identity = await store.get("identity", OTHER_REFERENTS.code);
  assert.ok(passed !== undefined && identity !== undefined);
  const studied = review.items.find(({ doc }) => doc.code === OTHER_REFERENTS.code);
  assert.ok(studied !== undefined);
  await store.commit([
    { op: "put", doc: { ...passed.doc, referentId: ALIX } },
    { op: "put", doc: { ...identity.doc, referentId: ALIX } },
    { op: "put", doc: { ...studied.doc, referentId: ALIX } },
    { op: "put", doc: minutesAt(IDS.sitting.ours, "2026-11-10") },
    { op: "put", doc: aLink({ channelId: IDS.channel.ours }) },
    { op: "put", doc: noteOf(IDS.offerNote.ours) },
    { op: "put", doc: anAction({ id: IDS.action.ours, code: OURS.code }) },
    { op: "put", doc: anAgreedHandover({ id: IDS.handover.ours, code: OURS.code }) },
    { op: "put", doc: aTransmission({ id: IDS.transmission.ours, code: OURS.code }) },
    // Led by nobody of the team: whoever has someone there, and whoever finds everyone, read the names.
    { op: "put", doc: aSession({ id: IDS.session.ours, codes: [OURS.code], leaderId: null, by: DORIAN }) },
  ]);
  const decided = await store.get("review", IDS.review.ours);
  assert.equal(decided?.doc.code, OURS.code, "the demo's decided study is not the first any more");
};

/** Basile is its référent too: what protects it is the PLIE that it belongs to. */
const anotherPlies = async (store: Store): Promise<void> => {
  const { anotherPlies: code } = IDS.case;
  const { anotherPlies: id } = IDS.review;
  await store.commit([
    { op: "put", doc: aCase({ code, referentId: BASILE, review: id }) },
    { op: "put", doc: anIdentity({ code, referentId: BASILE }) },
    { op: "put", doc: aReview({ id, code }) },
    { op: "put", doc: aSnapshot({ review: id, code }) },
    { op: "put", doc: minutesAt(IDS.sitting.anotherPlies, "2026-11-11") },
    { op: "put", doc: aLink({ channelId: IDS.channel.anotherPlies }) },
    { op: "put", doc: noteOf(IDS.offerNote.anotherPlies) },
    { op: "put", doc: anAction({ id: IDS.action.anotherPlies, code }) },
    { op: "put", doc: anAgreedHandover({ id: IDS.handover.anotherPlies, code }) },
    { op: "put", doc: aTransmission({ id: IDS.transmission.anotherPlies, code }) },
    { op: "put", doc: aSession({ id: IDS.session.anotherPlies, codes: [code] }) },
  ]);
};

/** The product over that database; `again` puts everything back as it was. */
export class WhoMayScene {
  chat!: Chat;
  readonly #folder = mkdtempSync(join(tmpdir(), "repere-who-may-"));
  readonly #clock = movableClock();

  private constructor(readonly options: ChatOptions) {}

  static async open(options: ChatOptions = {}): Promise<WhoMayScene> {
    const scene = new WhoMayScene(options);
    const file = scene.#file("kept.db");
    await scene.#start(file, { settings: { demo: "on" } });
    const { services } = scene.chat.product;
    await ours(services.store);
    const other = await scene.#storeAt(file)("autre-plie");
    await anotherPlies(other);
    await other.close();
    await createProjector(services).run();
    await scene.again();
    return scene;
  }

  async again(): Promise<void> {
    await this.chat.stop();
    const file = this.#file("played.db");
    for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
    copyFileSync(this.#file("kept.db"), file);
    await this.#start(file, this.options);
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.chat.port}${path}`, init);
  }

  async close(): Promise<void> {
    await this.chat.stop();
    rmSync(this.#folder, { recursive: true });
  }

  #file(name: string): string {
    return join(this.#folder, name);
  }

  #storeAt(file: string): (plieId: string) => Promise<Store> {
    return (plieId) => createSqliteStore({ file, plieId, now: () => this.#clock.now() });
  }

  async #start(file: string, options: ChatOptions): Promise<void> {
    const open = this.#storeAt(file);
    this.chat = await Chat.start({
      ...{ people, clock: this.#clock, servicesFile: DEMO_SERVICES },
      ...options,
      settings: { demo: "on", ...options.settings },
      openStore: open,
    });
  }
}
