/** Words of *Passage de relais*: where it stands, what comes next, and why a step is not taken now. */
import type {
  CLOSED_BECAUSE,
  Handover,
  HandoverAnswer,
  RefusalReason,
  Sending,
  STILL,
} from "../domain/handover/records.ts";
import type { HandoverState } from "../domain/handover/standing.ts";
import type { HandoverStep } from "../domain/handover/codes.ts";
import type { HANDOVER_KINDS } from "../domain/participant/clock-facts.ts";
import { dayInWords } from "./dates.ts";
import { enumerated } from "./lists.ts";

type Kind = (typeof HANDOVER_KINDS)[number];

export const handoverKindWords: Readonly<Record<Kind, string>> = {
  reorient: "Passage de relais",
  relay: "Relais",
};

export const handoverStateWords: Readonly<Record<HandoverState, string>> = {
  preparing: "À préparer",
  sent: "Envoyé, réponse attendue",
  refused: "Refusé par le partenaire",
  accepted: "Accepté par le partenaire",
  secured: "Premier rendez-vous tenu",
  followed: "Terminé",
  closed: "Arrêté",
};

export const refusalReasonWords: Readonly<Record<RefusalReason, string>> = {
  full: "Plus de place",
  notEligible: "Conditions non remplies",
  incomplete: "Demande incomplète",
  otherNeed: "Ne répond pas à ce besoin",
  person: "La personne ne souhaite plus y aller",
  other: "Autre raison",
};

const handoverAnswerWords: Readonly<Record<HandoverAnswer, string>> = {
  accepted: "Accepté",
  refused: "Refusé",
  expired: "Sans réponse",
};

export const answerChoiceWords = {
  accepted: "Le partenaire accepte",
  refused: "Le partenaire refuse",
  none: "Pas de réponse : passer à la solution de secours",
} as const;

const closedWords: Readonly<Record<(typeof CLOSED_BECAUSE)[number], string>> = {
  followed: "terminé",
  undone: "arrêté : une autre décision a été prise",
  stays: "arrêté : la personne reste au PLIE",
  givenUp: "arrêté avec la personne",
};

const stillWords: Readonly<Record<(typeof STILL)[number], string>> = {
  yes: "La personne est toujours suivie",
  no: "La personne n'est plus suivie",
  unknown: "On ne sait pas si la personne est toujours suivie",
};

const SHEET_LABELS: Readonly<Record<keyof Handover["sheet"], string>> = {
  asks: "Ce que la personne demande",
  helps: "Ce qui aide déjà",
  useful: "Utile pour bien la recevoir",
  practical: "Pratique : disponibilités, langue, comment la joindre",
};
export const sheetLabels = SHEET_LABELS;

export const handoverWords = {
  list: "Passages de relais",
  none: "Aucun passage de relais n'est en cours.",
  toBeChosen: "Structure à choisir",
  urgent: (confirmed: boolean): string =>
    confirmed ? "Passage urgent, confirmé en cellule" : "Passage urgent, à confirmer à la prochaine cellule",
  paused: "En attente : un réexamen est demandé. Rien n'est envoyé avant la seconde décision.",
  stayResponsible: "Vous restez référent·e jusqu'au premier rendez-vous tenu.",
  fallback: (name: string): string => `Sinon : ${name}`,
  staysHere: "Aucune autre : la personne reste au PLIE",
  otherwiseStays: "la personne reste au PLIE",
  decided: (day: string): string => `Décidé le ${day}`,
  due: {
    sheet: "Écrivez la fiche pour le partenaire avec la personne, et choisissez où aller s'il ne peut pas la recevoir.",
    agreement: "Relisez la fiche avec la personne. Sans son accord, elle ne part pas.",
    refer: (body: string): string => `La personne reçoit le RSA : transmettez d'abord la proposition ${body}.`,
    referred: "Attendez la réponse de l'organisme référent, puis notez-la ici.",
    referringRefused: "L'organisme référent ne donne pas son accord : la situation est à revoir en cellule.",
    send: "Envoyez la fiche au partenaire, puis notez le jour de l'envoi.",
    sent: (reminder: number, call: number, fallback: number): string =>
      `Attendez la réponse du partenaire. Sans réponse : relancez-le à ${reminder} jours, appelez-le à ${call} jours, passez à la solution de secours à ${fallback} jours.`,
    refused: "Passez à la solution de secours. La fiche est relue avec la personne, pour ce nouveau partenaire.",
    refusedStays:
      "Il était prévu que la personne reste au PLIE. Dites-lui la réponse, puis appuyez sur « Solution de secours » : ce passage de relais s'arrête, et son parcours continue avec vous.",
    refusedNoOther:
      "Aucune autre solution n'est prévue : choisissez-en une avec la personne, ou revoyez la situation en cellule.",
    appointment: "Notez le jour du premier rendez-vous avec le partenaire.",
    appointmentGiven: "Après le rendez-vous, demandez à la personne et au partenaire s'il a eu lieu.",
    byPersonOnly: "Confirmé par la personne seulement : ce n'est pas encore sécurisé. Rappelez le partenaire.",
    secured: "Trois mois après, demandez si la personne est toujours suivie.",
    notFollowed: "La personne n'est plus suivie : proposez-lui de revenir. Un nouveau parcours peut commencer.",
  },
  /** In the order in which they happened. */
  lines: {
    referred: (day: string): string => `Proposition transmise le ${day}`,
    referAccepted: (day: string): string => `Accord de l'organisme référent le ${day}`,
    referRefused: (day: string): string => `Pas d'accord de l'organisme référent, le ${day}`,
    agreed: (day: string): string => `Fiche lue et acceptée par la personne le ${day}`,
    sent: (day: string, to: string): string => `Envoyé le ${day} à ${to}`,
    reminded: (day: string): string => `Relancé le ${day}`,
    called: (day: string): string => `Appelé le ${day}`,
    appointment: (day: string): string => `Premier rendez-vous le ${day}`,
    byPerson: (day: string): string => `Rendez-vous confirmé par la personne le ${day}`,
    byPartner: (day: string): string => `Rendez-vous confirmé par le partenaire le ${day}`,
    unreached: (day: string): string => `Partenaire injoignable le ${day}`,
    closed: (day: string, why: string): string => `Le ${day} : ${why}`,
    still: (day: string, still: string): string => `${still}, le ${day}`,
  },
  buttons: {
    sheet: "Fiche pour le partenaire",
    answer: "Réponse du partenaire",
    appointment: "Premier rendez-vous",
    print: "Imprimer la fiche",
    all: "Passages de relais",
    again: "Nouvelle personne orientée",
    review: "Voir l'étude",
    prepare: "Préparer le passage de relais",
  },
  form: {
    kept: "Rien d'autre n'est transmis : ni niveau, ni point urgent, ni diagnostic, ni absence.",
    prefilled: "Proposé à partir de ce que la personne peut lire d'elle-même. Changez ce qu'il faut avec elle.",
    agreementAgain: "Si vous changez la fiche ou le partenaire, l'accord de la personne est demandé de nouveau.",
    priorities: (domains: readonly string[]): string =>
      domains.length === 0 ? "" : `Ce qui compte d'abord pour la personne : ${enumerated([...domains])}.`,
    language: (language: string): string => `Langue : ${language}.`,
    interpreter: "Un·e interprète est utile.",
    reach: (how: string): string => `Joindre au ${how}.`,
    noneYet: "Pas encore décidé",
    otherStructure: "Une autre structure",
  },
} as const;

export const stepButtonWords: Readonly<Record<HandoverStep, string>> = {
  refer: "Proposition transmise",
  referAccepted: "Organisme référent : d'accord",
  referRefused: "Organisme référent : pas d'accord",
  agree: "La personne est d'accord",
  send: "Fiche envoyée",
  remind: "Partenaire relancé",
  call: "Partenaire appelé",
  next: "Solution de secours",
  heldPerson: "La personne confirme le rendez-vous",
  heldPartner: "Le partenaire confirme le rendez-vous",
  unreached: "Partenaire injoignable",
  stillYes: "Toujours suivie",
  stillNo: "Plus suivie",
  stillUnknown: "On ne sait pas",
  giveUp: "Arrêter ce relais",
};

type SendingTold = Omit<Sending, "words" | "to"> & { readonly to: Pick<Sending["to"], "name"> };
/** What lines are made of: nothing that was written. */
type Told = Pick<Handover, "decidedOn" | "referring" | "revised" | "behind" | "held" | "followed" | "closed"> & {
  readonly agreed: Pick<NonNullable<Handover["agreed"]>, "on" | "revised"> | null;
  readonly sendings: readonly SendingTold[];
  readonly appointment: Pick<NonNullable<Handover["appointment"]>, "on"> | null;
};

/** One sending and what came of it, a line each. */
const sendingLines = ({ on, to, remindedOn, calledOn, answer, answeredOn, reason }: SendingTold): readonly string[] => {
  const { lines } = handoverWords;
  const why = reason === null ? "" : ` (${refusalReasonWords[reason].toLocaleLowerCase("fr")})`;
  return [
    lines.sent(dayInWords(on), to.name),
    ...(remindedOn === null ? [] : [lines.reminded(dayInWords(remindedOn))]),
    ...(calledOn === null ? [] : [lines.called(dayInWords(calledOn))]),
    ...(answer === null || answeredOn === null
      ? []
      : [`${handoverAnswerWords[answer]} le ${dayInWords(answeredOn)}${why}`]),
  ];
};

/** Everything that happened, in order. */
export const handoverLines = (handover: Told): readonly string[] => {
  const { lines } = handoverWords;
  const { referring, agreed, revised, sendings, behind, appointment, held, followed, closed, decidedOn } = handover;
  const dated = (day: string | null, say: (day: string) => string): readonly string[] =>
    day === null ? [] : [say(dayInWords(day))];
  return [
    handoverWords.decided(dayInWords(decidedOn)),
    ...dated(referring?.sentOn ?? null, lines.referred),
    ...dated(referring?.answeredOn ?? null, referring?.answer === "refused" ? lines.referRefused : lines.referAccepted),
    ...sendings.slice(0, behind).flatMap(sendingLines),
    ...(agreed?.revised === revised ? dated(agreed.on, lines.agreed) : []),
    ...sendings.slice(behind).flatMap(sendingLines),
    ...dated(appointment?.on ?? null, lines.appointment),
    ...dated(held.byPerson, lines.byPerson),
    ...dated(held.byPartner, lines.byPartner),
    ...(held.byPartner === null ? dated(held.unreachedOn, lines.unreached) : []),
    ...(followed === null ? [] : [lines.still(dayInWords(followed.on), stillWords[followed.still])]),
    ...(closed === null || closed.because === "followed"
      ? []
      : [lines.closed(dayInWords(closed.on), closedWords[closed.because])]),
  ];
};
