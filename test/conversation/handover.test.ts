/** From a decision to a first appointment that both confirm: the référent stays responsible until then, and nothing leaves without the person's agreement. */
import assert from "node:assert/strict";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Fill, type Json, type Person } from "../support/chat.ts";
import {
  caseOf,
  CODE,
  diagnosed,
  GASPARD,
  givesOpinion,
  goes,
  HUGO,
  INES,
  REVIEW,
  startPlace,
  submitted,
  type Place,
} from "./decision-steps.ts";
import { CLEA, fieldsOf, has, said, stored } from "./steps.ts";

const H1 = `${CODE}.1.1`;
const OUT: Fill = { outcome: "reorient", to: "missionLocale", reasons: "Vous êtes jeune.", departs: "other" };
const SHEET: Fill = {
  lead: "missionLocale",
  name: "Mission locale du Centre",
  contact: "Accueil",
  otherLead: "franceTravail",
  otherName: "France Travail Ouest",
  asks: "Trouver une formation.",
  helps: "À l'aise avec le public.",
};

describe("A hand-over", function () {
  this.timeout(60_000);
  let place: Place;
  let disk: MemoryDisk;
  let basile: Person;
  let dorian: Person;

  const decides = async (by: Person, fill: Fill, review: string, givers: readonly string[]): Promise<void> => {
    for (const id of givers) await givesOpinion(place.chat.person(id), { outcome: "stay", why: "Un avis." }, review);
    await goes(by, "reveal.do", { review });
    await goes(by, "decision.open", { review });
    await by.press("Confirmer la décision", fill);
  };
  const decided = async (fill: Fill = OUT, needs?: Readonly<Record<string, Fill>>): Promise<void> => {
    const said_ = { choice: "stay", agrees: "agrees" };
    basile = await diagnosed(place, needs === undefined ? said_ : { ...said_, needs });
    await submitted(basile);
    await decides(dorian, fill, REVIEW, [ALIX, GASPARD, EUGENIE]);
  };
  const handovers = (): Json[] =>
    stored(disk, "handover").sort((a, b) => String(a["id"]).localeCompare(String(b["id"])));
  const opens = (id = H1): Promise<Json> => goes(basile, "handover.open", { code: CODE, handover: id });
  const writes = async (fill: Fill = SHEET, id = H1): Promise<void> => {
    await goes(basile, "handover.sheetOpen", { code: CODE, handover: id });
    await basile.press("Enregistrer", fill);
  };
  const answers = async (fill: Fill): Promise<void> => {
    await basile.press(has(basile, "Réponse du partenaire") ? "Réponse du partenaire" : "Premier rendez-vous");
    await basile.press("Enregistrer", fill);
  };
  const clock = (): Json[] => caseOf(disk)["handovers"] as Json[];

  const sheetFor = (as: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${place.chat.port}/api/documents/fiche-relais/${H1}`, {
      headers: { "x-local-member": as },
    });

  beforeEach(async () => {
    disk = emptyDisk();
    place = await startPlace(disk);
    dorian = place.chat.person(DORIAN);
    await dorian.say("accueil");
  });
  afterEach(() => place.chat.stop());

  it("goes from the decision to a first appointment: refused, fallback, accepted, held by both; only then is the person reoriented", async () => {
    await decided();
    await basile.receive();
    assert.match(said(basile), /Décision prise/);
    await basile.press("Préparer le passage de relais");
    assert.match(said(basile), /Vous restez référent·e jusqu'au premier rendez-vous tenu/);
    await basile.press("Ouvrir");
    assert.equal(has(basile, "Fiche envoyée"), false, "a blank sheet is sent");

    await writes();
    assert.match(said(basile), /Relisez la fiche avec la personne/);
    await goes(basile, "handover.step", { code: CODE, handover: H1, rev: "2", step: "send" });
    assert.match(said(basile), /La personne n'a pas encore donné son accord/);
    await basile.press("La personne est d'accord");
    await writes({ ...SHEET, useful: "Plutôt le matin." });
    assert.equal(has(basile, "Fiche envoyée"), false, "what the person did not read is sent");
    await basile.press("La personne est d'accord");
    await basile.press("Fiche envoyée");
    assert.match(said(basile), /Envoyé le 24 novembre 2026 à Mission locale du Centre/);
    assert.equal(clock()[0]?.["sentOn"], "2026-11-24", "the clock of the case does not know");

    place.clock.move(15);
    await opens();
    await basile.press("Partenaire relancé");
    place.clock.move(2);
    await opens();
    await answers({ answer: "refused", on: "2026-12-11", reason: "" });
    assert.match(said(basile), /choisissez pourquoi/);
    await basile.press("Enregistrer", { reason: "full", words: "Complet." });
    assert.match(said(basile), /Refusé le 11 décembre 2026 \(plus de place\)/);
    assert.equal(clock()[0]?.["sentOn"], null, "the fallback has no clock of its own");

    await basile.press("Solution de secours");
    assert.match(said(basile), /France Travail Ouest/);
    assert.equal(has(basile, "Fiche envoyée"), false, "another partner reads what was agreed for the first");
    await basile.press("La personne est d'accord");
    await basile.press("Fiche envoyée");
    await answers({ answer: "accepted", on: "2026-12-11", appointmentOn: "2026-12-15" });
    await basile.press("La personne confirme le rendez-vous");
    assert.match(said(basile), /Cette date est avant l'étape précédente/, "held before it came");
    place.clock.move(4);
    await opens();
    await basile.press("La personne confirme le rendez-vous");
    assert.equal(caseOf(disk)["status"], "decided", "secured by one of them alone");
    await basile.press("Partenaire injoignable");
    assert.match(said(basile), /Confirmé par la personne seulement/);
    await basile.press("Le partenaire confirme le rendez-vous");
    assert.equal(caseOf(disk)["status"], "reoriented");
    assert.equal(clock()[0]?.["heldOn"], "2026-12-15");
    assert.equal(stored(disk, "summary")[0]?.["status"], "reoriented");

    place.clock.move(90);
    await basile.say(`relais ${CODE}`);
    await basile.press("Ouvrir");
    await basile.press("Plus suivie");
    assert.match(said(basile), /proposez-lui de revenir/);
    assert.ok(has(basile, "Nouvelle personne orientée"));
    assert.notEqual(clock()[0]?.["closedOn"], null);
  });

  it("goes to the fallback by a person's hand only, once the delay has passed, and stays at the PLIE where that was decided", async () => {
    await decided();
    await writes({ ...SHEET, otherLead: "stays", otherName: "" });
    assert.match(said(basile), /Sinon : la personne reste au PLIE/);
    await basile.press("La personne est d'accord");
    await basile.press("Fiche envoyée");
    await answers({ answer: "none" });
    assert.match(said(basile), /une fois passé le délai/);
    place.clock.move(60);
    assert.equal(caseOf(disk)["status"], "decided", "time alone closed it");
    await opens();
    await basile.press("Solution de secours");
    assert.match(said(basile), /la personne reste au PLIE/);
    assert.equal(caseOf(disk)["status"], "inPath");
  });

  it("waits while the person's second study is under way, and closes when another destination is decided", async () => {
    await decided();
    await writes();
    await basile.press("La personne est d'accord");
    await goes(basile, "review.moveOpen", { review: REVIEW, move: "second" });
    await basile.press("Noter la demande");
    const rev = String(handovers()[0]?.["edition"]);
    await goes(basile, "handover.step", { code: CODE, handover: H1, rev, step: "send" });
    assert.match(said(basile), /Un réexamen est demandé/);
    assert.deepEqual(handovers()[0]?.["sendings"], []);
    await decides(place.chat.person(INES), { ...OUT, to: "capEmploi" }, "2026-002", [HUGO, CLEA, INES]);
    const [first, second] = handovers();
    assert.equal((first?.["closed"] as Json)["because"], "undone");
    assert.equal((second?.["decided"] as Json)["lead"], "capEmploi");
    assert.deepEqual(
      clock().map((one) => one["closedOn"] === null),
      [false, true],
    );
  });

  it("goes on where it was when the second study decides the same", async () => {
    await decided();
    await writes();
    await goes(basile, "review.moveOpen", { review: REVIEW, move: "second" });
    await basile.press("Noter la demande");
    assert.notEqual(clock()[0]?.["pausedOn"], null);
    await decides(place.chat.person(INES), OUT, "2026-002", [HUGO, CLEA, INES]);
    assert.equal(handovers().length, 1);
    assert.equal(clock()[0]?.["pausedOn"], null);
    await opens();
    await basile.press("La personne est d'accord");
    assert.ok(has(basile, "Fiche envoyée"));
  });

  it("asks the referring body first, for someone on RSA", async () => {
    await decided();
    await goes(basile, "situation.open", { code: CODE });
    await basile.press("Enregistrer", { rsa: "yes", referringBody: "CD" });
    await writes();
    await basile.press("La personne est d'accord");
    assert.match(said(basile), /transmettez d'abord la proposition au Département/);
    assert.equal(has(basile, "Fiche envoyée"), false);
    await basile.press("Proposition transmise");
    await basile.press("Organisme référent : d'accord");
    await basile.press("Fiche envoyée");
    assert.match(said(basile), /Envoyé le/);
  });

  it("is one relay for each that the lead names, and the person is in their path once the first received them", async () => {
    const needs = {
      mobilite: { severity: "4", impact: "3", situations: "permis-non-valide", priority: "true" },
      projet: { severity: "4", impact: "3" },
      recherche: { severity: "4", impact: "3", situations: "cv-et-lettre" },
      confiance: { severity: "4", impact: "3" },
    };
    await decided({ outcome: "stayWithRelays", reasons: "Deux appuis utiles.", departs: "other" }, needs);
    assert.ok(handovers().length > 0, "no relay is opened");
    assert.equal(caseOf(disk)["status"], "decided");
    await writes({ asks: "Passer le permis.", name: "Auto-école sociale" });
    await basile.press("La personne est d'accord");
    await basile.press("Fiche envoyée");
    await answers({ answer: "accepted", on: "2026-11-24", appointmentOn: "2026-11-24" });
    await basile.press("La personne confirme le rendez-vous");
    await basile.press("Le partenaire confirme le rendez-vous");
    assert.equal(caseOf(disk)["status"], "inPath");
    await goes(basile, "handover.list", { code: CODE });
    await basile.press("Ajouter un relais");
    assert.match(said(basile), /Fiche pour le partenaire/);
  });

  it("is opened at once by a chargé de projet only, as a relay, in a passage urgent", async () => {
    basile = await diagnosed(place, { choice: "stay" });
    await goes(basile, "handover.urgent", { code: CODE, rev: "0" });
    assert.deepEqual(handovers(), []);
    await goes(dorian, "handover.list", { code: CODE });
    await dorian.press("Ouvrir un passage urgent");
    assert.match(said(dorian), /à confirmer à la prochaine cellule/);
    assert.equal(handovers()[0]?.["what"], "relay");
    assert.equal(caseOf(disk)["status"], "entered", "a passage urgent is no way out");
    assert.equal(clock()[0]?.["urgent"], true);
    const agenda = async (by: Person): Promise<string> => {
      await goes(by, "agenda.open", { cell: "entree" });
      return said(by);
    };
    assert.match(await agenda(dorian), /1 passage urgent à confirmer[^]*P-2026-0001 · relais décidé le 24 novembre/);
    const gaspard = await agenda(place.chat.person(GASPARD));
    assert.match(gaspard, /1 passage urgent à confirmer/);
    assert.doesNotMatch(gaspard, /P-2026/, "whoever sits in the cell reads whose it is");
    await goes(dorian, "agenda.open", { cell: "sortie" });
    assert.doesNotMatch(said(dorian), /passage urgent/);
    const { store } = place.chat.product.services;
    const set = async (status: "cancelled" | "entered"): Promise<void> => {
      const head = await store.get("case", CODE);
      assert.ok(head !== undefined);
      await store.commit([{ op: "put", doc: { ...head.doc, status }, expected: head.version }]);
    };
    await set("cancelled");
    assert.doesNotMatch(await agenda(dorian), /passage urgent/, "a record made in error is confirmed");
    await set("entered");
    await goes(dorian, "sitting.prepare", { cell: "entree" });
    await dorian.press("Ouvrir la séance");
    await dorian.press("Enregistrer les présences");
    await dorian.press("Clore la séance");
    await dorian.press("Clore la séance");
    assert.equal(handovers()[0]?.["confirmedIn"], "entree.2026-11-24", said(dorian));
    assert.doesNotMatch(await agenda(dorian), /passage urgent/, "it is confirmed twice");
    await goes(basile, "handover.open", { code: CODE, handover: H1 });
    assert.match(said(basile), /Passage urgent, confirmé en cellule/);
  });

  it("begins its sheet with what the person can read, and refuses what a partner does not need, keeping the rest", async () => {
    const needs = {
      mobilite: {
        severity: "4",
        impact: "3",
        situations: "permis-non-valide",
        facts: "CanariNote",
        strength: "Sa sœur l'emmène.",
      },
      sante: {
        severity: "2",
        impact: "2",
        situations: "limitation-d-activite",
        facts: "CanariSante",
        strength: "CanariForce",
      },
      projet: { severity: "3", impact: "3", priority: "true" },
    };
    await decided(OUT, needs);
    await goes(basile, "handover.sheetOpen", { code: CODE, handover: H1 });
    const begun = JSON.stringify(fieldsOf(basile));
    assert.match(begun, /Projet professionnel/);
    assert.match(begun, /Sa sœur l'emmène/);
    assert.doesNotMatch(begun, /Canari|Difficulté|Bloquant|Santé/u);
    await basile.press("Enregistrer", { ...SHEET, useful: "Point urgent traité. Mobilité : bloquant aujourd'hui." });
    assert.match(said(basile), /retirez « Bloquant aujourd'hui » et « point urgent »/);
    assert.equal(fieldsOf(basile)["asks"], SHEET["asks"]);
    assert.equal((handovers()[0]?.["sheet"] as Json)["asks"], "");
  });

  it("is printed, and its answers noted, by who may only; nothing of what is hard is on the sheet", async () => {
    const needs = {
      mobilite: { severity: "4", impact: "3", situations: "permis-non-valide", facts: "CanariNote" },
      logement: { severity: "3", impact: "2", situations: "heberge-chez-un-tiers", facts: "CanariLogement" },
    };
    await decided(OUT, needs);
    assert.equal((await sheetFor(BASILE)).status, 409, "a blank sheet is printed");
    await writes();
    const sheet = await (await sheetFor(BASILE)).text();
    assert.match(sheet, /Trouver une formation\./);
    assert.doesNotMatch(sheet, /Canari|Bloquant|Difficulté|permis|P-2026|2026-001/u);
    for (const [as, status] of [
      [DORIAN, 200],
      [EUGENIE, 200],
      [ALIX, 404],
      [FANTINE, 404],
      [GASPARD, 404],
    ] as const)
      assert.equal((await sheetFor(as)).status, status, as);
    for (const id of [ALIX, GASPARD, DORIAN, EUGENIE, FANTINE]) {
      const other = place.chat.person(id);
      await goes(other, "handover.step", { code: CODE, handover: H1, rev: "2", step: "agree" });
      await goes(other, "handover.sheet", {
        code: CODE,
        handover: H1,
        rev: "2~new",
        whole: "true",
        ...SHEET,
        asks: "Forgé",
      });
      await goes(other, "handover.answer", { code: CODE, handover: H1, rev: "2~new", whole: "true", answer: "none" });
    }
    assert.equal(handovers()[0]?.["edition"], 2, "somebody else moved it");
  });
});
