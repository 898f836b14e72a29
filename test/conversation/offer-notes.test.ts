import assert from "node:assert/strict";
import type { NoteKind } from "../../src/domain/offer/notes.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { aStoredService, directoryOf } from "../support/a-directory.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, nodesOf, type Chat, type Json, type Person } from "../support/chat.ts";
import { acts, has, movableClock, said, startChat, stored, type MovableClock } from "./steps.ts";

const choicesOf = (person: Person): Json[] =>
  nodesOf(person.card)
    .filter((node) => node["id"] === "choice")
    .flatMap((node) => (node["choices"] ?? []) as Json[]);

describe("Offre à confirmer", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let clock: MovableClock;
  let basile: Person;
  let dorian: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    clock = movableClock();
    const local = { role: "relay", works: [], places: 4, waitingDays: 14 };
    const directory = await directoryOf([
      aStoredService("test--garage", { record: { nom: "Garage solidaire" }, local }),
      aStoredService("test--velo", { record: { nom: "Vélo-école" } }),
    ]);
    chat = await startChat({ disk, directory, clock });
    basile = chat.person(BASILE);
    dorian = chat.person(DORIAN);
  });
  afterEach(() => chat.stop());

  const signal = async (who: Person, service: string, what: NoteKind, weeks = ""): Promise<void> => {
    await who.say("services mobilité");
    await who.press("Signaler", { service: `test--${service}`, what, weeks });
  };
  const states = (): Json[] => stored(disk, "offerState");
  const statesOfNotes = (): string[] =>
    stored(disk, "offerNote").map((note) => `${String(note["what"])} ${String(note["state"])}`);
  /** Opens the list and decides on the first line. */
  const decide = async (button: string): Promise<void> => {
    await dorian.say("bonjour");
    await dorian.press("Offre à confirmer");
    await dorian.press(button, { choice: String(choicesOf(dorian)[0]?.["value"]) });
  };

  it("Accueil says how many wait to whoever confirms, and to nobody else", async () => {
    await dorian.say("bonjour");
    assert.ok(!has(dorian, "Offre à confirmer"), "a button that leads to nothing");
    await signal(basile, "garage", "full");
    for (const who of [DORIAN, EUGENIE]) {
      const confirms = chat.person(who);
      await confirms.say("bonjour");
      assert.match(said(confirms), /Signalements sur l'offre à confirmer\n1/);
      await confirms.press("Offre à confirmer");
      assert.match(
        said(confirms),
        /Complet · Garage solidaire · Association Témoin · signalé par Basile Tilleul le 24 novembre/,
      );
    }
    await basile.say("bonjour");
    assert.ok(!has(basile, "Offre à confirmer"));
    assert.doesNotMatch(said(basile), /à confirmer/);
    basile.take(dorian.card, "forged");
    await dorian.say("bonjour");
    basile.take(dorian.card, dorian.messageId);
    await basile.press("Offre à confirmer");
    assert.match(said(basile), /rôle/, "a référent reads what waits to be confirmed");
  });

  it("once confirmed it is what everyone reads, and the référent who said it sees it confirmed", async () => {
    await signal(basile, "garage", "full");
    clock.move(2);
    await decide("Confirmer");
    assert.match(said(dorian), /C'est confirmé[\s\S]*Rien à confirmer/);
    const [state] = states();
    assert.deepEqual(
      [state?.["service"], state?.["places"], state?.["waitingDays"], state?.["reachable"], state?.["edition"]],
      ["test--garage", 0, 14, true, 1],
      "what the file knew of the delay is lost, or the service is not full",
    );
    await basile.say("services mobilité");
    assert.match(said(basile), /Garage solidaire[\s\S]*Complet, délai 2 semaines \(confirmé le 26 novembre\)/);
    assert.doesNotMatch(said(basile), /à confirmer/);
    assert.ok(acts(disk, `member.${DORIAN}`).includes("offer.confirmed"));
  });

  it("others who said the same are confirmed with it; who said otherwise still waits", async () => {
    await signal(basile, "garage", "delay", "3");
    const [mine] = [...disk.documents].filter(([, row]) => row.kind === "offerNote");
    assert.ok(mine);
    const same = { ...(JSON.parse(mine[1].json) as Json), id: "test--garage.other", by: ALIX } as never;
    await chat.product.services.store.commit([{ op: "put", doc: same, expected: "new" }]);
    await signal(basile, "garage", "delay", "5");
    await signal(basile, "velo", "delay", "3");
    await decide("Confirmer");
    assert.deepEqual(statesOfNotes().sort(), [
      "delay confirmed",
      "delay confirmed",
      "delay toConfirm",
      "delay toConfirm",
    ]);
    assert.deepEqual(
      states().map((state) => [state["service"], state["waitingDays"], state["edition"]]),
      [["test--garage", 21, 1]],
    );
  });

  it("what is not kept changes nothing of the offer, and is decided once", async () => {
    await signal(basile, "garage", "unreachable");
    await dorian.say("bonjour");
    await dorian.press("Offre à confirmer");
    const choice = String(choicesOf(dorian)[0]?.["value"]);
    const before = dorian.card;
    await dorian.press("Ne pas retenir");
    assert.match(said(dorian), /Choisissez d'abord une ligne/);
    await dorian.press("Ne pas retenir", { choice });
    assert.match(said(dorian), /n'est pas retenu/);
    assert.deepEqual([statesOfNotes(), states()], [["unreachable dismissed"], []]);
    const eugenie = chat.person(EUGENIE);
    eugenie.take(before, "another-card");
    await eugenie.press("Confirmer", { choice });
    assert.match(said(eugenie), /[Dd]éjà/);
    assert.deepEqual([statesOfNotes(), states()], [["unreachable dismissed"], []], "a decision was taken twice");
  });

  it("the same press delivered twice, or by two at once, confirms once", async () => {
    await signal(basile, "garage", "full");
    await dorian.say("bonjour");
    await dorian.press("Offre à confirmer");
    const choice = String(choicesOf(dorian)[0]?.["value"]);
    const click = dorian.click("Confirmer", { choice });
    const eugenie = chat.person(EUGENIE);
    eugenie.take(dorian.card, "theirs");
    await Promise.all([
      dorian.invoke(click),
      dorian.invoke(click),
      eugenie.invoke(eugenie.click("Confirmer", { choice })),
    ]);
    assert.deepEqual(
      states().map((state) => state["edition"]),
      [1],
    );
  });

  it("the word of whoever confirms counts at once, and once; then the service takes people again", async () => {
    await signal(basile, "garage", "full");
    await signal(dorian, "garage", "full");
    assert.match(said(dorian), /C'est confirmé/);
    assert.deepEqual(statesOfNotes(), ["full confirmed", "full confirmed"]);
    await signal(dorian, "garage", "full");
    assert.match(said(dorian), /Vous l'aviez déjà signalé/);
    assert.equal(states()[0]?.["edition"], 1);
    await signal(dorian, "garage", "unreachable");
    assert.match(said(dorian), /Plus joignable \(confirmé le 24 novembre\)/);
    await signal(dorian, "garage", "available");
    const [state] = states();
    assert.deepEqual(
      [state?.["places"], state?.["waitingDays"], state?.["reachable"], state?.["edition"]],
      [null, null, true, 3],
    );
    assert.match(said(dorian), /Disponible \(confirmé le 24 novembre\)/);
    await signal(dorian, "garage", "full");
    assert.equal(states()[0]?.["edition"], 4, "said again after something else, it is news");
  });

  it("oldest first, eight at a time, with how many there are", async () => {
    for (let weeks = 1; weeks <= 10; weeks += 1) await signal(basile, "garage", "delay", String(weeks));
    await dorian.say("bonjour");
    await dorian.press("Offre à confirmer");
    assert.match(said(dorian), /10 signalements à confirmer, les 8 plus anciens d'abord/);
    const titles = choicesOf(dorian).map((choice) => String(choice["title"]).replace(/\u00A0/gu, " "));
    assert.equal(titles.length, 8);
    assert.match(titles[0] ?? "", /^Délai de 1 semaine ·/);
    assert.match(titles[7] ?? "", /^Délai de 8 semaines ·/);
  });

  it("two years of notes on one service later, the same can be said again", async () => {
    await signal(basile, "garage", "full");
    await decide("Ne pas retenir");
    const { store } = chat.product.services;
    const [first] = (await store.list({ kind: "offerNote", key: "service:test--garage", limit: 1 })).items;
    assert.ok(first);
    clock.move(700);
    const at = clock.now().toISOString();
    for (let index = 0; index < 200; index += 1) {
      const doc = { ...first.doc, id: `test--garage.other-${index}`, by: ALIX, at };
      await store.commit([{ op: "put", doc, expected: "new" }]);
    }
    clock.move(1);
    await signal(basile, "garage", "full");
    assert.match(said(basile), /C'est signalé/);
    assert.deepEqual(statesOfNotes().filter((state) => state === "full toConfirm").length, 1);
  });
});
