/** Opinions: hidden until they are revealed, changeable until then, noted by the secretary, revealed once enough members are there. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { refusalWords } from "../../src/wording/refusals.ts";
import { ALIX, BASILE, buttonsOf, DORIAN, EUGENIE, FANTINE, type Person } from "../support/chat.ts";
import { aReview, aSnapshot } from "../support/a-review.ts";
import { diagnosed, goes, REVIEW, startPlace, submitted, QUESTION, CODE, type Place } from "./decision-steps.ts";
import { CLEA, fieldsOf, has, peopleOf, said, stored, TEAM, CLEA_HORTENSIA } from "./steps.ts";

const GASPARD = "6b1f0a3e-52c4-4d0b-9a57-1f0e7c2d8a06";
const people = peopleOf([
  ...TEAM,
  CLEA_HORTENSIA,
  { aadObjectId: GASPARD, name: "Gaspard Noisetier", roles: ["membreCellule"] },
]);
const MINE = { outcome: "stay", why: "Il avance avec un rendez-vous par semaine.", next: "Un point en janvier." };

describe("Opinions of a cell", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let place: Place;
  let basile: Person;

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk, { people });
    basile = await diagnosed(place, { choice: "stay", agrees: "partly" });
    await submitted(basile);
  });
  afterEach(() => place.chat.stop());

  const person = (id: string): Person => place.chat.person(id);
  const opens = async (id: string, verb: string): Promise<Person> => {
    const one = person(id);
    await goes(one, verb, { review: REVIEW });
    return one;
  };
  const gives = async (id: string, fill: Record<string, string> = MINE): Promise<Person> => {
    const one = await opens(id, "opinion.open");
    await one.press("Envoyer mon avis", fill);
    return one;
  };
  const opinions = () => stored(disk, "opinion");

  it("shows above the form what the cell saw: the question, never a name, a word or a level of health", async () => {
    const alix = await opens(ALIX, "opinion.open");
    const text = said(alix);
    assert.ok(text.includes(QUESTION), text);
    assert.match(text, /Mon avis · Situation 2026-001/);
    assert.match(text, /30 à 44 ans|45 à 54 ans/);
    assert.match(text, /Préconisation : \nPoursuite en PLIE\. « Raisons de la préconisation\. »/);
    assert.match(text, /La personne : \nEn partie d'accord, le 24 novembre 2026/);
    assert.match(text, /Votre avis peut changer jusqu'à ce que les avis soient révélés/);
    assert.match(text, /Santé en lien avec le travail : \nà voir en séance/);
    assert.doesNotMatch(text, /Amina|Benali|P-2026/, "a name is shown to a member of the cell");
    assert.deepEqual(buttonsOf(alix.card), ["Envoyer mon avis", "Annuler"]);
  });

  it("asks for an outcome, why, and where a reorientation leads; nothing that was typed is lost", async () => {
    const alix = await opens(ALIX, "opinion.open");
    await alix.press("Envoyer mon avis", { outcome: "reorient", why: "", next: "Appeler Cap emploi" });
    assert.match(said(alix), /À revoir : pour une réorientation, choisissez vers quelle structure/);
    assert.match(said(alix), /À revoir : dites pourquoi/);
    assert.equal(fieldsOf(alix)["next"], "Appeler Cap emploi");
    await alix.press("Envoyer mon avis", { to: "capEmploi" });
    await alix.press("Envoyer mon avis", { why: "é".repeat(1_001) });
    assert.match(said(alix), /raccourcissez ce texte de 1 caractère/);
    assert.equal(opinions().length, 0, "an opinion was recorded by half");
    await alix.press("Envoyer mon avis", { why: "Il faut un appui au poste." });
    assert.match(said(alix), /Votre avis est enregistré à/);
    assert.match(said(alix), /Votre avis : Réorientation \(Cap emploi/);
    assert.deepEqual(opinions()[0]?.["to"], { lead: "capEmploi", service: null });
  });

  it("hold no name where whoever gives theirs may read the file: the words to take out are said", async () => {
    const dorian = await opens(DORIAN, "opinion.open");
    await dorian.press("Envoyer mon avis", { outcome: "stay", why: "Madame Benali a besoin d'un appui." });
    assert.match(said(dorian), /retirez-en « Benali »/, said(dorian));
    assert.equal(opinions().length, 0, "an opinion that names the person was recorded");
  });

  it("tell nobody who may not read the file whether a name is the right one: theirs are taken as written, and masked for the others", async () => {
    const tried = "Martin, Durand, Benali : un suivi suffit.";
    for (const id of [GASPARD, ALIX]) {
      const one = await gives(id, { outcome: "stay", why: tried, next: "Appeler Mme Benali." });
      assert.match(said(one), /Votre avis est enregistré à/, `${id}: the form tells a name`);
    }
    await gives(EUGENIE);
    await goes(person(DORIAN), "reveal.do", { review: REVIEW });
    const gaspard = said(await opens(GASPARD, "review.open"));
    const masked =
      "Alix Lavande : \nPoursuite en PLIE. \n« Martin, Durand, … : un suivi suffit. » Prochain pas : Appeler Mme …";
    assert.ok(gaspard.includes(masked), gaspard);
    assert.ok(gaspard.includes(`« ${tried} »`), `their own words come back changed: ${gaspard}`);
    const dorian = said(await opens(DORIAN, "review.open"));
    assert.equal(dorian.split(`« ${tried} »`).length, 3, dorian);
  });

  it("noted by a secretary who may not read the file are taken as said; the member does not read the name in them", async () => {
    await goes(person(DORIAN), "sitting.start", { cell: "entree", secretary: FANTINE });
    const fantine = await opens(FANTINE, "opinion.noteOpen");
    await fantine.press("Noter cet avis", { member: GASPARD, outcome: "stay", why: "Mme Benali avance." });
    assert.match(said(fantine), /L'avis est noté/, said(fantine));
    const gaspard = await opens(GASPARD, "opinion.open");
    assert.equal(fieldsOf(gaspard)["why"], "Mme … avance.");
    const dorian = await opens(DORIAN, "opinion.noteOpen");
    await dorian.press("Noter cet avis", { member: ALIX, outcome: "stay", why: "Mme Benali avance." });
    assert.match(said(dorian), /retirez-en « Benali »/, said(dorian));
  });

  it("keeps what was typed when it is left, and opens again on one's own opinion", async () => {
    const alix = await opens(ALIX, "opinion.open");
    await alix.press("Annuler", { outcome: "stay", why: "Commencé puis laissé" });
    assert.match(said(alix), /Brouillon enregistré/);
    await alix.press("Donner mon avis");
    assert.equal(fieldsOf(alix)["why"], "Commencé puis laissé");
    await alix.press("Envoyer mon avis", MINE);
    await alix.press("Changer mon avis");
    assert.match(said(alix), /Avis donné aujourd'hui à/);
    assert.equal(fieldsOf(alix)["why"], MINE.why);
    await alix.press("Envoyer mon avis", { outcome: "stayWithRelays" });
    assert.deepEqual(
      opinions().map(({ outcome, why }) => [outcome, why]),
      [["stayWithRelays", MINE.why]],
      "the last one does not stand",
    );
  });

  it("are hidden from everyone else, whoever they are, and from the trail, until they are revealed", async () => {
    await gives(ALIX, { outcome: "toComplete", why: "CanariAvis", next: "CanariPas" });
    for (const id of [BASILE, DORIAN, EUGENIE, GASPARD]) {
      const one = await opens(id, "review.open");
      assert.doesNotMatch(said(one), /Canari|Diagnostic à compléter/, `${id} reads an opinion before it is revealed`);
      assert.match(said(one), /1 avis donné sur \d membres/, `${id}: ${said(one)}`);
    }
    const elsewhere = stored(disk, "audit", "event", "outbox", "seen", "click", "summary", "case", "review");
    assert.doesNotMatch(JSON.stringify(elsewhere), /Canari|toComplete":\{|"outcome":"toComplete/, "an opinion is told");
  });

  it("are given by the members of the cell only: not by its référent, nor by whoever is not of it", async () => {
    const own = await opens(BASILE, "opinion.open");
    assert.match(said(own), new RegExp(refusalWords.ownCase.title));
    for (const id of [FANTINE, CLEA]) {
      const one = await opens(id, "opinion.open");
      assert.match(said(one), new RegExp(refusalWords.noSuchReview.title), `${id} gives an opinion`);
    }
    const partner = await opens(GASPARD, "opinion.open");
    assert.match(said(partner), /Mon avis · Situation 2026-001/, "a partner of the cell is not heard");
  });

  it("are revealed by a chargé de projet or the coordinatrice, once the quorum is reached; what is missing is said", async () => {
    await gives(ALIX);
    await gives(GASPARD, { outcome: "reorient", to: "franceTravail", why: "Un suivi plus léger suffit.", next: "" });
    const early = await opens(DORIAN, "review.open");
    await early.press("Révéler les avis");
    assert.match(said(early), /Le quorum n'est pas atteint/);
    assert.match(said(early), /Il manque 1 membre\./);
    assert.ok(has(early, "Ajourner"), "below the quorum, nothing else can be done");
    const alix = await opens(ALIX, "reveal.do");
    assert.match(said(alix), new RegExp(refusalWords.roleMayNot.title));
    await gives(EUGENIE);
    await early.press("Révéler les avis");
    const text = said(early);
    assert.match(text, /Les avis sont révélés/);
    assert.match(text, /Poursuite en PLIE : 2 · Réorientation : 1/);
    assert.match(text, /Alix Lavande : \nPoursuite en PLIE\. \n« Il avance/);
    assert.match(text, /Gaspard Noisetier : \nRéorientation \(France Travail\)\. \n« Un suivi plus léger suffit\. »/);
    assert.match(text, /Prochain pas : Un point en janvier/);
    assert.ok(has(early, "Enregistrer la décision"));
    assert.ok(!has(early, "Donner mon avis"), "opinions are not closed");
    const closed = await opens(ALIX, "opinion.open");
    assert.match(said(closed), new RegExp(refusalWords.opinionsClosed.title));
    const read = await opens(BASILE, "review.open");
    assert.match(said(read), /Alix Lavande : \nPoursuite en PLIE/, "the référent does not read what the cell said");
  });

  it("are noted by whoever leads an open sitting; the member's own later one replaces it", async () => {
    const before = await opens(DORIAN, "opinion.noteOpen");
    assert.match(said(before), new RegExp(refusalWords.sittingClosed.title), "noted outside a sitting");
    await goes(before, "sitting.prepare", { cell: "entree" });
    await before.press(buttonsOf(before.card)[0] ?? "");
    await goes(before, "opinion.noteOpen", { review: REVIEW });
    await before.press("Noter cet avis", { outcome: "stay", why: "Dit en séance" });
    assert.match(said(before), /À revoir : choisissez de qui est cet avis/);
    await before.press("Noter cet avis", { member: ALIX });
    assert.match(said(before), /L'avis est noté/);
    assert.match(said(before), /Alix Lavande \(un avis est déjà donné\)/);
    assert.equal(fieldsOf(before)["why"], "", "the next member's form holds the words of another");
    assert.deepEqual(
      opinions().map(({ memberId, notedBy, why }) => [memberId, notedBy, why]),
      [[ALIX, DORIAN, "Dit en séance"]],
    );
    const alix = await opens(ALIX, "opinion.open");
    assert.match(said(alix), /Avis noté aujourd'hui à .* par Dorian Bouleau, en séance/);
    await alix.press("Envoyer mon avis", { why: "Dit par moi" });
    assert.deepEqual(
      opinions().map(({ memberId, notedBy, why }) => [memberId, notedBy, why]),
      [[ALIX, null, "Dit par moi"]],
    );
    assert.match(said(await opens(ALIX, "opinion.noteOpen")), new RegExp(refusalWords.roleMayNot.title));
  });

  it("noted never take the place of the one that a member gave; one that was noted may be noted again", async () => {
    await gives(GASPARD);
    const dorian = person(DORIAN);
    await goes(dorian, "sitting.start", { cell: "entree", secretary: "" });
    await goes(dorian, "opinion.noteOpen", { review: REVIEW });
    assert.match(said(dorian), /Gaspard Noisetier \(a donné le sien : à ne pas choisir\)/);
    await dorian.press("Noter cet avis", { member: GASPARD, outcome: "toComplete", why: "Entendu autrement." });
    assert.match(
      said(dorian),
      /À revoir : Gaspard Noisetier a déjà donné son avis\. Il ou elle peut le changer jusqu'à la révélation\./,
    );
    assert.equal(fieldsOf(dorian)["why"], "Entendu autrement.", "what was typed is lost");
    const kept = () => opinions().map(({ memberId, outcome, why }) => [memberId, outcome, why]);
    assert.deepEqual(kept(), [[GASPARD, "stay", MINE.why]], "what the member gave is replaced");
    for (const why of ["Dit en séance", "Dit mieux en séance"])
      await dorian.press("Noter cet avis", { member: ALIX, outcome: "stay", why });
    assert.deepEqual(
      kept().find(([memberId]) => memberId === ALIX),
      [ALIX, "stay", "Dit mieux en séance"],
    );
  });

  it("are noted by the secretary whom the chargé de projet named, who reads nothing else of the case", async () => {
    const dorian = person(DORIAN);
    await goes(dorian, "sitting.prepare", { cell: "entree" });
    await dorian.press(buttonsOf(dorian.card)[0] ?? "", { secretary: FANTINE });
    const fantine = await opens(FANTINE, "opinion.noteOpen");
    await fantine.press("Noter cet avis", {
      member: GASPARD,
      outcome: "reorient",
      to: "capEmploi",
      why: "Dit par lui",
    });
    assert.match(said(fantine), /L'avis est noté/, said(fantine));
    assert.deepEqual(
      opinions().map(({ memberId, notedBy, outcome }) => [memberId, notedBy, outcome]),
      [[GASPARD, FANTINE, "reorient"]],
    );
    await fantine.press("Retour", { member: ALIX, outcome: "stay", why: "Commencé" });
    assert.match(said(fantine), /Brouillon enregistré/);
    assert.doesNotMatch(said(fantine), /introuvable|Amina/, "the secretary is lost after a note");
    await goes(fantine, "opinion.noteOpen", { review: REVIEW });
    assert.equal(fieldsOf(fantine)["why"], "Commencé", "what was left is lost");
    const page = await opens(FANTINE, "review.open");
    assert.match(said(page), new RegExp(refusalWords.noSuchReview.title));
    const own = await opens(FANTINE, "opinion.open");
    assert.match(said(own), new RegExp(refusalWords.noSuchReview.title), "the secretary gives an opinion of their own");
  });

  it("are asked of a partner with what the channel shows: no word of anyone but the question, no weight", async () => {
    for (const verb of ["opinion.open", "review.open"]) {
      const text = said(await opens(GASPARD, verb));
      assert.ok(text.includes(QUESTION), text);
      assert.match(text, /Préconisation : \nPoursuite en PLIE\.(?! «)/, verb);
      assert.doesNotMatch(
        text,
        /Raisons de la préconisation|le 24 novembre 2026|Pèse/i,
        `${verb}: more than the channel`,
      );
      assert.match(text, /recherche d'emploi : \nDifficulté réelle\n/, text);
    }
    assert.match(said(await opens(ALIX, "opinion.open")), /Difficulté réelle, pèse/);
  });

  it("are noted by a secretary who reads no level nor word of the case, and by none of whoever accompanies the person", async () => {
    const opensWith = async (secretary: string): Promise<void> => {
      const { services } = place.chat.product;
      const known = await services.store.get("meeting", "entree.2026-11-24");
      if (known === undefined) {
        await goes(person(DORIAN), "sitting.start", { cell: "entree", secretary });
        return;
      }
      const doc = { ...known.doc, secretaryId: secretary };
      await services.store.commit([{ op: "put", doc, expected: known.version }]);
    };
    await opensWith(FANTINE);
    const fantine = said(await opens(FANTINE, "opinion.noteOpen"));
    assert.ok(fantine.includes(QUESTION), fantine);
    assert.doesNotMatch(fantine, /Raisons de la préconisation|Difficulté réelle|Pèse/i, "the assistante reads a level");
    await opensWith(BASILE);
    const forged = { review: REVIEW, rev: "note~new", whole: "true", member: ALIX, outcome: "stay", why: "Forgé" };
    for (const verb of ["opinion.noteOpen", "opinion.noteSave"]) {
      await goes(basile, verb, verb === "opinion.noteOpen" ? { review: REVIEW } : forged);
      assert.match(said(basile), new RegExp(refusalWords.ownCase.title), verb);
    }
    assert.deepEqual(opinions(), [], "the référent noted an opinion on the case that they present");
    await goes(basile, "sitting.open", { meeting: "entree.2026-11-24" });
    assert.ok(!has(basile, "Noter un avis"), "the référent is offered what they may not do");
  });

  it("are noted by the secretary of what their sitting studies, and of nothing else of its cell", async () => {
    await goes(person(DORIAN), "sitting.start", { cell: "entree", secretary: FANTINE });
    const { store } = place.chat.product.services;
    await store.commit([
      { op: "put", doc: aReview({ id: "2026-777" }) },
      { op: "put", doc: aSnapshot({ review: "2026-777" }) },
    ]);
    const fantine = person(FANTINE);
    await goes(fantine, "opinion.noteOpen", { review: "2026-777" });
    assert.match(said(fantine), new RegExp(refusalWords.noSuchReview.title));
  });

  it("are shown in messages that are known to be about the case, so that what they say can be taken away", async () => {
    const gaspard = await opens(GASPARD, "review.open");
    await gaspard.press("Donner mon avis");
    const posted = stored(disk, "posted").filter(({ memberId }) => memberId === GASPARD);
    assert.deepEqual([...new Set(posted.map(({ code }) => code))], [CODE], "no message of theirs is about the case");
    assert.ok(posted.some(({ activityId }) => activityId === gaspard.messageId));
  });

  it("are read with the case under study: who opened it is in its trail", async () => {
    await opens(GASPARD, "review.open");
    const trail = stored(disk, "audit").filter(({ chain, by }) => chain === `case.${CODE}` && by === GASPARD);
    assert.deepEqual(
      trail.map(({ act }) => act),
      ["case.opened"],
    );
  });
});
