/** What a person was told and agreed to, what they asked of what is noted about them, and who opened their file. */
import type { AgreementKind, AgreementState, Contested, RequestKind, RequestOutcome } from "../domain/rights/codes.ts";
import type { RightsProblem } from "../domain/rights/request-from-inputs.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords, dueInWords } from "./dates.ts";
import { lowerFirst } from "./lists.ts";
import { dateProblemWords } from "./problems.ts";

export const requestWords: Readonly<Record<RequestKind, string>> = {
  copy: "Avoir une copie de tout ce qui est noté",
  correct: "Faire corriger quelque chose",
  contest: "Dire son désaccord (contestation)",
  object: "S'opposer à ce que des informations soient utilisées",
  restrict: "Demander que des informations ne soient plus utilisées pendant un temps",
  erase: "Demander que ses informations soient effacées",
};
/** The same, in a line. */
export const requestTitles: Readonly<Record<RequestKind, string>> = {
  copy: "Copie de ses données",
  correct: "Correction",
  contest: "Contestation",
  object: "Opposition",
  restrict: "Limitation",
  erase: "Effacement",
};
export const contestedWords: Readonly<Record<Contested, string>> = {
  diagnostic: "Le diagnostic",
  decision: "Une décision",
  note: "Une note",
  esf: "Une réponse au questionnaire de l'Union européenne",
};
export const outcomeWords: Readonly<Record<RequestKind, Readonly<Record<RequestOutcome, string>>>> = {
  copy: { done: "Copie remise", partly: "Copie remise en partie", refused: "Copie non remise" },
  correct: { done: "Corrigé", partly: "Corrigé en partie", refused: "Pas corrigé" },
  contest: { done: "Modifié", partly: "Modifié en partie", refused: "Pas modifié" },
  object: { done: "Opposition suivie", partly: "Opposition suivie en partie", refused: "Opposition non suivie" },
  restrict: { done: "Usage arrêté", partly: "Usage arrêté en partie", refused: "Usage non arrêté" },
  erase: { done: "Effacement engagé", partly: "Effacement engagé en partie", refused: "Pas effacé" },
};

/** « Contestation : le diagnostic ». */
export const requestTitle = (request: { readonly what: RequestKind; readonly contested: Contested | null }): string =>
  request.contested === null
    ? requestTitles[request.what]
    : `${requestTitles[request.what]} : ${lowerFirst(contestedWords[request.contested])}`;

/** Wherever the file is read, until it is answered. */
export const contestLine = (contested: Contested): string =>
  `Contestation en cours : ${lowerFirst(contestedWords[contested])}`;

interface Asked {
  readonly what: RequestKind;
  readonly receivedOn: Day;
  readonly dueOn: Day;
  readonly answer: { readonly outcome: RequestOutcome; readonly on: Day; readonly by: string | null } | null;
}
/** « Reçue le 24 novembre 2026. Réponse avant le 24 décembre 2026. » */
export const requestStanding = ({ what, receivedOn, dueOn, answer }: Asked, today: Day): string => {
  const received = `Reçue le ${dayInWords(receivedOn)}.`;
  if (answer === null) {
    const late = dueOn < today ? ` ${dueInWords(dueOn, today)}.` : "";
    return `${received} En attente : réponse au plus tard le ${dayInWords(dueOn)}.${late}`;
  }
  const by = answer.by === null ? "" : ` par ${answer.by}`;
  return `${received} Réponse le ${dayInWords(answer.on)}${by} : ${lowerFirst(outcomeWords[what][answer.outcome])}.`;
};

const AGREED: Readonly<Record<AgreementKind, Readonly<Record<AgreementState, string>>>> = {
  notice: { given: "notice remise et expliquée", refused: "notice refusée", withdrawn: "notice rendue" },
  health: {
    given: "accord pour que sa santé soit notée",
    refused: "ne souhaite pas que sa santé soit notée",
    withdrawn: "accord pour la santé retiré",
  },
};
interface Said {
  readonly what: AgreementKind;
  readonly state: AgreementState;
  readonly on: Day;
  readonly version: string;
  readonly language: string | null;
  readonly interpreter: boolean | null;
  readonly by: string | null;
}
/** « , en arabe, avec interprète ». */
export const explained = (language: string | null, interpreter: boolean | null): string =>
  `${language === null ? "" : `, en ${language}`}${interpreter === true ? ", avec interprète" : ""}`;

/** « 24 novembre 2026 : notice remise et expliquée (version 2026.1), en arabe, avec interprète. Noté par Basile Tilleul. » */
export const agreementLine = ({ what, state, on, version, language, interpreter, by }: Said): string =>
  `${dayInWords(on)} : ${AGREED[what][state]} (version ${version})${explained(language, interpreter)}.${by === null ? "" : ` Noté par ${by}.`}`;

export const sharedLine = ({
  to,
  on,
  by,
}: {
  readonly to: string | null;
  readonly on: Day;
  readonly by: string | null;
}) =>
  `${dayInWords(on)} : accord pour l'envoi de la fiche de relais${to === null ? "" : ` à ${to}`}.${by === null ? "" : ` Noté par ${by}.`}`;

interface Given {
  readonly on: Day;
  readonly version: string | null;
  readonly language: string | null;
  readonly interpreter: boolean | null;
}
/** What was given, and whether it is the notice of today. */
export const noticeLines = (given: Given | null, version: string): readonly string[] => {
  if (given === null) return ["La notice n'est pas encore remise : elle se remet et s'explique au premier entretien."];
  const which = given.version === null ? "version non notée" : `version ${given.version}`;
  const said = `Notice remise le ${dayInWords(given.on)} (${which})${explained(given.language, given.interpreter)}.`;
  return given.version === version
    ? [said]
    : [said, `La notice d'aujourd'hui est la version ${version} : elle peut être expliquée à la prochaine rencontre.`];
};

export const rightsWords = {
  title: "Droits de la personne",
  notice: "Notice d'information",
  agreements: "Accords et retraits",
  noAgreement: "Aucun accord noté.",
  requests: "Demandes de la personne",
  noRequest: "La personne n'a rien demandé sur ses données.",
  contestedNow: (what: string): string => `Contesté par la personne, en attente de réponse : ${what}`,
  theirWords: "Ses mots",
  answer: "Ce qui lui est répondu",
  withoutWords: "Les mots ont été retirés avec l'accord pour la santé.",
  more: "La suite est dans l'onglet, sur la page de la personne.",
  toAnswer: "Demande à laquelle répondre",
  about: "Une demande n'a aucune conséquence pour la personne. La loi donne un mois pour répondre.",
  whatThen: {
    copy: "La copie s'imprime avec le bouton ci-dessous ; remettez-la en main propre, puis notez la réponse.",
    correct: "Corrigez d'abord ce qui est faux, puis dites ici ce qui a changé, ou pourquoi cela reste ainsi.",
    contest: "Dites ce qui a été modifié, ou pourquoi cela reste ainsi. La contestation reste lisible avec sa réponse.",
    object: "Dites ce qui n'est plus utilisé, ou pourquoi cela reste nécessaire.",
    restrict: "Dites ce qui n'est plus utilisé et jusqu'à quand, ou pourquoi.",
    erase:
      "La coordinatrice confirme l'effacement dans l'onglet, « Dossiers », « Conservation ». Dites ici ce qui a été décidé.",
  } satisfies Readonly<Record<RequestKind, string>>,
  openings: "Qui a ouvert le dossier",
  openingsAbout:
    "Chaque ouverture et chaque geste laisse une trace, la plus récente d'abord. La personne peut la demander.",
  columns: { day: "Jour", who: "Qui", acts: "Quoi" },
  older: "Plus ancien",
  printNotice: "Imprimer la notice",
  noOpening: "Rien de plus ancien.",
  gone: "Une personne qui n'est plus dans l'équipe",
  opened: "Dossier ouvert",
  otherAct: "Autre geste sur le dossier",
} as const;

const PROBLEMS: Readonly<Record<RightsProblem, string>> = {
  ...dateProblemWords,
  missing: "indiquez-le pour enregistrer.",
  tooLong: "ce texte est trop long : 1 000 caractères au plus. Raccourcissez-le pour l'enregistrer.",
};
const OWN: Readonly<Record<string, string>> = {
  "what missing": "choisissez ce que la personne demande.",
  "contested missing": "choisissez ce que la personne conteste.",
  "words missing": "écrivez ce que la personne dit, avec ses mots.",
  "outcome missing": "choisissez ce qui a été fait.",
  "answer missing": "écrivez ce qui est répondu à la personne.",
  "answeredOn tooEarly": "cette date est avant la demande.",
};
export const rightsProblem = (field: string, problem: RightsProblem): string =>
  OWN[`${field} ${problem}`] ?? PROBLEMS[problem];
