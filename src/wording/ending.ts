/** Words of *Mettre fin au parcours*: why, and which door stays open. */
import type { Door, EndingProblem } from "../domain/outreach/ending-from-inputs.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Ending } from "../domain/participant/clock-facts.ts";
import { dayInWords } from "./dates.ts";
import { lowerFirst } from "./lists.ts";
import { shorten } from "./problems.ts";

export const endingReasonWords: Readonly<Record<Ending, string>> = {
  lastingJob: "Emploi durable",
  transitionJob: "Emploi de transition",
  training: "Formation",
  movedAway: "Déménagement hors du territoire",
  request: "À la demande de la personne",
  noNews: "Sans nouvelles, malgré les démarches",
  retirement: "Retraite",
  death: "Décès",
  notEligible: "Conditions d'entrée non remplies",
};

/** Why somebody was never met, as it is counted. */
export const notMetReasonWords = (reason: string): string =>
  Object.entries(endingReasonWords).find(([known]) => known === reason)?.[1] ?? "Raison non précisée";

export const doorWords: Readonly<Record<Door, string>> = {
  comeBack: "Revenir directement au PLIE, quand la personne le souhaite",
  prescriber: "Repasser par la structure qui l'a orientée",
  partner: "Un partenaire prend le relais",
  none: "Aucune",
};

export const endingWordsOf = {
  alreadyEnded:
    "Ce parcours est déjà terminé : seul un décès se note encore. Plus aucun rappel, courrier ni message ne part ensuite ; la sortie déjà comptée reste la même.",
  about: (met: boolean): string =>
    met
      ? "Le parcours s'arrête, tout ce qui a été fait est gardé. Si la personne revient, un nouveau parcours commence."
      : "La personne n'a pas été rencontrée : elle sera comptée ainsi, avec la raison. Si elle revient, un nouveau parcours commence.",
} as const;

const MISSING: Readonly<Record<EndingProblem["field"], string>> = {
  how: "choisissez une raison.",
  why: "écrivez pourquoi, en une phrase.",
  door: "choisissez la porte qui reste ouverte.",
  words: "écrivez ce qui est dit à la personne.",
};
export const endingProblem = (problem: EndingProblem): string =>
  problem.code === "missing" ? MISSING[problem.field] : shorten(problem.length, problem.limit);

/** « Non rencontré·e · déménagement hors du territoire, le 3 novembre 2026 »; null: nobody ended it. */
export const endedWords = ({
  ended,
  entry,
}: {
  readonly ended: Pick<NonNullable<CaseFile["ended"]>, "how" | "on" | "wayOut"> | null;
  readonly entry: object | null;
}): string | null => {
  if (ended === null) return null;
  if (ended.wayOut !== undefined) {
    const before = endedWords({ ended: ended.wayOut, entry });
    return [...(before === null ? [] : [before]), `Décès noté le ${dayInWords(ended.on)}`].join(" · ");
  }
  const how = `${lowerFirst(endingReasonWords[ended.how])}, le ${dayInWords(ended.on)}`;
  return entry === null ? `Non rencontré·e : ${how}` : `Fin du parcours : ${how}`;
};
