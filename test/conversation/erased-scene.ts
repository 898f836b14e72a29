/** A person's whole way, with a word that nobody says wherever something is typed about them: what an erasure has to leave nothing of. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { importState } from "../../src/contracts/import.ts";
import { applyImports } from "../../src/use-cases/apply-imports.ts";
import { remindMembers } from "../../src/use-cases/remind-members.ts";
import { anAction, aPmsmp } from "../support/a-bilan.ts";
import { CHANNELS } from "../support/channel-place.ts";
import type { Landed } from "../support/fake-rooms.ts";
import { ALIX, BASILE, DORIAN, EUGENIE, FANTINE, type Chat, type Json } from "../support/chat.ts";
import { CODE, GASPARD, givesOpinion, goes, REVIEW, type Place } from "./decision-steps.ts";
import { ALL_BUT_HEALTH_AND_WORK, lines, link, openDomain, said, TODAY } from "./steps.ts";

export const CANARY = /canari/i;
export const MEETING = `entree.${TODAY}`;

export const api = async (
  { port }: Chat,
  who: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> => {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: body === undefined ? "GET" : "POST",
    headers: { "x-local-member": who, "content-type": "application/json", "idempotency-key": randomUUID() },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
};

const FILE = [
  "N° dossier;Prénom;Nom;Date de naissance;Téléphone;Date d'orientation;Référent",
  "CANARI-1;Canaria;Canarinom;12/03/1984;06 12 34 56 78;2 novembre 2026;Basile Tilleul",
].join("\n");

/** They come by a file of the PLIE's own software. */
const oriented = async (chat: Chat): Promise<void> => {
  const read = await api(chat, FANTINE, "/api/import", { file: Buffer.from(FILE).toString("base64") });
  const { run } = importState.parse(JSON.parse(read.text));
  await api(chat, FANTINE, `/api/import/${run}/apply`, { onlyRight: false, choices: [] });
  await applyImports(chat.product.services);
};

const received = async (chat: Chat): Promise<void> => {
  const basile = chat.person(BASILE);
  await basile.say(`contacts ${CODE}`);
  await basile.press("Noter", { result: "noAnswer" });
  await basile.say(`fiche ${CODE}`);
  await basile.press("Entrer dans le parcours");
  await basile.press("Enregistrer", { firstInterviewOn: TODAY, noticeOn: TODAY, healthAgreement: "agreed" });
  const nothing = ALL_BUT_HEALTH_AND_WORK.filter((domain) => domain !== "mobilite");
  await basile.press("Enregistrer et continuer", { ...lines("nothing", ...nothing), urgent: "violences" });
  await goes(basile, "urgent.open", { code: CODE, urgent: "violences" });
  await basile.press("C'est fait", { doneBy: "Canari des secours" });
};

/** One round: two domains, the person's view, what the référent recommends. */
const explored = async (chat: Chat, round: string): Promise<void> => {
  const basile = chat.person(BASILE);
  for (const domain of ["mobilite", "sante"]) {
    await goes(basile, "overview.open", { code: CODE });
    await openDomain(basile, domain);
    const words = { strength: `Canari ${round} ${domain} atout`, facts: `Canari ${round} ${domain} faits` };
    await basile.press("Enregistrer et continuer", { severity: "2", impact: "2", ...words });
  }
  await goes(basile, "personView.open", { code: CODE });
  await basile.press("Enregistrer", { agreement: "partly", words: `Canari ${round} parole`, heard: "true" });
  await goes(basile, "recommendation.open", { code: CODE });
  await basile.press("Enregistrer", { choice: "stay", why: `Canari ${round} raison` });
};

const cardOf = (chat: Chat): Landed => {
  const found = chat.teams
    .messagesOf(CHANNELS.entree)
    .find(({ contents }) => contents.some((body) => JSON.stringify(body).includes('"refresh"')));
  assert.ok(found !== undefined, "the situation was not posted");
  return found;
};

/** Presented in its channel, studied in a sitting, decided, minuted. */
const studied = async ({ chat, clock }: Place): Promise<void> => {
  const basile = chat.person(BASILE);
  const place = await link(chat, "entree");
  await goes(basile, "review.prepare", { code: CODE });
  await basile.press("Envoyer", { cell: "entree", question: "Canari : que proposer ?", full: "true" });
  await basile.press("Publier");
  await chat.product.outbox.drain();
  const dorian = chat.person(DORIAN);
  await dorian.say("séance entrées");
  await dorian.press("Ouvrir la séance", {});
  await dorian.press("Enregistrer les présences", { present: [DORIAN, GASPARD].join(",") });
  await dorian.press("Situation suivante");
  for (const id of [ALIX, GASPARD, EUGENIE])
    await givesOpinion(chat.person(id), { outcome: "stay", why: "Canari d'avis", next: "Canari de suite" });
  await chat.product.outbox.drain();
  const fresh = (await place.refresh(ALIX, cardOf(chat)))["value"] as Json;
  await chat.deliver(place.click(DORIAN, cardOf(chat), "Révéler les avis", {}, fresh));
  await goes(dorian, "decision.open", { review: REVIEW });
  await dorian.press("Confirmer la décision", {
    ...{ outcome: "reorient", to: "missionLocale", reasons: "Canari de motifs", next: "Canari ensuite" },
    departs: "other",
  });
  await dorian.say("séance");
  await dorian.press("Clore la séance");
  await dorian.press("Clore la séance");
  clock.move(1);
  await chat.product.outbox.drain();
};

const handedOver = async (chat: Chat): Promise<void> => {
  const basile = chat.person(BASILE);
  await goes(basile, "handover.sheetOpen", { code: CODE, handover: `${CODE}.1.1` });
  await basile.press("Enregistrer", {
    ...{
      lead: "missionLocale",
      name: "Mission locale du Centre",
      contact: "Canari d'accueil",
      otherLead: "franceTravail",
    },
    ...{ otherName: "France Travail Ouest", asks: "Canari demande", helps: "Canari aide", useful: "Canari utile" },
  });
  await basile.press("La personne est d'accord");
  await basile.press("Fiche envoyée");
};

const acted = async (chat: Chat): Promise<void> => {
  const basile = chat.person(BASILE);
  const action = anAction({ id: "act-1", code: CODE, from: "2026-11-16", until: "2026-11-20", pmsmp: aPmsmp() });
  await chat.product.services.store.commit([{ op: "put", doc: action, expected: "new" }]);
  await goes(basile, "bilan.open", { code: CODE, action: "act-1" });
  await basile.press("Enregistrer", {
    ...{ outcome: "completed", objectiveMet: "yes", facts: "Canari de bilan", agreement: "agrees" },
  });
  await basile.say("collectives");
  await basile.press("Nouvelle action collective");
  await basile.press("Enregistrer", {
    ...{ what: "atelier", title: "Atelier CV", from: "2026-12-08", until: "2026-12-10", hours: "3 h 30" },
    ...{ place: "Salle 2", leaderId: BASILE, places: "2" },
  });
  await basile.press("Inscrire", { person: CODE });
};

const ESF: readonly Json[] = [
  { sex: "female", rural: "no", qpv: "unknown" },
  { labour: "unemployed", withoutWork: "twoYearsAndMore", jobseeker: "yes", minima: "rsa,aah" },
  { diploma: "NV5" },
  {
    handicap: "declined",
    nationality: "nonEu",
    foreignBackground: "declined",
    minority: "declined",
    housing: "hosted",
  },
];

/** Papers, rights, what is due and what is left unfinished. */
const written = async ({ chat, clock }: Place): Promise<void> => {
  const basile = chat.person(BASILE);
  await basile.say(`questionnaire ${CODE}`);
  await basile.press("Ouvrir", { choice: "block:person" });
  for (const block of ESF) await basile.press("Enregistrer et continuer", block as Record<string, string>);
  await basile.press("Signé le…");
  await basile.press("Enregistrer", { signedOn: TODAY });
  await basile.say(`transmettre ${CODE}`);
  await basile.press("Confirmer", { told: "yes" });
  assert.match(said(basile), /C'est confirmé/);
  await basile.say(`droits ${CODE}`);
  await basile.press("Noter une demande");
  await basile.press("Enregistrer", {
    ...{ what: "contest", contested: "diagnostic", receivedOn: TODAY, words: "Canari contesté" },
  });
  await basile.press("Répondre");
  await basile.press("Enregistrer", { outcome: "partly", answeredOn: clock.today(), answer: "Canari répondu" });
  await goes(basile, "overview.open", { code: CODE });
  await openDomain(basile, "mobilite");
  await basile.press("Reprendre plus tard", { facts: "Canari de brouillon" });
  await basile.say("participants canarinom");
  clock.move(6);
  await remindMembers(chat.product.services);
};

/** Everything, in the order of a life. */
export const wholeWay = async (place: Place): Promise<void> => {
  const { chat } = place;
  await oriented(chat);
  await received(chat);
  await explored(chat, "un");
  const basile = chat.person(BASILE);
  const edition = (await chat.product.services.store.get("case", CODE))?.doc.edition;
  await goes(basile, "round.open", { code: CODE, rev: String(edition) });
  await explored(chat, "deux");
  await studied(place);
  await handedOver(chat);
  await acted(chat);
  await written(place);
  await chat.product.outbox.drain();
};
