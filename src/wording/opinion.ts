/** *Avis* and the page of a review, in own chats: what the cell saw, where it stands, what was said. */
import type { OpinionProblem } from "../domain/review/opinion-from-inputs.ts";
import type { ReviewId } from "../domain/review/codes.ts";
import { counted, enumerated, quoted } from "./lists.ts";
import { shorten } from "./problems.ts";
import { reviewLabel } from "./reviews.ts";

export const opinionLabels = { next: "Prochain pas" } as const;

export const opinionWords = {
  title: (id: ReviewId): string => `Mon avis · ${reviewLabel(id)}`,
  noteTitle: (id: ReviewId): string => `Noter un avis · ${reviewLabel(id)}`,
  mayChange: "Votre avis peut changer jusqu'à ce que les avis soient révélés. D'ici là, personne d'autre ne le lit.",
  given: (moment: string): string => `Avis donné ${moment}.`,
  givenBy: (moment: string, name: string): string => `Avis noté ${moment} par ${name}, en séance.`,
  noteAbout:
    "Notez l'avis tel que le membre le dit. Il reste caché jusqu'à ce que les avis soient révélés, et le membre peut encore en donner un autre : le dernier compte.",
  hasGiven: (name: string): string => `${name} (un avis est déjà donné)`,
  hasGivenTheirs: (name: string): string => `${name} (a donné le sien : à ne pas choisir)`,
  toBeChosen: (lead: string): string => `${lead} (structure à choisir)`,
  someone: "un autre membre",
} as const;

export const opinionProblem = (problem: OpinionProblem): string => {
  if (problem.code === "tooLong") return shorten(problem.length, problem.limit);
  if (problem.code === "names")
    return `d'autres membres liront ce texte : retirez-en ${enumerated(problem.found.map(quoted))}.`;
  if (problem.field === "outcome") return "choisissez votre avis.";
  return problem.field === "to"
    ? "pour une réorientation, choisissez vers quelle structure."
    : "dites pourquoi, en quelques mots.";
};
export const memberProblem = {
  missing: "choisissez de qui est cet avis.",
  hasGivenTheirs: (name: string): string =>
    `${name} a déjà donné son avis. Il ou elle peut le changer jusqu'à la révélation.`,
} as const;

/** What the cell saw, above a form or on the page of the review. */
export const seenWords = {
  labels: {
    helps: "Ce qui aide déjà",
    person: "La personne",
    referent: "Préconisation",
    method: "Piste de la méthode",
    difficult: "Ce qui est difficile aujourd'hui",
  },
  notThere: "Ce que la cellule a vu n'est plus lisible.",
  noStrength: "Rien n'est noté.",
  noDifficulty: "Aucune difficulté n'est notée.",
  noView: "Pas encore recueilli.",
  noRecommendation: "Pas écrite.",
  noLead: "Pas de piste.",
  leadWithdrawn: "Retirée à la demande de la personne.",
  notReliable: "Pas de piste fiable",
  toDiscuss: "à discuter avec la personne",
  heard: "Souhaite être entendue.",
  solid: "solide",
  fragile: "fragile",
  urgentOpen: "Un point urgent est en cours : à voir en séance.",
  provisional: "Le diagnostic est provisoire : des domaines ne sont pas encore abordés.",
} as const;

export const reviewWords = {
  due: (day: string): string => `décision avant le ${day}`,
  second: (of: ReviewId): string => `Réexamen demandé par la personne, après la ${reviewLabel(of).toLowerCase()}`,
  full: (reasons: readonly string[]): string => `Étude complète : ${reasons.join(" ; ")}.`,
  short: "Circuit court : un·e chargé·e de projet décide, la prochaine cellule le lira.",
  opinions: (given: number, of: number): string =>
    `${counted(given, "avis donné", "avis donnés")} sur ${counted(of, "membre", "membres")}.`,
  hidden: "Les avis restent cachés jusqu'à ce qu'ils soient révélés.",
  quorum: (present: number, quorum: number): string =>
    `Quorum : ${counted(present, "membre présent", "membres présents")}, il en faut ${quorum}.`,
  missing: (count: number): string => `Il manque ${counted(count, "membre", "membres")}.`,
  revealed: (moment: string, name: string): string => `Avis révélés ${moment} par ${name}.`,
  adjourned: (moment: string, reason: string): string => `Ajournée ${moment} : ${reason}. Les avis donnés sont gardés.`,
  withdrawn: (moment: string, reason: string): string => `Retirée ${moment} : ${reason}.`,
  reopened: (moment: string, reason: string): string => `Rouverte ${moment} : ${reason}.`,
  mine: (outcome: string): string => `Votre avis : ${outcome}. Il peut changer jusqu'à ce que les avis soient révélés.`,
  tooLate:
    "Vous aviez commencé un avis quand les autres ont été révélés : il n'a pas été compté. Voici ce que vous aviez écrit.",
  byOutcome: (outcome: string, count: number): string => `${outcome} : ${count}`,
  noOpinion: "Aucun avis n'a été donné.",
  next: (text: string): string => `Prochain pas : ${text}`,
  notedBy: (name: string): string => `noté par ${name}`,
  others: (lines: readonly string[]): string => `Et aussi : ${lines.join(" ; ")}.`,
  cut: "Les textes longs sont montrés en partie, la suite est gardée.",
  decidedBy: (day: string, name: string): string => `Décidé le ${day} par ${name}.`,
  departs: (reason: string): string => `S'écarte de la piste : ${reason}.`,
  reasons: (text: string): string => `Raisons : ${text}`,
  sides: { person: "La personne", referent: "Préconisation", method: "Piste de la méthode", decision: "Décision" },
} as const;

export const reviewButtons = {
  giveOpinion: "Donner mon avis",
  changeOpinion: "Changer mon avis",
  noteOpinion: "Noter l'avis d'un membre",
  reveal: "Révéler les avis",
  decide: "Enregistrer la décision",
  adjourn: "Ajourner",
  withdraw: "Retirer",
  reopen: "Rouvrir",
  second: "Demander un réexamen",
  sheet: "Ouvrir la fiche",
} as const;
