/** What is done with a situation besides deciding it, and the second study that the person asks for. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, DORIAN, EUGENIE, textOf, type Fill, type Person } from "../support/chat.ts";
import { inRoster } from "../support/fake-rooms.ts";
import {
  caseOf,
  decisionsOf,
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  HUGO,
  INES,
  people,
  QUESTION,
  REVIEW,
  reviewOf,
  startPlace,
  submitted,
  withoutLots,
  type Place,
} from "./decision-steps.ts";
import { CLEA, has, link, said, stored } from "./steps.ts";

const STAYS: Fill = { outcome: "stay", reasons: "Vous avancez bien." };
/** Everyone in the channel is of the team. */
const ROSTER = people.members().map(({ aadObjectId, name }) => inRoster(aadObjectId, name));
const AN_OPINION: Fill = { outcome: "stay", why: "Un avis gardé." };

describe("A situation under study", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let basile: Person;
  let dorian: Person;

  const move = async (person: Person, name: string, review = REVIEW): Promise<void> => {
    await goes(person, "review.moveOpen", { review, move: name });
  };
  const decide = async (person: Person, givers: readonly string[], review = REVIEW): Promise<void> => {
    for (const id of givers) await givesOpinion(place.chat.person(id), AN_OPINION, review);
    await goes(person, "reveal.do", { review });
    await goes(person, "decision.open", { review });
    await person.press("Confirmer la décision", STAYS);
  };

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    dorian = place.chat.person(DORIAN);
    basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await submitted(basile);
  });
  afterEach(() => place.chat.stop());

  it("is adjourned with a reason, keeps its opinions, and its référent is told", async () => {
    await givesOpinion(place.chat.person(ALIX), AN_OPINION);
    await move(dorian, "adjourn");
    await dorian.press("Ajourner");
    assert.match(said(dorian), /choisissez une raison/);
    await dorian.press("Ajourner", { because: "quorum" });
    assert.equal(reviewOf(disk)["state"], "adjourned");
    assert.deepEqual(reviewOf(disk)["givers"], [ALIX]);
    await basile.receive();
    assert.match(said(basile), /le quorum n'est pas atteint/);
    await givesOpinion(place.chat.person(GASPARD), AN_OPINION);
    assert.equal((reviewOf(disk)["givers"] as string[]).length, 2, "an adjourned situation still hears its members");
  });

  it("is withdrawn by its référent, and can be presented again", async () => {
    await givesOpinion(place.chat.person(ALIX), AN_OPINION);
    await move(basile, "withdraw");
    await basile.press("Retirer", { because: "notReady" });
    assert.equal(reviewOf(disk)["state"], "withdrawn");
    assert.deepEqual([caseOf(disk)["review"], caseOf(disk)["status"]], [null, "entered"]);
    assert.equal(stored(disk, "opinion").length, 1, "nobody loses an opinion");
    await submitted(basile);
    assert.equal(caseOf(disk)["review"], "2026-002");
  });

  it("is not withdrawn by a member of the cell, nor adjourned by its référent", async () => {
    await move(place.chat.person(ALIX), "withdraw");
    await move(basile, "adjourn");
    assert.equal(has(basile, "Ajourner"), false);
    assert.equal(reviewOf(disk)["state"], "submitted");
  });

  it("is reopened with a reason, from what is known now, the earlier study kept", async () => {
    await decide(dorian, [ALIX, GASPARD, EUGENIE]);
    await basile.receive();
    await goes(basile, "recommendation.open", { code: "P-2026-0001" });
    await basile.press("Enregistrer", { choice: "reorient:franceTravail", why: "Elle a changé d'avis." });
    await move(dorian, "reopen");
    await dorian.press("Rouvrir", { because: "newInformation" });
    const review = reviewOf(disk);
    assert.deepEqual(
      [review["state"], review["study"], review["givers"], review["decided"]],
      ["submitted", 2, [], null],
    );
    assert.deepEqual(
      [caseOf(disk)["status"], caseOf(disk)["review"], caseOf(disk)["decided"]],
      ["entered", REVIEW, null],
    );
    const snapshots = stored(disk, "snapshot");
    assert.deepEqual(
      snapshots.map(({ study, question, recommendation }) => [
        study,
        question,
        (recommendation as { choice: string }).choice,
      ]),
      [
        [1, QUESTION, "stay"],
        [2, QUESTION, "reorient:franceTravail"],
      ],
    );
    assert.equal(stored(disk, "opinion").length, 3);
    await givesOpinion(place.chat.person(ALIX), AN_OPINION);
    assert.equal(stored(disk, "opinion").length, 4, "the opinion of the new study stands beside that of the first");
  });

  it("is posted in the channel that its cell has by then, once it is reopened", async () => {
    const first = await link(place.chat, "entree", DORIAN, ROSTER);
    await decide(dorian, [ALIX, GASPARD, EUGENIE]);
    // A card is brought up to date once a second at most.
    place.clock.move(1);
    await place.chat.product.outbox.drain();
    assert.match(textOf(first.card(REVIEW)), /décidé le/);
    const other = place.chat.channel("19:un-autre-canal@thread.tacv2");
    place.chat.teams.roster(other.channelId, ROSTER);
    await other.say(DORIAN, "relier entrées");
    await move(dorian, "reopen");
    await dorian.press("Rouvrir", { because: "newInformation" });
    await place.chat.product.outbox.drain();
    assert.match(textOf(other.card(REVIEW)), /0 avis sur/);
    assert.match(textOf(first.card(REVIEW)), /Suivie dans un autre canal/);
  });

  it("has a second study by other members when the person asks, and what was decided stands until then", async () => {
    await decide(dorian, [ALIX, GASPARD, EUGENIE]);
    await move(basile, "second");
    assert.match(said(basile), /Possible jusqu'au 24 décembre 2026/);
    await basile.press("Noter la demande");
    const second = reviewOf(disk, "2026-002");
    assert.deepEqual([second["state"], second["track"], second["fullBecause"]], ["submitted", "full", ["secondStudy"]]);
    assert.deepEqual(
      [...(second["second"] as { barred: string[] }).barred].sort(),
      [ALIX, DORIAN, EUGENIE, GASPARD].sort(),
    );
    assert.equal(reviewOf(disk)["secondedBy"], "2026-002");
    assert.deepEqual([caseOf(disk)["status"], caseOf(disk)["review"]], ["inPath", "2026-002"]);

    const alix = place.chat.person(ALIX);
    await goes(alix, "opinion.open", { review: "2026-002" });
    assert.match(said(alix), /Vous avez pris part à la première étude/);
    await goes(dorian, "decision.open", { review: "2026-002" });
    assert.match(said(dorian), /Vous avez pris part à la première étude/);
    const ines = place.chat.person(INES);
    for (const id of [CLEA, HUGO]) await givesOpinion(place.chat.person(id), AN_OPINION, "2026-002");
    await decide(ines, [INES], "2026-002");
    assert.equal(reviewOf(disk, "2026-002")["state"], "decided");
    assert.equal(caseOf(disk)["review"], null);
    const [, last] = decisionsOf(disk);
    assert.equal(last?.["secondUntil"], null, "a second study is not studied again");
  });

  it("has its question read again against who the person is now: what has come to name them is not carried over, nor shown", async () => {
    const channel = await link(place.chat, "entree", DORIAN, ROSTER);
    const shown = (): string => textOf(channel.card(REVIEW)).replace(/[\u00A0\u202F\u2060]/g, " ");
    assert.ok(shown().includes(QUESTION));
    const { store } = place.chat.product.services;
    const known = await store.get("identity", "P-2026-0001");
    assert.ok(known !== undefined);
    const named = { ...known.doc, familyName: "Renforcé" };
    assert.ok((await store.commit([{ op: "put", doc: named, expected: known.version }])).ok);
    const masked = "Un accompagnement … est-il encore utile ?";

    await givesOpinion(place.chat.person(ALIX), AN_OPINION);
    place.clock.move(1);
    await place.chat.product.outbox.drain();
    assert.ok(shown().includes(masked), shown());
    const gaspard = place.chat.person(GASPARD);
    await goes(gaspard, "review.open", { review: REVIEW });
    assert.ok(said(gaspard).includes(masked), said(gaspard));

    await decide(dorian, [GASPARD, EUGENIE]);
    await move(dorian, "reopen");
    await dorian.press("Rouvrir", { because: "newInformation" });
    await decide(dorian, [ALIX, GASPARD, EUGENIE]);
    await move(basile, "second");
    await basile.press("Noter la demande");
    assert.deepEqual(
      stored(disk, "snapshot").map(({ review, study, question }) => [review, study, question]),
      [
        [REVIEW, 1, QUESTION],
        [REVIEW, 2, masked],
        ["2026-002", 1, masked],
      ],
    );
  });

  it("has no second study past its days", async () => {
    await decide(dorian, [ALIX, GASPARD, EUGENIE]);
    place.clock.move(31);
    await move(basile, "second");
    assert.match(said(basile), /Le délai est passé/);
    assert.equal(reviewOf(disk, "2026-002")["state"], undefined);
  });
});

describe("A simple stay", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let dorian: Person;
  const NEEDS: Readonly<Record<string, Fill>> = {
    mobilite: { severity: "4", impact: "3", situations: "permis-non-valide", priority: "true" },
    projet: { severity: "4", impact: "3" },
    recherche: { severity: "4", impact: "3", situations: "cv-et-lettre" },
    confiance: { severity: "4", impact: "3" },
  };

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk, { frameworkFile: withoutLots() });
    dorian = place.chat.person(DORIAN);
    await dorian.say("accueil");
    await submitted(
      await diagnosed(place, { choice: "stayWithRelays", agrees: "agrees", needs: NEEDS }),
      "entree",
      false,
    );
    assert.equal(reviewOf(disk)["track"], "short", JSON.stringify(reviewOf(disk)["fullBecause"]));
    await dorian.receive();
  });
  afterEach(() => place.chat.stop());

  it("is decided by a chargé de projet without opinions, from the message that tells them", async () => {
    assert.match(said(dorian), /Situation 2026-001 : poursuite à décider en circuit court/);
    await dorian.press("Enregistrer la décision");
    assert.match(said(dorian), /Circuit court : vous décidez sans avis de la cellule/);
    await dorian.press("Confirmer la décision", { outcome: "stayWithRelays", reasons: "Nous continuons ensemble." });
    assert.deepEqual([reviewOf(disk)["state"], caseOf(disk)["status"]], ["decided", "decided"]);
  });

  it("goes to the full study of its cell when one of them asks for it", async () => {
    await dorian.press("Demander une étude complète");
    assert.match(said(dorian), /La situation part en étude complète/);
    assert.deepEqual([reviewOf(disk)["track"], reviewOf(disk)["fullBecause"]], ["full", ["onRequest"]]);
    await givesOpinion(place.chat.person(ALIX), AN_OPINION);
    await goes(dorian, "decision.open", { review: REVIEW });
    assert.match(said(dorian), /Il manque des membres/);
  });
});
