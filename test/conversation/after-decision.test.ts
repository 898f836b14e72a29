/** What a decision leaves of the case, once it is studied a second time, or the record, the channel, the agreement move meanwhile. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { checkRosters } from "../../src/use-cases/check-rosters.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, textOf, type Fill, type Json, type Person } from "../support/chat.ts";
import { inRoster } from "../support/fake-rooms.ts";
import {
  caseOf,
  CODE,
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
import { CLEA, fieldsOf, has, link, register, said, stored, TEAM_ROSTER } from "./steps.ts";

const STAYS: Fill = { outcome: "stay", reasons: "Vous avancez bien." };
const CANARY = "CanariDeSante";

describe("A case, after its decision", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let basile: Person;
  let dorian: Person;

  const opinions = async (givers: readonly string[], fill: Fill, review = REVIEW): Promise<void> => {
    for (const id of givers) await givesOpinion(place.chat.person(id), fill, review);
  };
  const decide = async (by: Person, fill: Fill, review = REVIEW): Promise<void> => {
    await goes(by, "reveal.do", { review });
    await goes(by, "decision.open", { review });
    await by.press("Confirmer la décision", fill);
  };
  const second = async (review: string): Promise<void> => {
    await goes(basile, "review.moveOpen", { review, move: "second" });
    await basile.press("Noter la demande");
  };

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    dorian = place.chat.person(DORIAN);
    await dorian.say("accueil");
    basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await submitted(basile);
  });
  afterEach(() => place.chat.stop());

  it("goes on in the PLIE when the second study undoes an exit", async () => {
    await opinions([ALIX, GASPARD, EUGENIE], { outcome: "stay", why: "Un avis." });
    await decide(dorian, STAYS);
    await submitted(basile, "sortie");
    await opinions([ALIX, EUGENIE, GASPARD], { outcome: "exitJob", why: "Un avis." }, "2026-002");
    await decide(dorian, { outcome: "exitJob", reasons: "Vous avez signé.", proofs: "jobContract" }, "2026-002");
    assert.equal(caseOf(disk)["status"], "left", said(dorian));
    await basile.say(`fiche ${CODE}`);
    assert.equal(has(basile, "Continuer le diagnostic") || has(basile, "Refaire le point"), false, said(basile));
    await second("2026-002");
    await opinions([HUGO, INES, CLEA], { outcome: "goOn", why: "Un avis." }, "2026-003");
    await decide(place.chat.person(INES), { outcome: "goOn", reasons: "Le contrat n'a pas commencé." }, "2026-003");
    assert.equal(reviewOf(disk, "2026-003")["state"], "decided");
    assert.equal(caseOf(disk)["status"], "inPath");
    assert.equal(stored(disk, "summary")[0]?.["status"], "inPath");
  });

  it("shrinks its card even where the channel was to be confirmed when it was decided", async () => {
    const channel = await link(place.chat, "entree", DORIAN, TEAM_ROSTER);
    await place.chat.product.outbox.drain();
    await opinions([ALIX, GASPARD, EUGENIE], { outcome: "stay", why: "Un avis." });
    place.clock.move(1);
    place.chat.teams.roster(channel.channelId, [
      ...TEAM_ROSTER,
      inRoster("8c2f1a3e-52c4-4d0b-9a57-1f0e7c2d8b11", "Hélène Canari"),
    ]);
    await checkRosters(place.chat.product.services);
    assert.equal(stored(disk, "cellLink")[0]?.["state"], "toConfirm");
    await decide(dorian, STAYS);
    await place.chat.product.outbox.drain();
    place.clock.move(2 / 86_400);
    await place.chat.product.outbox.drain();
    const another = place.chat.person(DORIAN);
    while (!has(another, "C'est bien ainsi")) await another.receive();
    await another.press("C'est bien ainsi");
    await place.chat.product.outbox.drain();
    assert.equal(stored(disk, "cellLink")[0]?.["state"], "linked");
    const card = (): string =>
      place.chat.teams
        .messagesOf(channel.channelId)
        .map(({ contents }) => {
          const { attachments } = (contents.at(-1) ?? {}) as { attachments?: { content: Json }[] };
          return said({ text: textOf(attachments?.[0]?.content ?? {}) });
        })
        .join("\n");
    place.clock.move(2 / 86_400);
    await place.chat.product.outbox.drain();
    assert.match(card(), /Poursuite en PLIE, décidé le 25 novembre/);
    assert.ok(!card().includes(QUESTION), `the card still shows its question:\n${card()}`);
  });

  it("shows nothing argued with health once the agreement is withdrawn, on any screen nor anywhere in the store", async () => {
    await opinions([ALIX, GASPARD, EUGENIE], { outcome: "stay", why: `${CANARY} avis`, next: `${CANARY} suite` });
    await goes(dorian, "reveal.do", { review: REVIEW });
    const ines = place.chat.person(INES);
    await goes(ines, "decision.open", { review: REVIEW });
    await ines.press("Annuler", { ...STAYS, reasons: `${CANARY} brouillon` });
    await goes(dorian, "decision.open", { review: REVIEW });
    await dorian.press("Confirmer la décision", { ...STAYS, reasons: `${CANARY} raisons`, next: `${CANARY} pas` });
    assert.equal(decisionsOf(disk).length, 1);
    await basile.say("fiche P-2026-0001");
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.deepEqual(
      [...disk.documents.values()].filter(({ json }) => json.includes(CANARY)).map(({ kind, id }) => `${kind} ${id}`),
      [],
    );
    await goes(dorian, "review.open", { review: REVIEW });
    assert.equal(said(dorian).match(/Retiré à la demande de la personne\./g)?.length, 5, said(dorian));
    assert.doesNotMatch(said(dorian), /« »/);
    await second(REVIEW);
    const hugo = place.chat.person(HUGO);
    await goes(hugo, "opinion.open", { review: "2026-002" });
    assert.match(said(hugo), /La question posée à la cellule\nRetiré à la demande de la personne\./);
  });

  it("comes back to the decision, what was typed intact, when the view was recorded by two people", async () => {
    await opinions([ALIX, GASPARD, EUGENIE], { outcome: "stay", why: "Un avis." });
    await goes(dorian, "reveal.do", { review: REVIEW });
    for (const choice of ["Garder ce qui est enregistré", "Remplacer par ma version"]) {
      await goes(dorian, "decision.open", { review: REVIEW });
      await goes(dorian, "decision.toView", { review: REVIEW, rev: "1~new", whole: "true", ...STAYS });
      await goes(basile, "personView.open", { code: CODE });
      await basile.press("Enregistrer", { agreement: "partly", words: `Ses mots, avant : ${choice}` });
      await dorian.press("Enregistrer", { agreement: "disagrees", words: "Ce qu'elle m'a dit." });
      await dorian.press(choice);
      assert.match(said(dorian), /Décision · Situation 2026-001/);
      assert.equal(fieldsOf(dorian)["reasons"], STAYS["reasons"]);
    }
    assert.match(said(dorian), /La personne : \nPas d'accord/);
  });

  describe("that the person comes back from, while their second study waits", () => {
    const comesBack = async (button: string): Promise<Person> => {
      await opinions([ALIX, GASPARD, EUGENIE], { outcome: "stay", why: "Un avis." });
      await decide(dorian, STAYS);
      await submitted(basile, "sortie");
      await opinions([ALIX, EUGENIE, GASPARD], { outcome: "exitJob", why: "Un avis." }, "2026-002");
      await decide(dorian, { outcome: "exitJob", reasons: "Vous avez signé.", proofs: "jobContract" }, "2026-002");
      await second("2026-002");
      const clea = place.chat.person(CLEA);
      await register(clea);
      await clea.press(button, { choice: CODE });
      return clea;
    };

    it("whoever accompanies them now has no vote there", async () => {
      const clea = await comesBack("Rouvrir");
      assert.deepEqual([caseOf(disk)["referentId"], caseOf(disk)["review"]], [CLEA, "2026-003"]);
      assert.equal(reviewOf(disk, "2026-003")["referentId"], CLEA);
      await goes(clea, "opinion.open", { review: "2026-003" });
      assert.equal(has(clea, "Envoyer mon avis"), false);
    });

    it("a next parcours ends it", async () => {
      await comesBack("Nouveau parcours");
      assert.deepEqual([caseOf(disk)["parcours"], caseOf(disk)["review"]], [2, null]);
      assert.equal(reviewOf(disk, "2026-003")["state"], "withdrawn");
    });
  });
});

describe("A person whose case many have read", function () {
  this.timeout(60_000);

  it("has every card about them emptied with their agreement on health, in every chat", async () => {
    const disk = emptyDisk();
    const place = await startPlace(disk);
    const basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await submitted(basile);
    for (const id of [ALIX, GASPARD, EUGENIE, DORIAN, INES]) {
      const reader = place.chat.person(id);
      for (let time = 0; time < 7; time += 1) {
        await reader.say("accueil");
        await goes(reader, "review.open", { review: REVIEW });
      }
    }
    const shown = stored(disk, "posted").length;
    assert.ok(shown > 35, `${shown} cards: nothing is proved`);
    await basile.say("fiche P-2026-0001");
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    await place.chat.product.outbox.drain();
    const emptied = new Set(
      stored(disk, "outbox").flatMap(({ what, activityId }) => (what === "erase" ? [String(activityId)] : [])),
    );
    assert.deepEqual(
      stored(disk, "posted").filter(
        ({ activityId, memberId }) => memberId !== basile.objectId && !emptied.has(String(activityId)),
      ),
      [],
    );
    await place.chat.stop();
  });
});

describe("A référent who left the team", function () {
  this.timeout(60_000);

  it("is told nothing; whoever decides is told that nobody was, and it stands among the sendings", async () => {
    const disk = emptyDisk();
    let members = people.members();
    const team = { members: () => members, byObjectId: (id: string) => members.find((one) => one.aadObjectId === id) };
    const place = await startPlace(disk, { people: team });
    const dorian = place.chat.person(DORIAN);
    const basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await submitted(basile);
    for (const id of [ALIX, GASPARD, EUGENIE])
      await givesOpinion(place.chat.person(id), { outcome: "stay", why: "Un avis." });
    members = members.filter(({ aadObjectId }) => aadObjectId !== BASILE && aadObjectId !== ALIX);
    await goes(dorian, "reveal.do", { review: REVIEW });
    await goes(dorian, "decision.open", { review: REVIEW });
    assert.match(said(dorian), /3 avis donnés/, "the opinion of who left is kept, and counts");
    await dorian.press("Confirmer la décision", STAYS);
    assert.match(said(dorian), /référent·e n'est pas parti/);
    await dorian.say("accueil");
    await dorian.press("Envois à vérifier");
    assert.match(said(dorian), /Situation 2026-001 · message pour une personne de l'équipe/);
    assert.equal(caseOf(disk)["status"], "inPath");
    members = people.members();
    const [trouble] = stored(disk, "sendTrouble");
    await dorian.press("Envoyer à nouveau", { choice: String(trouble?.["entry"]) });
    await basile.receive();
    assert.match(said(basile), /Décision prise · Situation 2026-001/, "told once they can be");
    await place.chat.stop();
  });
});

describe("In the short circuit", function () {
  this.timeout(60_000);
  it("a way out is not offered: it is for the full study", async () => {
    const disk = emptyDisk();
    const place = await startPlace(disk, { frameworkFile: withoutLots() });
    const dorian = place.chat.person(DORIAN);
    await dorian.say("accueil");
    const needs = {
      mobilite: { severity: "4", impact: "3", situations: "permis-non-valide", priority: "true" },
      projet: { severity: "4", impact: "3" },
      recherche: { severity: "4", impact: "3", situations: "cv-et-lettre" },
      confiance: { severity: "4", impact: "3" },
    };
    await submitted(await diagnosed(place, { choice: "stayWithRelays", agrees: "agrees", needs }), "entree", false);
    assert.equal(reviewOf(disk)["track"], "short");
    await goes(dorian, "decision.open", { review: REVIEW });
    const out = {
      outcome: "reorient",
      to: "franceTravail",
      reasons: "Vous êtes proche de l'emploi.",
      departs: "other",
    };
    await goes(dorian, "decision.save", { review: REVIEW, rev: "1~new", whole: "true", ...out });
    assert.deepEqual(decisionsOf(disk), []);
    assert.match(said(dorian), /Pour autre chose qu'une poursuite, demandez une étude complète/);
    const basile = place.chat.person(BASILE);
    await goes(basile, "personView.open", { code: CODE });
    await basile.press("Enregistrer", { agreement: "disagrees", words: "" });
    await dorian.press("Confirmer la décision", { outcome: "stayWithRelays" });
    assert.match(said(dorian), /La situation a changé depuis qu'elle est présentée/);
    assert.deepEqual(decisionsOf(disk), []);
    await dorian.press("Demander une étude complète");
    assert.equal(reviewOf(disk)["track"], "full");
    await place.chat.stop();
  });
});
