/** Words of a suspension and of its end, of the points of a path, and of the news after an exit to employment. */
import type { PauseReason } from "../domain/participant/clock-facts.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { PathProblem } from "../domain/participant/path-from-inputs.ts";
import type { ProofOfNews, StillEmployed } from "../domain/participant/path-records.ts";
import { dayInWords } from "./dates.ts";
import { dateProblemWords } from "./problems.ts";

export const pauseReasonWords: Readonly<Record<PauseReason, string>> = {
  illness: "Arrêt maladie",
  maternity: "Maternité",
  hospital: "Hospitalisation",
  detention: "Détention",
  training: "Formation à plein temps",
};

export const stillEmployedWords: Readonly<Record<StillEmployed, string>> = {
  yes: "Oui",
  no: "Non",
  unknown: "Ne sait pas : la personne n'a pas pu être jointe",
};

export const proofOfNewsWords: Readonly<Record<ProofOfNews, string>> = {
  attested: "Un document l'atteste (contrat, bulletin de paie, attestation de l'employeur)",
  said: "La personne le dit, sans document",
  none: "Aucun élément",
};

export const parcoursWords = {
  pause: {
    title: "Suspendre le parcours",
    about:
      "Pendant la suspension, aucune échéance ne court : seul le retour est rappelé. À la reprise, tout ce qui restait à faire est reporté d'autant de jours. Rien d'autre n'est demandé que la raison.",
  },
  resume: {
    title: "Parcours suspendu",
    about: "La date de retour peut changer autant de fois qu'il le faut. Le jour de la reprise compte de nouveau.",
  },
  followUp:
    "Ce qui est convenu avec la personne, dans des mots qu'elle peut lire. Pour réévaluer les domaines, choisissez « Refaire le point » sur la fiche.",
  exitOn: (on: Day): string =>
    `Sortie vers l'emploi le ${dayInWords(on)}. Ces nouvelles comptent dans les bilans du PLIE ; elles ne changent rien pour la personne.`,
} as const;

export const pointsTabWords = {
  title: "Points du parcours",
  on: "Date",
  agreed: "Ce qui est convenu",
  nextOn: "Prochain point",
  by: "Noté par",
} as const;

/** « Nouvelles du 24 mai 2027 : toujours en emploi ? Oui. Un document l'atteste (…) ». */
export const newsLine = (news: {
  readonly on: Day;
  readonly still: StillEmployed;
  readonly proof: ProofOfNews;
}): string =>
  [
    `Nouvelles du ${dayInWords(news.on)} : toujours en emploi ? ${stillEmployedWords[news.still]}.`,
    ...(news.still === "unknown" ? [] : [`${proofOfNewsWords[news.proof]}.`]),
  ].join(" ");

/** Above what was agreed at the point before this one. */
export const lastPointWords = (on: Day): string => `Convenu le ${dayInWords(on)}`;

const PROBLEMS: Readonly<Record<Exclude<PathProblem, keyof typeof dateProblemWords>, string>> = {
  missing: "indiquez-le pour enregistrer.",
  overlaps: "une suspension précédente n'était pas encore finie ce jour-là. Choisissez une date après la reprise.",
  beforePause:
    "le parcours n'était pas encore suspendu ce jour-là. Choisissez une date à partir du début de la suspension.",
  notAhead: "indiquez une date à venir.",
  tooFar: "cette date est à plus de trois ans. Vérifiez l'année.",
  tooLong: "ce texte est trop long : 1 000 caractères au plus. Raccourcissez-le pour l'enregistrer.",
};
const PATH_PROBLEM_WORDS: Readonly<Record<PathProblem, string>> = { ...dateProblemWords, ...PROBLEMS };
const OWN: Readonly<Record<string, string>> = {
  "reason missing": "choisissez une raison.",
  "agreed missing": "écrivez ce qui est convenu avec la personne.",
  "still missing": "choisissez une réponse.",
  "proof missing": "dites comment on le sait.",
  "from inTheFuture": "une suspension se note le jour où elle commence, ou après.",
  "on tooEarly": "cette date est trop tôt pour ce parcours.",
};
export const pathProblem = (field: string, problem: PathProblem): string =>
  OWN[`${field} ${problem}`] ?? PATH_PROBLEM_WORDS[problem];
