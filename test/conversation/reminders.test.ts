/** Reminders in the chat: the card that gathers what is due, read again each time, and what can be said of it. */
import assert from "node:assert/strict";
import type { CaseSummary } from "../../src/domain/records/bookkeeping.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { askAboutUnseen } from "../../src/use-cases/ask-about-unseen.ts";
import { aCase, anIdentity } from "../support/builders.ts";
import { aSummary } from "../support/reminder-bench.ts";
import { ALIX, BASILE, DORIAN, type Chat, type Person } from "../support/chat.ts";
import { movableClock, peopleOf, said, startChat, TEAM, type MovableClock } from "./steps.ts";

const HOUR = 1 / 24;
const NAMES = ["Amina", "Oumar", "Zoé"];

describe("Reminders, in the chat", function () {
  this.timeout(60_000);
  let chat: Chat;
  let clock: MovableClock;

  beforeEach(async () => {
    // A Tuesday, a quarter past eight in the PLIE.
    clock = movableClock("2026-11-24T07:15:00.000Z");
    chat = await startChat({ clock, people: peopleOf(TEAM), sendDeadlineMs: 1_500 });
    for (const member of [ALIX, BASILE, DORIAN]) await chat.person(member).say("accueil");
    await isDue(1, [{ milestone: "t0", on: "2026-11-21" }]);
    await isDue(2, [{ milestone: "synthesis", on: "2026-11-24" }]);
    await isDue(3, [{ milestone: "firstAction", on: "2026-11-26" }]);
  });
  afterEach(() => chat.stop());

  const isDue = async (number: number, due: CaseSummary["due"]): Promise<void> => {
    const { code } = aSummary(number);
    await chat.product.services.store.commit([
      { op: "put", doc: aCase({ code, referentId: BASILE }) },
      {
        op: "put",
        doc: anIdentity({ code, referentId: BASILE, givenName: NAMES[number - 1] ?? "", familyName: "Canari" }),
      },
      { op: "put", doc: aSummary(number, { due, referentId: BASILE }) },
    ]);
  };
  const remind = async (hours = 0): Promise<void> => {
    clock.move(hours * HOUR);
    await remindMembers(chat.product.services);
    await chat.settled();
  };
  const reads = async (id: string): Promise<Person> => {
    const one = chat.person(id);
    await one.receive();
    return one;
  };
  const cardsOf = (id: string): number => chat.teams.messagesOf(`a:${id}`).length;

  it("gathers what is late, of today and to come, in one card; what was done since is gone", async () => {
    await remind();
    const before = cardsOf(BASILE);
    await remind(0.5);
    assert.equal(cardsOf(BASILE), before + 1);
    await isDue(2, []);
    const basile = await reads(BASILE);
    assert.match(said(basile), /À faire aujourd'hui/);
    assert.match(said(basile), /En retard de 3 jours \(21 novembre\) · Première évaluation · Amina C\. · P-2026-0001/);
    assert.match(said(basile), /Dans 2 jours · Première action .* · Zoé C\./);
    await basile.press("Plus tard", { later: "" });
    assert.match(said(basile), /1 en retard, 1 à venir/);
    assert.doesNotMatch(said(basile), /Oumar/, "the synthesis is done");
  });

  it("says nothing of anybody in the notification", async () => {
    await remind(0.5);
    const posted = chat.teams.messagesOf(`a:${BASILE}`).at(-1)?.contents[0] ?? {};
    assert.equal(posted["summary"], "À faire aujourd'hui");
    assert.doesNotMatch(JSON.stringify({ ...posted, attachments: [] }), /Amina|Canari|P-2026/);
  });

  it("opens the person that is chosen, and asks for a choice otherwise", async () => {
    await remind(0.5);
    const basile = await reads(BASILE);
    await basile.press("Ouvrir");
    assert.match(said(basile), /Choisissez d'abord une ligne/);
    await basile.press("Ouvrir", { choice: "P-2026-0001.t0.2026-11-21" });
    assert.match(said(basile), /Amina/);
    assert.match(said(basile), /P-2026-0001/);
  });

  it("put off, comes back once at the moment chosen, with what is still to do", async () => {
    await remind(0.5);
    const basile = await reads(BASILE);
    await basile.press("Plus tard", { later: "afternoon" });
    assert.match(said(basile), /rien n'est perdu/);
    assert.match(said(basile), /Cette carte reviendra aujourd'hui à 14 h 00/);
    const before = cardsOf(BASILE);
    await remind(3);
    assert.equal(cardsOf(BASILE), before, "too early");
    await isDue(1, []);
    await remind(3);
    await remind(1);
    assert.equal(cardsOf(BASILE), before + 1);
    const back = await reads(BASILE);
    assert.doesNotMatch(said(back), /Amina/);
    assert.match(said(back), /Oumar C\./);
  });

  it("put off until the next day, joins the card of that day: one card", async () => {
    await remind(0.5);
    await (await reads(BASILE)).press("Plus tard", { later: "tomorrow" });
    const before = cardsOf(BASILE);
    await remind(24.1);
    await remind(1);
    assert.equal(cardsOf(BASILE), before + 1);
    const basile = await reads(BASILE);
    for (const name of NAMES) assert.match(said(basile), new RegExp(name), "something was lost");
  });

  it("« Ne plus me rappeler cette situation » holds, stays in « Mes échéances », and is taken back in « Mes rappels »", async () => {
    await remind(0.5);
    const basile = await reads(BASILE);
    await basile.press("Ne plus me rappeler cette situation", { choice: "P-2026-0003.firstAction.2026-11-26" });
    assert.match(said(basile), /ne vous est plus rappelée/);
    assert.doesNotMatch(said(basile), /Zoé/);
    await basile.press("Mes échéances");
    assert.match(said(basile), /Zoé/);
    await basile.press("Régler mes rappels");
    assert.match(said(basile), /Zoé C\. · P-2026-0003/);
    const before = cardsOf(BASILE);
    await remind(72);
    assert.equal(cardsOf(BASILE), before + 1, "the synthesis is late");
    assert.doesNotMatch(said(await reads(BASILE)), /Zoé/);
    await basile.say("rappels");
    await basile.press("Enregistrer", { takenBack: "P-2026-0003", minute: "600" });
    assert.match(said(basile), /Vos rappels sont réglés/);
    assert.match(said(basile), /Aucune situation n'est laissée de côté/);
    await remind(72);
    assert.doesNotMatch(said(await reads(BASILE)), /Zoé/, "before the hour that was chosen");
    await remind(2);
    assert.match(said(await reads(BASILE)), /Zoé/, "late since, and taken back");
  });

  it("« Aucun rappel » is kept, and shown again", async () => {
    const basile = chat.person(BASILE);
    await basile.say("rappels");
    await basile.press("Enregistrer", { minute: "none" });
    const before = cardsOf(BASILE);
    await remind(2);
    assert.equal(cardsOf(BASILE), before);
    assert.equal((await chat.product.services.store.get("reminderChoice", BASILE))?.doc.minute, null);
  });

  it("what is late reaches the chargé de projet, by référent, once", async () => {
    await remind(0.5);
    const dorian = await reads(DORIAN);
    assert.match(said(dorian), /En retard dans l'équipe/);
    assert.match(said(dorian), /Basile Tilleul · En retard de 3 jours .* · Première évaluation · Amina C\./);
    assert.doesNotMatch(said(dorian), /Oumar/, "due today, and not late");
    const before = cardsOf(DORIAN);
    await remind(25);
    assert.equal(cardsOf(DORIAN), before + 1, "the synthesis became late");
    assert.doesNotMatch(said(await reads(DORIAN)), /Amina/);
    await remind(24);
    assert.equal(cardsOf(DORIAN), before + 1);
  });

  it("another member's card is not theirs to read, nor to put off", async () => {
    await remind(0.5);
    const alix = chat.person(ALIX);
    const basile = await reads(BASILE);
    const click = basile.click("Plus tard", { later: "hour" });
    alix.card = await alix.invoke({
      ...click,
      ...alix.activity({ type: "invoke", name: click["name"], value: click["value"] }),
    });
    assert.doesNotMatch(said(alix), /Amina|Oumar|Zoé/);
    const kept = await chat.product.services.store.get("reminderDay", `${BASILE}.own.2026-11-24`);
    assert.equal(kept?.doc.later, null);
  });

  it("of unknown outcome: the chargé de projet is asked whether it came, in words that fit", async () => {
    chat.teams.script({ kind: "acceptThenReset" });
    clock.move(0.5 * HOUR);
    await remindMembers(chat.product.services);
    await chat.settled();
    clock.move(0.5 * HOUR);
    await askAboutUnseen(chat.product.services);
    await chat.settled();
    const dorian = await reads(DORIAN);
    assert.match(said(dorian), /Un rappel est-il arrivé chez (?:Basile Tilleul|Dorian Bouleau) \?/);
    const before = cardsOf(BASILE);
    await remind(1);
    assert.equal(cardsOf(BASILE), before, "never sent again by itself");
  });
});
