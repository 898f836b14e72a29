/** Words of *Action*, of a person's list of actions, and of one action. */
import type { ActionField, ActionMove, PMSMP, PUT_OFF } from "../domain/activation/codes.ts";
import type { ActionProblem, TypedProblem } from "../domain/activation/action-typed.ts";
import type { SignProblem } from "../domain/activation/action-moves.ts";
import type { Action, ActionDeferral, CancelReason, Host, Pmsmp } from "../domain/activation/records.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Day } from "../domain/participant/codes.ts";
import { daysOf, kindWords } from "./action-facts.ts";
import { dayInWords } from "./dates.ts";
import { deferralWords } from "./deferrals.ts";
import { pmsmpProblem } from "./pmsmp.ts";
import { shorten } from "./problems.ts";

export { deferralWords };

export const cancelReasonsOfAction: Readonly<Record<CancelReason, string>> = {
  person: "La personne ne le souhaite plus",
  host: "La structure d'accueil ne peut plus recevoir",
  unsigned: "La convention n'est pas signée à temps",
  other: "Autre raison",
};
export const settlingWords: Readonly<Record<Pmsmp["childcare"], string>> = {
  settled: "C'est réglé",
  toSettle: "Reste à régler",
  none: "Rien à régler",
};

export const actionWords = {
  titles: { new: "Planifier une action", edit: "Modifier l'action", renew: "Renouveler l'immersion" },
  types: {
    pmsmp: "Immersion professionnelle (PMSMP)",
    differee: "Différer la première action",
  } satisfies Record<typeof PMSMP | typeof PUT_OFF, string>,
  yes: "Oui",
  no: "Non",
  otherHost: "Non, c'est une autre structure",
  sameHostAsked: "Est-ce la même structure ?",
  noSession: "Sans séance prévue ici : donner les dates",
  free: "Refuser une action ou l'arrêter est sans conséquence pour la personne. Dites-le-lui.",
  accident:
    "En cas d'accident sur place ou sur le trajet : la structure vous prévient dans les 24 heures, et le PLIE fait la déclaration dans les 48 heures.",
  manyHours: (warned: number, most: number): string =>
    `Au-dessus de ${String(warned)} h par semaine (${String(most)} h au plus), dites dans la convention pourquoi ces horaires sont utiles.`,
  bilan: "Faire le bilan",
  seeBilan: "Revoir le bilan",
  deferred: ({ on, reason, againOn }: ActionDeferral): string =>
    `Première action différée le ${dayInWords(on)} (${deferralWords[reason].toLocaleLowerCase("fr")}). À revoir le ${dayInWords(againOn)}.`,
  none: "Aucune action pour l'instant.",
} as const;

const NEEDED: Partial<Readonly<Record<ActionField, string>>> = {
  objective: "choisissez un objectif, et un seul.",
  job: "dites quel métier est essayé.",
  host: "écrivez le nom de la structure d'accueil.",
  followUp: "pour initier un recrutement, dites ce que l'employeur fera ensuite.",
  postFree: "demandez-le à la structure : une immersion ne remplace personne.",
  childcare: "demandez-le à la personne.",
  meals: "demandez-le à la personne.",
  transport: "demandez-le à la personne.",
  hoursPerWeek: "dites combien d'heures par semaine.",
  why: "dites pourquoi l'objectif n'est pas atteint.",
  session: "choisissez une séance, ou donnez les dates vous-même.",
  reason: "choisissez pourquoi.",
  words: "dites-en un peu plus.",
  againOn: "dites quand vous en reparlez ensemble.",
};

const typedProblem = (problem: TypedProblem): string => {
  switch (problem.code) {
    case "missing":
      return NEEDED[problem.field] ?? "indiquez cette date.";
    case "notADate":
      return "cette date n'existe pas, ou je ne l'ai pas comprise. Écrivez-la ainsi : 12/03/2027.";
    case "tooFar":
      return "cette date est trop loin. Vérifiez l'année.";
    case "tooEarly":
      return "cette date est avant l'orientation de la personne. Vérifiez l'année.";
    case "inTheFuture":
      return "cette date est dans le futur : notez-la quand tout le monde a signé.";
    case "notAhead":
      return "choisissez une date à venir.";
    case "notHours":
      return "écrivez un nombre d'heures, par exemple 28 ou 17,5.";
    case "notSiret":
      return "ce n'est pas un SIRET : quatorze chiffres. Laissez vide s'il n'est pas connu.";
    case "endsBefore":
      return "la fin est avant le début.";
    case "askIfSame":
      return "une structure au nom très proche est déjà connue. Dites si c'est la même : les jours d'immersion s'y additionnent.";
    case "tooLong":
      return shorten(problem.over + problem.limit, problem.limit);
  }
};

const isTyped = (problem: ActionProblem): problem is TypedProblem => TYPED.has(problem.code);
const TYPED: ReadonlySet<string> = new Set([
  "missing",
  "notADate",
  "tooFar",
  "tooEarly",
  "inTheFuture",
  "notAhead",
  "notHours",
  "notSiret",
  "askIfSame",
]);

export const actionProblem = (problem: ActionProblem): string => {
  if ("over" in problem || isTyped(problem)) return typedProblem(problem);
  return pmsmpProblem(problem);
};

const signProblemWords = {
  missing: "indiquez la date de la dernière signature.",
  notADate: "cette date n'existe pas, ou je ne l'ai pas comprise. Écrivez-la ainsi : 12/03/2027.",
  inTheFuture: "cette date est dans le futur : notez-la quand tout le monde a signé.",
  tooEarly: "cette date est trop ancienne. Vérifiez l'année.",
} as const;

export const signProblem = (problem: SignProblem): string =>
  problem.code === "signedAfter"
    ? `l'immersion commence le ${dayInWords(problem.from)}, et elle ne commence pas avant la dernière signature. Changez d'abord ses dates avec « Modifier ».`
    : signProblemWords[problem.code];

const hostLine = (host: Host | null): string => (host === null ? "" : ` · ${host.name}`);

const stateOf = ({ state, until }: Action, today: Day): string => {
  if (state === "done") return "bilan fait";
  if (state === "cancelled") return "annulée";
  return until < today ? "bilan à faire" : "prévue";
};

export const actionLine = (action: Action, host: Host | null, framework: Framework, today: Day): string => {
  const kind = framework.activation.kinds.find(({ id }) => id === action.what)?.label ?? null;
  return `${kindWords({ kind, action })}${hostLine(host)} · ${daysOf({ action })} · ${stateOf(action, today)}`;
};

export const seenWords = {
  labels: {
    when: "Dates",
    objective: "Objectif",
    job: "Métier essayé",
    host: "Structure d'accueil",
    contact: "Contact",
    hours: "Heures par semaine",
    convention: "Convention",
    followUp: "Suite annoncée",
    childcare: "Garde des enfants",
    meals: "Repas",
    transport: "Trajet",
    renews: "Renouvellement",
    state: "État",
  },
  signedOn: (on: Day): string => `signée par toutes les parties le ${dayInWords(on)}`,
  unsigned: "pas encore signée par toutes les parties : l'immersion ne commence pas avant",
  begunUnsigned:
    "Le premier jour est arrivé et la convention n'est pas signée par toutes les parties : l'immersion ne commence pas. Notez la signature si elle a eu lieu, ou changez les dates.",
  cancelled: (on: Day, reason: CancelReason): string =>
    `annulée le ${dayInWords(on)} : ${cancelReasonsOfAction[reason].toLocaleLowerCase("fr")}`,
  hours: (hours: number): string => `${String(hours).replace(".", ",")} h`,
  stateOf,
} as const;

export const actionMoveWords: Readonly<
  Record<ActionMove, { readonly title: string; readonly lines: readonly string[]; readonly act: string }>
> = {
  sign: {
    title: "Convention signée",
    lines: [
      "La personne, la structure d'accueil et le PLIE ont signé ; la ou le représentant·e légal·e aussi avant 18 ans.",
    ],
    act: "Noter la signature",
  },
  cancel: {
    title: "Annuler l'action",
    lines: [
      "Refuser une action ou l'arrêter est sans conséquence pour la personne.",
      "Si elle a commencé puis s'est arrêtée, faites plutôt son bilan : ce qui a été vu est utile.",
    ],
    act: "Annuler l'action",
  },
};
export const chooseReason = "choisissez pourquoi.";
