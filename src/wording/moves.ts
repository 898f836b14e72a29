/** Words of *Absences et transferts*: who stands in for whom, and who accompanies a person from now on. */
import type { CaseMove, MoveKind, TransferReason } from "../domain/people/absence.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { MoveProblem } from "../domain/people/move-from-inputs.ts";
import { dayInWords } from "./dates.ts";
import { counted, lowerFirst, ofName, upperFirst } from "./lists.ts";

type Asked = Pick<CaseMove, "what" | "from" | "until">;

export const moveKindWords: Readonly<Record<MoveKind, string>> = {
  absence: "Une suppléance, le temps d'une absence",
  transfer: "Un changement de référent·e",
};
/** To a référent, who asks for it. */
export const askedKindWords: Readonly<Record<MoveKind, string>> = {
  ...moveKindWords,
  transfer: "Demander un changement de référent·e",
};

export const transferReasonWords: Readonly<Record<TransferReason, string>> = {
  leaves: "Départ du ou de la référent·e",
  workload: "Charge de travail",
  personAsks: "La personne le demande",
  other: "Autre raison",
};

const daysOf = ({ from, until }: Asked): string =>
  until === null ? `à partir du ${dayInWords(from)}` : `du ${dayInWords(from)} au ${dayInWords(until)}`;

const stateWords: Readonly<Record<CaseMove["state"], string>> = {
  asked: "demandé, en attente d'une réponse",
  planned: "prévu",
  applied: "en cours",
  ending: "se termine",
  over: "terminé",
  cancelled: "annulé",
  declined: "sans suite",
};
const stateOf = ({ what, state }: Pick<CaseMove, "what" | "state">): string =>
  what === "transfer" && state === "applied" ? "fait" : stateWords[state];

const betweenOf = ({ what }: Pick<Asked, "what">, from: string, to: string | null): string => {
  if (to === null) return ofName(from);
  return what === "absence" ? `${to} pour ${from}` : `${ofName(from)} à ${to}`;
};

export const moveListWords = {
  none: "Aucune absence ni aucun transfert en cours.",
  count: (shown: number, more: number): string =>
    more === 0
      ? counted(shown, "absence ou transfert", "absences et transferts")
      : `${counted(shown + more, "absence ou transfert", "absences et transferts")}, voici les premiers.`,
  everyone: "toutes ses personnes",
  line: (move: Asked & Pick<CaseMove, "state">, from: string, to: string | null, whom: string): string =>
    [
      move.what === "absence" ? "Suppléance" : "Changement de référent·e",
      whom,
      betweenOf(move, from, to),
      daysOf(move),
      stateOf(move),
    ].join(" · "),
  planBoth: "Noter une absence ou un transfert",
  planAbsence: "Noter mon absence",
} as const;

export const moveFormWords = {
  ofCase: (person: string, referent: string): string => `${person}. Référent·e : ${referent}.`,
  ofAll: (referent: string): string => `Toutes les personnes accompagnées par ${referent}.`,
  ofSomeone: "Toutes les personnes d'un·e référent·e. Les dossiers passent un par un, rien ne se perd en chemin.",
  asks: "Un changement de référent·e est décidé par un·e chargé·e de projet. Vous pouvez laisser le nom de la personne qui prendra la suite : il sera choisi avec vous.",
  substitute:
    "Pendant une suppléance, les deux référent·es voient le dossier. L'accès du ou de la suppléant·e cesse de lui-même après le dernier jour.",
  /** What is left of somebody who is not in the team any more. */
  gone: (end: string): string => `Une personne qui a quitté l'équipe (identifiant …${end})`,
} as const;

type ProblemWords = { readonly [F in MoveProblem["field"]]: Readonly<Record<string, string>> };
const problemWords: ProblemWords = {
  what: { missing: "choisissez ce que vous voulez faire." },
  fromId: { missing: "choisissez de qui sont ces dossiers." },
  toId: {
    missing: "choisissez un·e référent·e de l'équipe.",
    same: "choisissez quelqu'un d'autre : ces dossiers sont déjà les siens.",
    away: "cette personne est elle-même notée absente sur cette période.",
  },
  from: {
    missing: "indiquez le premier jour.",
    notADate: "cette date n'existe pas, ou je ne l'ai pas comprise. Écrivez-la ainsi : 12/03/2026.",
    past: "ce jour est passé. Un changement commence aujourd'hui ou plus tard ; une absence, il y a un mois au plus.",
    tooFar: "ce jour est dans plus d'un an.",
    twice: "c'est déjà noté pour ces jours : ouvrez « Absences et transferts ».",
  },
  until: {
    missing: "indiquez le dernier jour.",
    notADate: "cette date n'existe pas, ou je ne l'ai pas comprise. Écrivez-la ainsi : 12/03/2026.",
    beforeFrom: "le dernier jour vient avant le premier.",
    past: "ce jour est passé.",
    tooLong: "une suppléance dure un an au plus. Au-delà, c'est un changement de référent·e.",
  },
  why: { missing: "dites pourquoi." },
};
export const moveProblem = ({ field, code }: MoveProblem): string => problemWords[field][code] ?? "";

export const moveWords = {
  title: { absence: "Suppléance", transfer: "Changement de référent·e" } satisfies Readonly<Record<MoveKind, string>>,
  who: (from: string, to: string | null): string =>
    upperFirst(to === null ? `${ofName(from)}, à quelqu'un qui reste à choisir.` : `${ofName(from)} à ${to}.`),
  standsIn: (from: string, to: string): string => `${to}, en l'absence ${ofName(from)}.`,
  days: (move: Asked): string => `${upperFirst(daysOf(move))}.`,
  why: (reason: string): string => `Raison : ${lowerFirst(reason)}.`,
  state: (move: Pick<CaseMove, "what" | "state">): string => `${upperFirst(stateOf(move))}.`,
  taken: (count: number): string =>
    `${counted(count, "dossier est passé", "dossiers sont passés")}, l'historique est intact.`,
  soon: "Les dossiers passent un par un : cela prend quelques instants.",
  informed: (on: Day, by: string): string => `La personne en est informée le ${dayInWords(on)}, par ${by}.`,
  toTell: (count: number): string =>
    count === 1
      ? "La personne reste à prévenir. Vous pouvez lui dire, ou lui écrire :"
      : `${counted(count, "personne reste", "personnes restent")} à prévenir. Vous pouvez leur dire, ou leur écrire :`,
  sentence: {
    absence: ({ from, until }: Asked, referent: string, to: string): string =>
      `Bonjour, du ${dayInWords(from)} au ${dayInWords(until ?? from)}, en l'absence ${ofName(referent)}, ${to} vous accompagne. Vos rendez-vous et ce que nous avons décidé ensemble ne changent pas.`,
    transfer: ({ from }: Asked, referent: string, to: string): string =>
      `Bonjour, à partir du ${dayInWords(from)}, ${to} vous accompagne à la place ${ofName(referent)}. Votre parcours continue, et ce que nous avons décidé ensemble ne change pas. Si cela ne vous convient pas, dites-le-nous.`,
  } satisfies Readonly<Record<MoveKind, (move: Asked, referent: string, to: string) => string>>,
  end: { planned: "Annuler", applied: "Terminer maintenant", asked: "Ne pas donner suite" },
  withdraw: "Retirer ma demande",
  someone: "une personne qui a quitté l'équipe",
} as const;
