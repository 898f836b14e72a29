import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { BASILE, type Chat, type Person } from "../support/chat.ts";
import {
  acts,
  AMINA,
  enter,
  fieldsOf,
  has,
  lines,
  movableClock,
  openDomain,
  register,
  said,
  startChat,
  stored,
  TODAY,
} from "./steps.ts";

const CANARY = "CANARI-SANTE";
const FULL = { severity: "3", impact: "3", strength: CANARY, facts: `${CANARY} port de charges`, selfSeverity: "1" };

describe("Entrée, et l'accord pour la santé", () => {
  let chat: Chat;
  let disk: MemoryDisk;
  let basile: Person;
  beforeEach(async () => {
    disk = emptyDisk();
    chat = await startChat({ disk });
    basile = chat.person(BASILE);
    await register(basile, { ...AMINA, orientationOn: "2026-11-10" });
  });
  afterEach(() => chat.stop());

  const toMend: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ["notice missing", { firstInterviewOn: TODAY, noticeOn: "" }, /sans elle, le diagnostic reste fermé/],
    ["interview missing", { firstInterviewOn: "", noticeOn: TODAY }, /indiquez la date du premier entretien/],
    ["interview in the future", { firstInterviewOn: "2026-12-24", noticeOn: TODAY }, /cette date est dans le futur/],
    ["before the orientation", { firstInterviewOn: "2026-11-09", noticeOn: TODAY }, /avant l'orientation/],
    ["31 February", { firstInterviewOn: "2026-02-31", noticeOn: TODAY }, /cette date n'existe pas/],
    ["no date at all", { firstInterviewOn: "demain ?", noticeOn: TODAY }, /cette date n'existe pas/],
  ];
  for (const [how, fill, sentence] of toMend)
    it(`does not start the four months on a wrong date: ${how}`, async () => {
      await basile.press("Entrer dans le parcours");
      await basile.press("Enregistrer", fill);
      assert.match(said(basile), sentence);
      assert.equal(stored(disk, "case")[0]?.["entry"], null, "the person has entered on a wrong date");
      assert.equal(fieldsOf(basile)["noticeOn"], fill["noticeOn"], "what was typed is gone");
      await basile.say("diagnostic P-2026-0001");
      assert.match(said(basile), /L'entrée n'est pas encore enregistrée/);
    });

  it("keeps what was typed when the form is left, and enters once", async () => {
    await basile.press("Entrer dans le parcours");
    const old = { card: basile.card, id: basile.messageId };
    await basile.press("Annuler", { noticeOn: TODAY, language: "dari", interpreter: "true" });
    await basile.press("Entrer dans le parcours");
    assert.equal(fieldsOf(basile)["language"], "dari");
    assert.equal(fieldsOf(basile)["interpreter"], "true");
    await basile.press("Enregistrer", { firstInterviewOn: "2026-11-20" });
    assert.match(said(basile), /la première phase de quatre mois commence/);
    basile.take(old.card, old.id);
    await basile.press("Enregistrer", { noticeOn: "2026-11-11" });
    assert.match(said(basile), /C'est déjà fait/, "an old card enters the person again");
    const entry = stored(disk, "case")[0]?.["entry"] as Record<string, unknown>;
    assert.deepEqual([entry["on"], entry["noticeOn"], entry["interpreter"]], ["2026-11-20", TODAY, true]);
  });

  it("shows two versions of the entry typed on two devices; mine replaces the other when I say so", async () => {
    await basile.press("Entrer dans le parcours");
    const second = chat.person(BASILE);
    second.take(basile.card, basile.messageId);
    await basile.press("Annuler", { language: "dari", noticeOn: TODAY });
    await second.press("Enregistrer", { language: "pachto", noticeOn: TODAY });
    assert.match(said(second), /Deux versions/);
    assert.match(said(second), /dari/);
    assert.match(said(second), /pachto/);
    await second.press("Remplacer par ma version");
    assert.doesNotMatch(said(second), /Deux versions/, "the choice is asked again and again");
    assert.equal(stored(disk, "identity")[0]?.["language"], "pachto", "the version that was chosen is not recorded");
  });

  it("keeps sante closed while the person was not asked: not spoken of, and never a lack", async () => {
    await enter(basile, "notAsked");
    assert.ok(!("state_sante" in fieldsOf(basile)), "health can be chosen in the overview");
    assert.match(said(basile), /pas abordé\. La personne n'a pas encore dit/);
    const targets = JSON.stringify(basile.card).includes('"value":"sante"');
    assert.equal(targets, false, "health can be opened");
  });

  it("reads ne souhaite pas en parler when the person refuses, and counts it as addressed", async () => {
    await enter(basile, "refused");
    assert.match(said(basile), /ne souhaite pas en parler/);
    assert.match(said(basile), /1 domaine abordé sur 13|1 sur 13/, "what the person declines is shown as a lack");
    await basile.say("fiche P-2026-0001");
    await basile.press("Gérer la fiche");
    await basile.press("La personne est d'accord (santé)");
    assert.match(said(basile), /le domaine de la santé est ouvert/);
    await basile.say("diagnostic P-2026-0001");
    await openDomain(basile, "sante");
    assert.match(said(basile), /Santé en lien avec le travail/);
  });

  it("erases everything about health when the person withdraws, and no card from before can write again", async () => {
    await enter(basile, "agreed");
    await basile.press("Ouvrir", { ...lines("toExplore", "projet"), target: "sante" });
    const other = chat.person(BASILE);
    other.take(basile.card, basile.messageId);
    await basile.press("Enregistrer et continuer", FULL);
    await basile.say("diagnostic P-2026-0001");
    await basile.press("Tour d'horizon");
    await openDomain(basile, "sante");
    await basile.press("Enregistrer et continuer", { severity: "2", facts: `${CANARY} second` });
    await basile.say("diagnostic P-2026-0001");
    await basile.press("Tour d'horizon");
    await openDomain(basile, "sante");
    await basile.press("Reprendre plus tard", { facts: `${CANARY} brouillon` });
    await basile.press("Reprendre le diagnostic");
    const before = { card: basile.card, id: basile.messageId };
    await other.press("Enregistrer et continuer", { ...FULL, severity: "4", facts: `${CANARY} conflit` });
    assert.match(said(other), /Deux versions/);
    assert.match(JSON.stringify([...disk.documents.values()]), new RegExp(CANARY), "the canary was never written");
    assert.ok(stored(disk, "pastFinding").some((past) => past["domain"] === "sante"));

    await chat.product.outbox.drain();
    assert.ok(
      [...lastCards(chat).values()].some((card) => card.includes(CANARY)),
      "no card showed it: nothing is proved",
    );

    await basile.say("fiche P-2026-0001");
    await basile.press("Gérer la fiche");
    await basile.press("La personne retire son accord (santé)");
    await basile.press("Effacer ce qui est noté");
    assert.match(said(basile), /est effacé/);
    const left = [...disk.documents.values()].filter((row) => row.json.includes(CANARY)).map((row) => row.kind);
    assert.deepEqual(left, [], "something of the person's health is left");
    assert.equal(stored(disk, "pastFinding").filter((past) => past["domain"] === "sante").length, 0);

    await chat.product.outbox.drain();
    const onScreen = [...lastCards(chat)].filter(([, card]) => card.includes(CANARY)).map(([id]) => id);
    assert.deepEqual(onScreen, [], "a card of the chat's history still shows what was erased");

    basile.take(before.card, before.id);
    for (const button of ["Enregistrer et continuer", "Reprendre plus tard", "Comment en parler ?", "Précédent"]) {
      basile.take(before.card, before.id);
      await basile.press(button, { facts: `${CANARY} encore`, urgent: "" });
      assert.match(
        said(basile),
        /La santé n'est pas ouverte/,
        `« ${button} » of an old card still writes about health`,
      );
    }
    await other.press("Remplacer par ma version");
    assert.match(said(other), /plus rien à départager/);
    assert.doesNotMatch(JSON.stringify([...disk.documents.values()]), new RegExp(CANARY));

    await basile.say("synthèse P-2026-0001");
    assert.doesNotMatch(said(basile), new RegExp(CANARY));
    await basile.say("diagnostic P-2026-0001");
    if (has(basile, "Tour d'horizon")) await basile.press("Tour d'horizon");
    assert.match(said(basile), /ne souhaite pas en parler/);
    assert.ok(acts(disk, "case.P-2026-0001").includes("health.withdrawn"));
  });

  it("starts the clock of the four months on the day of the interview", async () => {
    await enter(basile, "agreed", { firstInterviewOn: "2026-11-20" });
    await basile.say("fiche P-2026-0001");
    assert.match(said(basile), /Avant le 21 décembre\s.*Première évaluation/s, "T0 is not due 30 days after the entry");
  });

  it("does not close anyone by time: a person oriented long ago can still enter", async () => {
    await chat.stop();
    const clock = movableClock();
    clock.move(400);
    chat = await startChat({ disk, clock });
    basile = chat.person(BASILE);
    await basile.say("échéances");
    assert.match(said(basile), /en retard/);
    await basile.say("fiche P-2026-0001");
    assert.ok(has(basile, "Entrer dans le parcours"));
  });
});

/** What each message of the chats shows last: a message posted, then replaced or not. The fake Teams numbers what it takes. */
const lastCards = (chat: Chat): Map<string, string> => {
  const shown = new Map<string, string>();
  chat.teams.received.forEach((request, index) => {
    const id = request.method === "PUT" ? (request.path.split("/").at(-1) ?? "") : `activity-${index + 1}`;
    shown.set(id, JSON.stringify(request.body));
  });
  return shown;
};
