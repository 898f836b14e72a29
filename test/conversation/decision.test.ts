/** *Décision*: who decides, what is asked first, and what follows at once. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Fill, type Person } from "../support/chat.ts";
import {
  caseOf,
  CODE,
  decisionsOf,
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  INES,
  REVIEW,
  reviewOf,
  startPlace,
  submitted,
  type Place,
} from "./decision-steps.ts";
import { acts, fieldsOf, has, said, stored } from "./steps.ts";

const STAYS: Fill = { outcome: "stay", reasons: "Vous avancez bien avec un rendez-vous par semaine." };
const CONFIRM = "Confirmer la décision";

describe("The decision of a cell", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let basile: Person;
  let dorian: Person;

  const opened = async (person: Person): Promise<void> => {
    await goes(person, "decision.open", { review: REVIEW });
  };
  const revealed = async (agrees: string | null = "agrees"): Promise<void> => {
    basile = await diagnosed(place, { choice: "stay", ...(agrees === null ? {} : { agrees }) });
    await submitted(basile);
    for (const id of [ALIX, GASPARD, EUGENIE])
      await givesOpinion(place.chat.person(id), { outcome: "stay", why: `Avis de ${id.slice(-1)}.` });
    await goes(dorian, "reveal.do", { review: REVIEW });
  };
  const letter = (as: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${place.chat.port}/api/documents/courrier-decision/${REVIEW}`, {
      headers: { "x-local-member": as },
    });

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    dorian = place.chat.person(DORIAN);
  });
  afterEach(() => place.chat.stop());

  it("is one whole: the review, the case, the message to the référent with what comes next, the letter", async () => {
    await revealed();
    await opened(dorian);
    assert.match(said(dorian), /3 avis donnés · Poursuite en PLIE : 3/);
    await dorian.press(CONFIRM, { ...STAYS, next: "Prendre date en janvier." });
    assert.match(said(dorian), /La décision est enregistrée/);
    assert.deepEqual(
      { state: reviewOf(disk)["state"], status: caseOf(disk)["status"], under: caseOf(disk)["review"] },
      { state: "decided", status: "inPath", under: null },
    );
    assert.equal((reviewOf(disk)["decided"] as { concordant: boolean }).concordant, true);
    assert.deepEqual(
      decisionsOf(disk).map(({ outcome, letterDueOn, secondUntil }) => ({ outcome, letterDueOn, secondUntil })),
      [{ outcome: "stay", letterDueOn: "2026-12-04", secondUntil: "2026-12-24" }],
    );
    await basile.receive();
    assert.match(said(basile), /Décision prise · Situation 2026-001/);
    assert.match(said(basile), /Prochain pas noté : Prendre date en janvier\./);
    assert.match(said(basile), /remettez-lui le courrier avant le 4 décembre 2026/);
    assert.match(said(basile), /un réexamen jusqu'au 24 décembre 2026/);
    assert.doesNotMatch(said(basile), /Amina|Benali/, "the message says the code, never the name");
    await basile.press("Ouvrir la fiche");
    assert.match(said(basile), /Décidé le 24 novembre 2026 : poursuite en PLIE/);
    await basile.press("Voir la synthèse");
    assert.match(said(basile), /Décidé le 24 novembre 2026 : poursuite en PLIE/);
    assert.deepEqual(
      stored(disk, "draft").filter(({ form }) => form === "decision"),
      [],
    );
  });

  it("can be printed as a letter by whoever reads the case, and by nobody else", async () => {
    await revealed();
    await opened(dorian);
    assert.equal((await letter(DORIAN)).status, 409, "nothing is decided yet");
    await dorian.press(CONFIRM, STAYS);
    const answer = await letter(BASILE);
    assert.equal(answer.status, 200);
    const html = await answer.text();
    for (const words of [
      "Amina Benali",
      "Votre accompagnement continue au PLIE.",
      "rendez-vous par semaine",
      "L. 311-3-1",
    ])
      assert.ok(html.replaceAll("\u00A0", " ").includes(words), words);
    assert.deepEqual(
      await Promise.all([ALIX, FANTINE, GASPARD].map(async (id) => (await letter(id)).status)),
      [404, 404, 404],
    );
  });

  it("asks why where it departs from the lead, and keeps what was typed meanwhile", async () => {
    await revealed();
    await opened(dorian);
    await dorian.press(CONFIRM, { outcome: "toComplete", reasons: "Il manque un point." });
    assert.match(said(dorian), /la décision s'écarte de la piste : choisissez pourquoi/);
    assert.equal(reviewOf(disk)["state"], "underReview");
    assert.equal(fieldsOf(dorian)["reasons"], "Il manque un point.");
    await dorian.press(CONFIRM, { departs: "infoToCorrect" });
    assert.equal(decisionsOf(disk)[0]?.["departs"], "infoToCorrect");
    assert.deepEqual(caseOf(disk)["toComplete"], { on: "2026-11-24", until: "2026-12-24" });
    assert.equal(caseOf(disk)["status"], "entered");
  });

  it("refuses reasons that say who the person is, and says which word", async () => {
    await revealed();
    await opened(dorian);
    await dorian.press(CONFIRM, { ...STAYS, reasons: "Amina avance bien.", next: "Appeler le 06 12 34 56 78" });
    assert.match(said(dorian), /retirez-en « Amina »/);
    assert.match(said(dorian), /retirez-en « 06 12 34 56 78 »/);
    assert.deepEqual(decisionsOf(disk), []);
  });

  it("waits for enough members, then for the reveal, and says which", async () => {
    basile = await diagnosed(place, { choice: "stay", agrees: "agrees" });
    await submitted(basile);
    await givesOpinion(place.chat.person(ALIX), { outcome: "stay", why: "Un avis." });
    await opened(dorian);
    assert.match(said(dorian), /1 membre présent, il en faut 3 : il en manque 2/);
    assert.ok(has(dorian, "Ajourner"));
    for (const id of [GASPARD, EUGENIE])
      await givesOpinion(place.chat.person(id), { outcome: "stay", why: "Un avis." });
    await opened(dorian);
    assert.match(said(dorian), /Les avis ne sont pas encore révélés/);
    await goes(dorian, "decision.save", { review: REVIEW, rev: "1~new", whole: "true", ...STAYS });
    assert.match(said(dorian), /ce que vous avez écrit est gardé/);
    await goes(dorian, "reveal.do", { review: REVIEW });
    await opened(dorian);
    assert.equal(fieldsOf(dorian)["reasons"], STAYS["reasons"], "what was confirmed too soon is still there");
  });

  it("refuses a way out without the person's view, goes and records it, and comes back to what was written", async () => {
    await revealed(null);
    await goes(basile, "situation.open", { code: CODE });
    await basile.press("Enregistrer", { rsa: "yes", referringBody: "CD" });
    await opened(dorian);
    const out = { outcome: "reorient", to: "franceTravail", reasons: "Vous êtes proche de l'emploi." };
    await dorian.press(CONFIRM, out);
    assert.match(said(dorian), /ne se décide pas sans le point de vue de la personne/);
    assert.deepEqual(decisionsOf(disk), []);
    await dorian.press("Noter le point de vue de la personne");
    await dorian.press("Enregistrer", { agreement: "partly", words: "Je préfère rester encore un peu." });
    assert.match(said(dorian), /Décision · Situation 2026-001/);
    assert.match(said(dorian), /En partie d'accord/);
    assert.equal(fieldsOf(dorian)["reasons"], out.reasons);
    await dorian.press(CONFIRM);
    assert.equal(caseOf(disk)["status"], "decided");
    await basile.receive();
    assert.match(said(basile), /Proposition de réorientation transmise au Département : France Travail/);
  });

  it("is taken once, whoever presses at the same instant", async () => {
    await revealed();
    const ines = place.chat.person(INES);
    await opened(dorian);
    await opened(ines);
    await Promise.all([dorian.press(CONFIRM, STAYS), ines.press(CONFIRM, { ...STAYS, reasons: "Autres raisons." })]);
    assert.equal(decisionsOf(disk).length, 1);
    assert.equal(acts(disk).filter((act) => act === "review.decided").length, 1);
    const texts = [said(dorian), said(ines)];
    assert.equal(texts.filter((text) => text.includes("La décision est enregistrée")).length, 1);
    assert.equal(texts.filter((text) => text.includes("décidée ou retirée entre-temps")).length, 1);
  });

  it("says to who decides that the référent could not be told, and leaves it among the sendings", async () => {
    await revealed();
    const key = [...disk.documents].find(([, row]) => row.kind === "conversation" && row.json.includes(BASILE))?.[0];
    assert.ok(key !== undefined);
    const row = disk.documents.get(key);
    assert.ok(row !== undefined);
    disk.documents.set(key, { ...row, json: row.json.replace('"refused":null', '"refused":"blocked"') });
    await opened(dorian);
    await dorian.press(CONFIRM, STAYS);
    assert.match(said(dorian), /n'est pas parti : dites-le-lui/);
    assert.deepEqual(
      stored(disk, "sendTrouble").map(({ what, review, memberId }) => ({ what, review, memberId })),
      [{ what: "message", review: REVIEW, memberId: BASILE }],
    );
  });

  it("offers to complete the diagnostic once", async () => {
    await revealed();
    await opened(dorian);
    await dorian.press(CONFIRM, { outcome: "toComplete", reasons: "Il manque un point.", departs: "other" });
    await basile.say(`fiche ${CODE}`);
    assert.match(said(basile), /24 décembre[^]*Diagnostic à compléter, puis nouvelle présentation/);
    await submitted(basile);
    await basile.say(`fiche ${CODE}`);
    assert.doesNotMatch(said(basile), /Diagnostic à compléter/, "it is studied again");
    await goes(dorian, "decision.open", { review: "2026-002" });
    for (const id of [ALIX, GASPARD, EUGENIE])
      await givesOpinion(place.chat.person(id), { outcome: "stay", why: "Un avis." }, "2026-002");
    await goes(dorian, "reveal.do", { review: "2026-002" });
    await goes(dorian, "decision.open", { review: "2026-002" });
    assert.match(said(dorian), /Le diagnostic a déjà été complété une fois/);
    await dorian.press(CONFIRM, { outcome: "toComplete", reasons: "Encore.", departs: "other" });
    assert.match(said(dorian), /choisissez la décision/);
    assert.equal(decisionsOf(disk).length, 1);
  });
});
