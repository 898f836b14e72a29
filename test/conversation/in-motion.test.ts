/** One person, from the entry to the first appointment with a partner: what is lived in action moves the diagnostic, and the hand-over holds. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { createProjector } from "../../bot/projector.ts";
import { emptyDisk, type MemoryDisk } from "../../src/stores/memory/memory-store.ts";
import { followDelays } from "../../src/use-cases/follow-delays.ts";
import { openLateOutreach } from "../../src/use-cases/open-outreach.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { sealAudit } from "../../src/use-cases/seal-audit.ts";
import { verifyAudit } from "../../src/use-cases/verify-audit.ts";
import {
  ALIX,
  BASILE,
  buttonsOf,
  DEMO_SERVICES,
  DORIAN,
  EUGENIE,
  type Chat,
  type Fill,
  type Json,
  type Person,
} from "../support/chat.ts";
import { caseOf, CODE, GASPARD, givesOpinion, people, REVIEW } from "./decision-steps.ts";
import {
  acts,
  ALL_BUT_HEALTH_AND_WORK,
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
  type MovableClock,
} from "./steps.ts";

const DAY_MS = 86_400_000;
const NEEDS: Readonly<Record<string, Fill>> = {
  recherche: { severity: "2", impact: "2", situations: "cv-et-lettre" },
  confiance: { severity: "3", impact: "3" },
  competences: { severity: "3", impact: "3" },
};
const IMMERSION: Fill = {
  objective: "confirm",
  job: "Vente en boulangerie",
  host: "Boulangerie du Lac",
  commune: "Dijon",
  from: "30/11/2026",
  until: "04/01/2027",
  hoursPerWeek: "50",
  postFree: "yes",
  childcare: "settled",
  meals: "none",
  transport: "settled",
};
const BILAN: Fill = {
  outcome: "completed",
  objectiveMet: "yes",
  facts: "Tient la vente seule.",
  agreement: "agrees",
  words: "Je me suis sentie utile.",
};
const PARTNERS: Fill = {
  name: "France Travail Sud",
  contact: "Accueil",
  asks: "Chercher un emploi de vendeuse.",
  helps: "À l'aise avec le public.",
  otherLead: "franceTravail",
  otherName: "France Travail Nord",
  otherContact: "Accueil",
};

const under = (of: unknown, ...path: readonly string[]): unknown =>
  path.reduce((at: unknown, name) => (at as Json | undefined)?.[name], of);
const counted = (of: unknown, ...path: readonly string[]): unknown => under(of, ...path, "count");
const listIn = (of: unknown, ...path: readonly string[]): Json[] => under(of, ...path) as Json[];

describe("A parcours in motion, from the first action to the first appointment with a partner", function () {
  this.timeout(60_000);
  let disk: MemoryDisk;
  let chat: Chat;
  let clock: MovableClock;
  let basile: Person;
  let dorian: Person;

  before(async () => {
    disk = emptyDisk();
    // A Tuesday, ten past eight in the PLIE: nobody is reminded yet.
    clock = movableClock("2026-11-24T07:10:00.000Z");
    chat = await startChat({ disk, clock, people, servicesFile: DEMO_SERVICES });
    [basile, dorian] = [chat.person(BASILE), chat.person(DORIAN)];
    for (const member of [basile, dorian]) await member.say("accueil");
  });
  after(() => chat.stop());

  /** What the product does by itself at that moment. */
  const rounds = async (): Promise<void> => {
    const { services } = chat.product;
    for (const round of [followDelays, openLateOutreach, sealAudit, remindMembers]) await round(services);
    await createProjector(services).run();
    await chat.settled();
  };
  /** The rounds of each day until then, then of that hour. */
  const itIs = async (day: string, hour = "08:40"): Promise<void> => {
    const then = Date.parse(`${day}T${hour}:00.000+01:00`);
    while (then - clock.now().getTime() > DAY_MS) {
      clock.move(1);
      await rounds();
    }
    clock.move((then - clock.now().getTime()) / DAY_MS);
    await rounds();
  };
  const cardsReceived = (): number => chat.teams.messagesOf(`a:${BASILE}`).length;
  const recorded = (): string =>
    JSON.stringify(
      stored(disk, "event", "action", "actionBilan", "evidence", "assessment", "handover", "reviewDecision"),
    );
  /** One press that reaches the product three times: delivered again, then pressed again by a hand that doubts. */
  const presses = async (by: Person, title: string, fill: Fill = {}): Promise<void> => {
    const click = by.click(title, fill);
    by.card = await by.invoke(click);
    const before = recorded();
    await by.invoke(click);
    await by.invoke({ ...click, id: randomUUID() });
    assert.equal(recorded(), before, `« ${title} », pressed once, was done twice`);
  };
  const reads = (...what: readonly RegExp[]): void => {
    for (const one of what) assert.match(said(basile), one);
  };
  const fiche = (): Promise<Json> => basile.say(`fiche ${CODE}`);
  const goesTo = async (choice: string): Promise<void> => {
    await fiche();
    await basile.press("Parcours");
    await basile.press("Ouvrir", { choice });
  };
  const dashboard = async (): Promise<Json> => {
    const response = await fetch(`http://127.0.0.1:${chat.port}/api/dashboard?from=2026-11-01&to=2027-02-03`, {
      headers: { "x-local-member": DORIAN },
    });
    return (await response.json()) as Json;
  };

  it("is received and assessed by what is said: the method's lead is to stay", async () => {
    await register(basile);
    assert.deepEqual(buttonsOf(basile.card).slice(0, 2), ["Entrer dans le parcours", "Contacts"]);
    await enter(basile);
    const nothing = [...ALL_BUT_HEALTH_AND_WORK, "sante"].filter((domain) => !(domain in NEEDS));
    await basile.press("Enregistrer et continuer", lines("nothing", ...nothing));
    for (const [domain, fill] of Object.entries(NEEDS)) {
      await basile.say(`diagnostic ${CODE}`);
      await openDomain(basile, domain);
      await basile.press("Enregistrer et continuer", fill);
    }
    await goesTo("situation");
    await basile.press("Enregistrer", { seeksWork: "yes" });
    reads(/13 domaines abordés sur 13/, /Première action à choisir, ou à différer avec une raison/, /Cellule visée/);
    for (const button of ["Continuer le diagnostic", "Voir la synthèse", "Planifier une action", "Parcours"])
      assert.ok(has(basile, button), `no « ${button} »`);
    await basile.press("Voir la synthèse");
    await basile.press("Ma préconisation");
    await basile.press("Enregistrer", { choice: "stay", why: "Elle doit d'abord reprendre confiance." });
    reads(/Piste de la méthode\nPoursuite en PLIE/);
  });

  it("plans an immersion: each rule in words, then once, then signed", async () => {
    await fiche();
    await basile.press("Planifier une action");
    await basile.press("Vérifier", IMMERSION);
    reads(/30 jours au plus, premier et dernier jours compris/, /48 h par semaine au plus/);
    assert.deepEqual(stored(disk, "action"), []);
    await presses(basile, "Enregistrer", { until: "04/12/2026", hoursPerWeek: "30" });
    reads(/L'action est planifiée/, /pas encore signée/);
    assert.equal(stored(disk, "action").length, 1);
    await basile.press("Convention signée");
    await presses(basile, "Noter la signature", { signedOn: "24/11/2026" });
    reads(/l'immersion peut commencer/);
  });

  it("is prepared from the objective, and each of the three has a sheet", async () => {
    await basile.press("Préparer");
    reads(/Confirmer un projet professionnel/, /Vérifier que ce métier me convient/);
    await presses(basile, "Enregistrer", { learn: "Servir seule.", show: "Que je sais tenir une caisse." });
    reads(/Les feuilles sont prêtes à imprimer/);
    await basile.press("Retour à l'action");
    reads(/^(?:Brouillon[^\n]*\n)?Immersion professionnelle \(PMSMP\)/);
    const action = String(stored(disk, "action")[0]?.["id"]);
    for (const [kind, says, not] of [
      ["preparation-referent", /Servir seule/, /€/],
      ["preparation-personne", /Que je sais tenir une caisse/, /€/],
      ["preparation-structure", /Gestes du métier/, /Confiance|difficulté|Servir seule/i],
    ] as const) {
      const response = await fetch(`http://127.0.0.1:${chat.port}/api/documents/${kind}/${action}`, {
        headers: { "x-local-member": BASILE },
      });
      const sheet = await response.text();
      assert.equal(response.status, 200, kind);
      assert.match(sheet, says, kind);
      assert.doesNotMatch(sheet, not, kind);
    }
  });

  it("is reminded of the bilan, at its hour, once", async () => {
    await itIs("2026-12-09", "07:40");
    const before = cardsReceived();
    await itIs("2026-12-09", "08:40");
    await itIs("2026-12-09", "09:40");
    assert.equal(cardsReceived(), before + 1);
    await basile.receive();
    reads(/À faire aujourd'hui/, /Dans 2 jours · Bilan de l'action · Amina B\./);
    await basile.press("Ouvrir", { choice: `${CODE}.bilan.2026-12-11` });
    reads(/^Actions/, /Boulangerie du Lac[^\n]*bilan à faire/);
    await basile.press("Ouvrir");
  });

  it("tells the bilan, and confirms what was seen: said and observed stand side by side, work counts, the lead moves", async () => {
    await basile.press("Faire le bilan");
    await presses(basile, "Enregistrer", BILAN);
    await basile.press("Enregistrer et continuer", {
      see_host_horaires: "0",
      see_host_gestes: "1",
      see_host_initiative: "0",
    });
    await basile.press("Enregistrer et continuer");
    await basile.press("Enregistrer et continuer", { see_person_gestes: "1" });
    await fiche();
    reads(/13 domaines abordés sur 14/, /Refaire le point après l'action/);
    await goesTo("evidence");
    await presses(basile, "Tout retenir");
    reads(
      /14 domaines abordés sur 14/,
      /Confiance et initiative : dit le 24 novembre 2026, difficulté forte ; observé le 4 décembre 2026, rien à signaler/,
      /qualification : dit le 24 novembre 2026, difficulté forte ; observé le 4 décembre 2026, gêne légère/,
      /Repères au travail : observé le 4 décembre 2026/,
    );
    await basile.press("Ma préconisation et la piste");
    reads(/Piste de la méthode\nRéorientation : France Travail/);
  });

  it("goes over it again with the person, and puts it to the cell", async () => {
    await fiche();
    await basile.press("Refaire le point");
    await presses(basile, "Refaire le point");
    await basile.press("Rien n'a changé pour le reste");
    await basile.press("Enregistrer et continuer");
    await basile.press("Point de vue de la personne");
    await basile.press("Enregistrer", { agreement: "agrees", words: "Je veux chercher avec France Travail." });
    await basile.press("Ma préconisation");
    await basile.press("Enregistrer", { choice: "reorient:franceTravail", why: "Elle sait vendre, et veut chercher." });
    await basile.say(`synthèse ${CODE}`);
    await basile.press("Présenter en cellule");
    await basile.press("Envoyer", { cell: "entree", question: "Est-elle prête à chercher un emploi ?", full: "true" });
    await presses(basile, "Publier");
    reads(/Situation 2026-001 présentée à la cellule entrées du 22 décembre/);
  });

  it("is decided by the cell, and the référent hears of it at once", async () => {
    await itIs("2026-12-22", "10:00");
    for (const id of [ALIX, GASPARD, EUGENIE])
      await givesOpinion(chat.person(id), { outcome: "reorient", to: "franceTravail", why: "Elle est prête." });
    await dorian.say("à étudier");
    await dorian.press("Ouvrir", { choice: REVIEW });
    await presses(dorian, "Révéler les avis");
    await dorian.press("Enregistrer la décision");
    await presses(dorian, "Confirmer la décision", {
      outcome: "reorient",
      to: "franceTravail",
      reasons: "Vous tenez un poste de vente et vous voulez chercher un emploi.",
    });
    await basile.receive();
    reads(/Décision prise · Situation 2026-001/, /Réorientation : France Travail/);
    assert.equal(stored(disk, "handover").length, 1);
    await basile.press("Préparer le passage de relais");
    reads(/Vous restez référent·e jusqu'au premier rendez-vous tenu/);
    await fiche();
    await basile.press("Parcours");
    assert.equal(fieldsOf(basile)["choice"], "handover", "what comes next is not what is offered first");
  });

  it("is reminded to hand over: the person reads the sheet and agrees, or it is not sent", async () => {
    await itIs("2027-01-04");
    await basile.receive();
    reads(/Demain · Fiche de passage de relais à envoyer/);
    await basile.press("Ouvrir", { choice: `${CODE}.handoverSend.2027-01-05` });
    await basile.press("Ouvrir");
    await basile.press("Fiche pour le partenaire");
    await presses(basile, "Enregistrer", PARTNERS);
    assert.equal(has(basile, "Fiche envoyée"), false, "what the person did not read is sent");
    await presses(basile, "La personne est d'accord");
    await presses(basile, "Fiche envoyée");
    reads(/Envoyé le 4 janvier 2027 à France Travail Sud/);
    await fiche();
    reads(/Avant le 19 janvier\n · Relancer le partenaire/, /Avant le 18 février\n · Passer à la solution de secours/);
  });

  it("is refused, and goes to the fallback that was chosen with the person, with a clock of its own", async () => {
    await itIs("2027-01-18");
    await basile.receive();
    await basile.press("Ouvrir", { choice: `${CODE}.handoverReminder.2027-01-19` });
    await basile.press("Ouvrir");
    await presses(basile, "Partenaire relancé");
    await itIs("2027-01-21");
    await goesTo("handover");
    await basile.press("Ouvrir");
    await basile.press("Réponse du partenaire");
    await presses(basile, "Enregistrer", {
      answer: "refused",
      on: "2027-01-21",
      reason: "full",
      words: "Plus de place.",
    });
    reads(/Refusé le 21 janvier 2027 \(plus de place\)/);
    await presses(basile, "Solution de secours");
    reads(/France Travail Nord/);
    assert.equal(has(basile, "Fiche envoyée"), false, "another partner reads what was agreed for the first");
    await presses(basile, "La personne est d'accord");
    await presses(basile, "Fiche envoyée");
    await basile.press("Réponse du partenaire");
    await presses(basile, "Enregistrer", { answer: "accepted", on: "2027-01-21", appointmentOn: "2027-02-01" });
    assert.equal(caseOf(disk)["referentId"], BASILE, "the référent left before the first appointment");
  });

  it("is reoriented once the first appointment is confirmed by both, and not before", async () => {
    await itIs("2027-02-01");
    await basile.receive();
    await itIs("2027-02-02");
    await goesTo("handover");
    await basile.press("Ouvrir");
    await presses(basile, "La personne confirme le rendez-vous");
    assert.equal(caseOf(disk)["status"], "decided", "one of them is enough");
    await presses(basile, "Le partenaire confirme le rendez-vous");
    assert.equal(caseOf(disk)["status"], "reoriented");
    await fiche();
  });

  it("is counted on the dashboard, and the trail of all that was done is whole", async () => {
    await itIs("2027-02-03");
    const { lead, follow } = await dashboard();
    assert.equal(counted(follow, "entered"), 1);
    assert.equal(counted(lead, "decisions", "entriesTotal"), 1);
    assert.equal(counted(lead, "file", "exitsTotal"), 1, "who was received elsewhere is still in the file");
    assert.equal(counted(lead, "file", "end"), 0);
    const [reorient] = listIn(lead, "handovers", "rows");
    assert.equal(counted(reorient, "people", "inTime"), 1, "secured in time, by the clock of the fallback");
    const [refusal] = listIn(lead, "handovers", "refusals", "rows");
    assert.equal(refusal?.["partner"], "franceTravail");
    assert.equal(counted(refusal, "total"), 1, "the refusal of the first partner is lost");
  });

  it("leaves a trail that is whole, and says nothing of the person", async () => {
    const { faults, unsealed, entries } = await verifyAudit(chat.product.services);
    assert.deepEqual({ faults, unsealed }, { faults: [], unsealed: 0 });
    assert.ok(entries > 50, `${String(entries)} acts only`);
    const done = acts(disk, `case.${CODE}`);
    const story = ["action.planned", "bilan.recorded", "evidence.settled"].map((act) => done.indexOf(act));
    assert.ok(
      story.every((at, step) => at > (story[step - 1] ?? 0)),
      `the story is not told in order: ${done.join(", ")}`,
    );
    assert.doesNotMatch(
      JSON.stringify(stored(disk, "event", "audit")),
      /Amina|Benali|Boulangerie|caisse|vendeuse|France Travail Sud|Plus de place/,
    );
  });
});
