/** What the rest of the product asks of this room: a card by its name, from its model. */
import cancelRecord from "./cancel-record/template.json" with { type: "json" };
import conflict from "./conflict/template.json" with { type: "json" };
import domain from "./domain/template.json" with { type: "json" };
import done from "./done/template.json" with { type: "json" };
import duplicate from "./duplicate/template.json" with { type: "json" };
import entry from "./entry/template.json" with { type: "json" };
import guidance from "./guidance/template.json" with { type: "json" };
import help from "./help/template.json" with { type: "json" };
import home from "./home/template.json" with { type: "json" };
import identity from "./identity/template.json" with { type: "json" };
import manage from "./manage/template.json" with { type: "json" };
import mergeRecord from "./merge-record/template.json" with { type: "json" };
import milestones from "./milestones/template.json" with { type: "json" };
import { cardModels, type CardName, type ModelOf } from "./models.ts";
import newPerson from "./new-person/template.json" with { type: "json" };
import overview from "./overview/template.json" with { type: "json" };
import participants from "./participants/template.json" with { type: "json" };
import personView from "./person-view/template.json" with { type: "json" };
import { expand, prepare, type ExpandedCard, type PreparedTemplate } from "./render.ts";
import sentence from "./sentence/template.json" with { type: "json" };
import sheet from "./sheet/template.json" with { type: "json" };
import synthesis from "./synthesis/template.json" with { type: "json" };
import urgent from "./urgent/template.json" with { type: "json" };
import why from "./why/template.json" with { type: "json" };

export type { CardName, ModelOf } from "./models.ts";
export type { ExpandedCard } from "./render.ts";

/** A template, and what a notification says of the card: never a word about a person. */
interface CardSource {
  readonly prepared: PreparedTemplate;
  readonly summary: string;
  /** Whether the block of open urgent points carries a button, where the card has room for one. */
  readonly urgentButton: boolean;
}
const source = (template: object, summary: string, urgentButton = false): CardSource => ({
  prepared: prepare(template),
  summary,
  urgentButton,
});

const sources: Readonly<Record<CardName, CardSource>> = {
  home: source(home, "Accueil de Repère"),
  help: source(help, "Aide de Repère"),
  sentence: source(sentence, "Repère vous répond"),
  done: source(done, "C'est fait"),
  "new-person": source(newPerson, "Nouvelle personne orientée"),
  duplicate: source(duplicate, "Cette personne est peut-être déjà connue"),
  sheet: source(sheet, "Une fiche", true),
  entry: source(entry, "Entrée dans le parcours"),
  overview: source(overview, "Tour d'horizon"),
  domain: source(domain, "Un domaine du diagnostic"),
  guidance: source(guidance, "Comment en parler ?"),
  conflict: source(conflict, "Deux versions à départager"),
  urgent: source(urgent, "Un point urgent"),
  synthesis: source(synthesis, "Synthèse du diagnostic", true),
  why: source(why, "Pourquoi ce chiffre ?"),
  "person-view": source(personView, "Point de vue de la personne"),
  participants: source(participants, "Mes participants"),
  milestones: source(milestones, "Mes échéances"),
  manage: source(manage, "Gérer la fiche"),
  identity: source(identity, "Corriger l'identité"),
  "cancel-record": source(cancelRecord, "Annuler la fiche"),
  "merge-record": source(mergeRecord, "Fusionner deux fiches"),
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
  const { prepared, summary, urgentButton } = sources[name];
  const card = expand(prepared, { ...cardModels[name].parse(model), urgentButton });
  return { card, summary, fallbackText: card.fallbackText };
}

/** Typed text as far as a card shows it; what is cut is kept in the draft, and the card says so. */
export const shownText = (typed: string, atMost: number): string =>
  typed.length <= atMost ? typed : `${cutWhole(typed, atMost)}… (la suite est gardée)`;

/** Never cuts a character in two. */
const cutWhole = (typed: string, atMost: number): string => typed.slice(0, atMost).replace(/\p{Surrogate}$/u, "");
