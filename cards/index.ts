/** What the rest of the product asks of this room: a card by its name, from its model. */
import type { z } from "zod";
import absences from "./absences/template.json" with { type: "json" };
import agreement from "./agreement/template.json" with { type: "json" };
import cancelRecord from "./cancel-record/template.json" with { type: "json" };
import channelWords from "./channel-words/template.json" with { type: "json" };
import confirm from "./confirm/template.json" with { type: "json" };
import conflict from "./conflict/template.json" with { type: "json" };
import decision from "./decision/template.json" with { type: "json" };
import domain from "./domain/template.json" with { type: "json" };
import done from "./done/template.json" with { type: "json" };
import double from "./double/template.json" with { type: "json" };
import duplicate from "./duplicate/template.json" with { type: "json" };
import entry from "./entry/template.json" with { type: "json" };
import guidance from "./guidance/template.json" with { type: "json" };
import handover from "./handover/template.json" with { type: "json" };
import handoverAnswer from "./handover-answer/template.json" with { type: "json" };
import handoverSheet from "./handover-sheet/template.json" with { type: "json" };
import handovers from "./handovers/template.json" with { type: "json" };
import help from "./help/template.json" with { type: "json" };
import home from "./home/template.json" with { type: "json" };
import identity from "./identity/template.json" with { type: "json" };
import lead from "./lead/template.json" with { type: "json" };
import leadWhy from "./lead-why/template.json" with { type: "json" };
import manage from "./manage/template.json" with { type: "json" };
import mergeRecord from "./merge-record/template.json" with { type: "json" };
import pieces from "./pieces/template.json" with { type: "json" };
import points from "./points/template.json" with { type: "json" };
import pointsForm from "./points-form/template.json" with { type: "json" };
import milestones from "./milestones/template.json" with { type: "json" };
import { cardModels, type CardName, type ModelOf } from "./models.ts";
import move from "./move/template.json" with { type: "json" };
import moveForm from "./move-form/template.json" with { type: "json" };
import needs from "./needs/template.json" with { type: "json" };
import retention from "./retention/template.json" with { type: "json" };
import newPerson from "./new-person/template.json" with { type: "json" };
import offerNotes from "./offer-notes/template.json" with { type: "json" };
import opinion from "./opinion/template.json" with { type: "json" };
import overview from "./overview/template.json" with { type: "json" };
import participants from "./participants/template.json" with { type: "json" };
import contact from "./contact/template.json" with { type: "json" };
import outreach from "./outreach/template.json" with { type: "json" };
import ending from "./ending/template.json" with { type: "json" };
import told from "./told/template.json" with { type: "json" };
import bilan from "./bilan/template.json" with { type: "json" };
import bilanGrid from "./bilan-grid/template.json" with { type: "json" };
import evidence from "./evidence/template.json" with { type: "json" };
import exitNews from "./exit-news/template.json" with { type: "json" };
import followUp from "./follow-up/template.json" with { type: "json" };
import action from "./action/template.json" with { type: "json" };
import actionMove from "./action-move/template.json" with { type: "json" };
import actionSeen from "./action-seen/template.json" with { type: "json" };
import actionsList from "./actions-list/template.json" with { type: "json" };
import path from "./path/template.json" with { type: "json" };
import openings from "./openings/template.json" with { type: "json" };
import rightsAnswer from "./rights-answer/template.json" with { type: "json" };
import rightsRequest from "./rights-request/template.json" with { type: "json" };
import transmission from "./transmission/template.json" with { type: "json" };
import rights from "./rights/template.json" with { type: "json" };
import pause from "./pause/template.json" with { type: "json" };
import personView from "./person-view/template.json" with { type: "json" };
import { expand, prepare, type ExpandedCard, type PreparedTemplate } from "./render.ts";
import questionnaire from "./questionnaire/template.json" with { type: "json" };
import questionnaireBlock from "./questionnaire-block/template.json" with { type: "json" };
import questionnaireSign from "./questionnaire-sign/template.json" with { type: "json" };
import recommendation from "./recommendation/template.json" with { type: "json" };
import reminder from "./reminder/template.json" with { type: "json" };
import reminderLate from "./reminder-late/template.json" with { type: "json" };
import reminderSettings from "./reminder-settings/template.json" with { type: "json" };
import retry from "./retry/template.json" with { type: "json" };
import reviewCard from "./review-card/template.json" with { type: "json" };
import rosterCheck from "./roster-check/template.json" with { type: "json" };
import review from "./review/template.json" with { type: "json" };
import reviewDecided from "./review-decided/template.json" with { type: "json" };
import reviewMove from "./review-move/template.json" with { type: "json" };
import reviewShort from "./review-short/template.json" with { type: "json" };
import reviewForm from "./review-form/template.json" with { type: "json" };
import reviewPreview from "./review-preview/template.json" with { type: "json" };
import sendingAsk from "./sending-ask/template.json" with { type: "json" };
import sendings from "./sendings/template.json" with { type: "json" };
import sentence from "./sentence/template.json" with { type: "json" };
import serviceDomains from "./service-domains/template.json" with { type: "json" };
import services from "./services/template.json" with { type: "json" };
import sheet from "./sheet/template.json" with { type: "json" };
import agenda from "./agenda/template.json" with { type: "json" };
import cells from "./cells/template.json" with { type: "json" };
import reviews from "./reviews/template.json" with { type: "json" };
import preparation from "./preparation/template.json" with { type: "json" };
import session from "./session/template.json" with { type: "json" };
import sessionForm from "./session-form/template.json" with { type: "json" };
import sessionPresent from "./session-present/template.json" with { type: "json" };
import sessions from "./sessions/template.json" with { type: "json" };
import sitting from "./sitting/template.json" with { type: "json" };
import sittingClosed from "./sitting-closed/template.json" with { type: "json" };
import sittingForm from "./sitting-form/template.json" with { type: "json" };
import sittingPresent from "./sitting-present/template.json" with { type: "json" };
import situation from "./situation/template.json" with { type: "json" };
import synthesis from "./synthesis/template.json" with { type: "json" };
import urgent from "./urgent/template.json" with { type: "json" };
import vignette from "./vignette/template.json" with { type: "json" };
import vignetteGroup from "./vignette-group/template.json" with { type: "json" };
import vignettes from "./vignettes/template.json" with { type: "json" };
import { whyShown } from "./why/model.ts";
import why from "./why/template.json" with { type: "json" };

export type { CardName, ModelOf } from "./models.ts";
export type { ExpandedCard } from "./render.ts";

/** A template, and what a notification says of the card: never a word about a person. */
interface CardSource {
  readonly prepared: PreparedTemplate;
  readonly summary: string;
  /** Whether the block of open urgent points carries a button, where the card has room for one. */
  readonly urgentButton: boolean;
  /** Checks the model, and gives it the shape in which the template draws it. */
  readonly shape: z.ZodType<object>;
}
const source = (
  template: object,
  shape: z.ZodType<object>,
  summary: string,
  { urgentButton } = { urgentButton: false },
): CardSource => ({ prepared: prepare(template), shape, summary, urgentButton });

const sources: Readonly<Record<CardName, CardSource>> = {
  home: source(home, cardModels.home, "Accueil de Repère"),
  help: source(help, cardModels.help, "Aide de Repère"),
  sentence: source(sentence, cardModels.sentence, "Un message de Repère"),
  retry: source(retry, cardModels.retry, "Une saisie à renvoyer"),
  done: source(done, cardModels.done, "C'est fait"),
  "new-person": source(newPerson, cardModels["new-person"], "Nouvelle personne orientée"),
  duplicate: source(duplicate, cardModels.duplicate, "Cette personne est peut-être déjà connue"),
  sheet: source(sheet, cardModels.sheet, "Une fiche", { urgentButton: true }),
  contact: source(contact, cardModels.contact, "Rencontrer une personne"),
  outreach: source(outreach, cardModels.outreach, "Point sur les démarches"),
  ending: source(ending, cardModels.ending, "Fin d'un parcours"),
  told: source(told, cardModels.told, "Retour au prescripteur"),
  absences: source(absences, cardModels.absences, "Absences et transferts"),
  move: source(move, cardModels.move, "Une suppléance ou un changement de référent·e"),
  "move-form": source(moveForm, cardModels["move-form"], "Suppléance ou changement de référent·e"),
  bilan: source(bilan, cardModels.bilan, "Bilan d'une action"),
  "bilan-grid": source(bilanGrid, cardModels["bilan-grid"], "Grille d'observation"),
  evidence: source(evidence, cardModels.evidence, "Ce qui a été observé"),
  action: source(action, cardModels.action, "Une action"),
  "actions-list": source(actionsList, cardModels["actions-list"], "Actions d'une personne"),
  "action-seen": source(actionSeen, cardModels["action-seen"], "Une action"),
  "action-move": source(actionMove, cardModels["action-move"], "Une action"),
  path: source(path, cardModels.path, "Parcours d'une personne"),
  questionnaire: source(questionnaire, cardModels.questionnaire, "Questionnaires FSE+"),
  "questionnaire-block": source(questionnaireBlock, cardModels["questionnaire-block"], "Un questionnaire FSE+"),
  "questionnaire-sign": source(
    questionnaireSign,
    cardModels["questionnaire-sign"],
    "Signature d'un questionnaire FSE+",
  ),
  pause: source(pause, cardModels.pause, "Suspension d'un parcours"),
  transmission: source(transmission, cardModels.transmission, "Ce qui peut être transmis"),
  rights: source(rights, cardModels.rights, "Droits d'une personne"),
  "rights-request": source(rightsRequest, cardModels["rights-request"], "Demande d'une personne"),
  "rights-answer": source(rightsAnswer, cardModels["rights-answer"], "Réponse à une demande"),
  openings: source(openings, cardModels.openings, "Ouvertures d'un dossier"),
  "follow-up": source(followUp, cardModels["follow-up"], "Point à trois mois"),
  "exit-news": source(exitNews, cardModels["exit-news"], "Six mois après la sortie"),
  entry: source(entry, cardModels.entry, "Entrée dans le parcours"),
  overview: source(overview, cardModels.overview, "Tour d'horizon"),
  domain: source(domain, cardModels.domain, "Un domaine du diagnostic"),
  guidance: source(guidance, cardModels.guidance, "Comment en parler ?"),
  conflict: source(conflict, cardModels.conflict, "Deux versions à départager"),
  urgent: source(urgent, cardModels.urgent, "Un point urgent"),
  synthesis: source(synthesis, cardModels.synthesis, "Synthèse du diagnostic", { urgentButton: true }),
  recommendation: source(recommendation, cardModels.recommendation, "Ma préconisation"),
  lead: source(lead, cardModels.lead, "Piste de la méthode"),
  "lead-why": source(leadWhy, cardModels["lead-why"], "Pourquoi cette piste ?"),
  "review-form": source(reviewForm, cardModels["review-form"], "Présenter en cellule"),
  "review-preview": source(reviewPreview, cardModels["review-preview"], "Ce que le canal montrera"),
  why: source(why, whyShown, "Pourquoi ce chiffre ?"),
  "person-view": source(personView, cardModels["person-view"], "Point de vue de la personne"),
  handovers: source(handovers, cardModels.handovers, "Passages de relais"),
  handover: source(handover, cardModels.handover, "Un passage de relais"),
  "handover-sheet": source(handoverSheet, cardModels["handover-sheet"], "Une fiche pour le partenaire"),
  "handover-answer": source(handoverAnswer, cardModels["handover-answer"], "La réponse d'un partenaire"),
  situation: source(situation, cardModels.situation, "Situation de la personne"),
  participants: source(participants, cardModels.participants, "Mes participants"),
  pieces: source(pieces, cardModels.pieces, "Pièces à compléter"),
  points: source(points, cardModels.points, "Points d'étape"),
  "points-form": source(pointsForm, cardModels["points-form"], "Point d'étape d'une personne"),
  milestones: source(milestones, cardModels.milestones, "Mes échéances"),
  reminder: source(reminder, cardModels.reminder, "À faire aujourd'hui"),
  "reminder-late": source(reminderLate, cardModels["reminder-late"], "En retard dans l'équipe"),
  "reminder-settings": source(reminderSettings, cardModels["reminder-settings"], "Mes rappels"),
  services: source(services, cardModels.services, "Services d'un domaine"),
  "service-domains": source(serviceDomains, cardModels["service-domains"], "Services par domaine"),
  "offer-notes": source(offerNotes, cardModels["offer-notes"], "Offre à confirmer"),
  needs: source(needs, cardModels.needs, "Besoins sans réponse sur le territoire"),
  retention: source(retention, cardModels.retention, "Conservation des dossiers"),
  manage: source(manage, cardModels.manage, "Gérer la fiche"),
  identity: source(identity, cardModels.identity, "Corriger l'identité"),
  "cancel-record": source(cancelRecord, cardModels["cancel-record"], "Annuler la fiche"),
  "merge-record": source(mergeRecord, cardModels["merge-record"], "Fusionner deux fiches"),
  confirm: source(confirm, cardModels.confirm, "Une confirmation"),
  vignettes: source(vignettes, cardModels.vignettes, "Vignettes"),
  vignette: source(vignette, cardModels.vignette, "Une vignette à coter"),
  "vignette-group": source(vignetteGroup, cardModels["vignette-group"], "Une vignette, avec le groupe"),
  agreement: source(agreement, cardModels.agreement, "Accord du groupe"),
  double: source(double, cardModels.double, "Une double cotation"),
  decision: source(decision, cardModels.decision, "Une décision à enregistrer"),
  "review-move": source(reviewMove, cardModels["review-move"], "Une étude en cellule"),
  "review-decided": source(reviewDecided, cardModels["review-decided"], "Une décision est prise"),
  "review-short": source(reviewShort, cardModels["review-short"], "Une situation à décider"),
  opinion: source(opinion, cardModels.opinion, "Un avis à donner"),
  review: source(review, cardModels.review, "Une situation étudiée en cellule"),
  "review-card": source(reviewCard, cardModels["review-card"], "Une situation à étudier"),
  "channel-words": source(channelWords, cardModels["channel-words"], "Repère vous répond"),
  "roster-check": source(rosterCheck, cardModels["roster-check"], "Un canal à confirmer"),
  "sending-ask": source(sendingAsk, cardModels["sending-ask"], "Un envoi à vérifier"),
  sendings: source(sendings, cardModels.sendings, "Envois à vérifier"),
  agenda: source(agenda, cardModels.agenda, "Ordre du jour"),
  cells: source(cells, cardModels.cells, "Ordre du jour des cellules"),
  reviews: source(reviews, cardModels.reviews, "Situations à étudier"),
  preparation: source(preparation, cardModels.preparation, "Une action à préparer"),
  sessions: source(sessions, cardModels.sessions, "Actions collectives"),
  "session-form": source(sessionForm, cardModels["session-form"], "Nouvelle action collective"),
  session: source(session, cardModels.session, "Une action collective"),
  "session-present": source(sessionPresent, cardModels["session-present"], "Qui a participé ?"),
  sitting: source(sitting, cardModels.sitting, "Séance"),
  "sitting-closed": source(sittingClosed, cardModels["sitting-closed"], "Séance close"),
  "sitting-form": source(sittingForm, cardModels["sitting-form"], "Ouvrir une séance"),
  "sitting-present": source(sittingPresent, cardModels["sitting-present"], "Présences"),
};

export interface RenderedCard {
  readonly card: ExpandedCard;
  /** For the activity that carries the card: shown in notifications, without personal data. */
  readonly summary: string;
  /** Shown by a client that cannot show the card. */
  readonly fallbackText: string;
}

/** The card of that name. Throws when the model does not fit: that is a fault of ours, never of what was typed. */
export function renderCard<N extends CardName>(name: N, model: ModelOf<N>): RenderedCard {
  const { prepared, shape, summary, urgentButton } = sources[name];
  const card = expand(prepared, { ...shape.parse(model), urgentButton });
  return { card, summary, fallbackText: card.fallbackText };
}
