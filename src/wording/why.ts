/** Words of *Pourquoi ?*: the operation with its real numbers. */
import type { Ratio } from "../domain/diagnostic/figures.ts";
import { counted } from "./lists.ts";

export const whyColumns = {
  domain: "Domaine",
  level: "Niveau",
  impact: "Poids sur le projet",
  product: "Niveau × poids",
  state: "État",
  family: "Groupe de domaines",
  operation: "Opération",
  own: "Selon la personne",
  noted: "Niveau noté",
  gap: "Écart",
  before: "La dernière fois",
  now: "Aujourd'hui",
  movement: "Ce qui a bougé",
  source: "D'où vient l'information",
  weight: "Poids",
  word: "Mot de France Travail",
} as const;

export const whyWords = {
  none: "–",
  nothing: "Rien à expliquer : ce chiffre n'a pas encore de quoi être calculé.",
  outOf100: (value: number): string => `${value} sur 100`,
  between: (low: number, high: number): string => (low === high ? `${low} sur 100` : `Entre ${low} et ${high} sur 100`),
  levels: (levels: readonly string[]): string =>
    `Niveau de difficulté : ${levels.map((label, level) => `${level} (${label})`).join(", ")}.`,
  impacts: (impacts: readonly string[]): string =>
    `Poids sur le projet : ${impacts.map((label, index) => `${index + 1} (${label})`).join(", ")}.`,
  heaviest: (heaviest: number): string => `Poids le plus fort d'un domaine : ${heaviest}, soit 4 × 3.`,
  ratio: ({ numerator, denominator, value }: Ratio): string =>
    `100 × ${numerator} ÷ ${denominator} = ${value}, arrondi au plus proche`,
  extent: (ratio: Ratio, heaviest: number, domains: number): string =>
    `100 × somme des « niveau × poids » (${ratio.numerator}) ÷ (${heaviest} × ${counted(domains, "domaine", "domaines")}, soit ${ratio.denominator}) = ${ratio.value}, arrondi au plus proche.`,
  range: (low: string, high: string, open: number): string =>
    open === 0
      ? `Aucun domaine n'attend de niveau : la fourchette se réduit à l'ampleur, ${low}.`
      : `Avec ${counted(open, "domaine sans niveau", "domaines sans niveau")} : tous à zéro, ${low} ; tous au plus haut, ${high}.`,
  notComputable: "Aucun domaine n'a de niveau : il n'y a rien à diviser.",
  addressed: (count: number, of: number): string =>
    `On compte un à un les domaines abordés : ${count} sur les ${of} qui comptent aujourd'hui.`,
  thresholds: (t0: number, synthesis: number): string =>
    `La première évaluation est faite à ${t0} domaines abordés ; la synthèse est complète à ${synthesis}.`,
  gapFrom: (from: number): string => `On en reparle à partir de ${counted(from, "niveau", "niveaux")} d'écart.`,
  gaps: (count: number): string =>
    count === 0
      ? "Niveau noté − niveau selon la personne, domaine par domaine : aucun écart n'atteint le seuil."
      : `Niveau noté − niveau selon la personne, domaine par domaine : ${counted(count, "écart atteint", "écarts atteignent")} le seuil.`,
  movement: "On compare le niveau, puis le poids, d'une évaluation à l'autre.",
  movedExtent: (over: number, from: string, to: string): string =>
    `Ampleur sur ${counted(over, "domaine évalué les deux fois", "domaines évalués les deux fois")} : avant, ${from} ; aujourd'hui, ${to}.`,
  product: (severity: number, impact: number, value: number): string => `${severity} × ${impact} = ${value}`,
  onTwelve: (value: number): string => `${value} sur 12`,
  franceTravail: (strong: number): string =>
    `Poids 0 : aucun. De 1 à ${strong - 1} : faible. À partir de ${strong} : fort.`,
  source: (kind: string, name: string, day: string): string => `${kind}, le ${day}, noté par ${name}`,
  sourceUnknown: "non précisé",
  someone: "un autre membre de l'équipe",
  provisional: "Provisoire : trop peu de domaines sont abordés pour que ce chiffre soit stable.",
} as const;
