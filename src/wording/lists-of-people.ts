/** Words of *Accueil*, *Mes participants* and *Mes échéances*. */
import { counted, quoted } from "./lists.ts";

export const homeWords = {
  greeting: (firstName: string): string => `Bonjour ${firstName}`,
  toReceive: "Personnes à recevoir",
  diagnostics: "Personnes en première phase",
  late: "Échéances en retard",
  nothingDue: "Rien n'attend de votre côté.",
  noList: "Aucune fiche ne vous est confiée.",
  moreThan: (count: number): string => `plus de ${count - 1}`,
} as const;

export const listWords = {
  page: (count: number): string => counted(count, "personne", "personnes"),
  pageOfMore: (count: number): string => `${counted(count, "personne", "personnes")} sur cette page, par ordre de nom`,
  found: (count: number, query: string): string => `${counted(count, "réponse", "réponses")} pour ${quoted(query)}`,
  notFound: (query: string): string => `Aucune réponse pour ${quoted(query)}. Essayez le code, ou le début du nom.`,
  empty: "Personne dans cette liste pour le moment. « nouveau » enregistre une personne orientée.",
  nothingDue: "rien à échéance",
  followedBy: (name: string): string => `référent·e : ${name}`,
  bornSameDay: "même date de naissance",
  noBirthDate: "date de naissance à vérifier",
} as const;

export const milestoneListWords = {
  none: "Rien n'est à échéance.",
  count: (late: string, lateCount: number): string =>
    lateCount === 0 ? "Aucune échéance en retard" : lateCount === 1 ? "1 fiche en retard" : `${late} fiches en retard`,
  upcoming: (count: number): string => (count === 0 ? "" : `, ${count} à venir`),
  more: "d'autres à venir",
} as const;
