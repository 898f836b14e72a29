/** Words of *Rencontrer*: what was tried, what to try next, and messages to adapt. None says why the person is looked for. */
import type { ContactField, ContactProblem } from "../domain/outreach/contact-from-inputs.ts";
import type { NextStep } from "../domain/outreach/next-step.ts";
import type { Attempt, AttemptResult, AttemptWay, Reach } from "../domain/outreach/records.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { dayInWords, shortDay } from "./dates.ts";
import { enumerated, lowerFirst } from "./lists.ts";
import { dateProblemWords } from "./problems.ts";

export const wayWords: Readonly<Record<AttemptWay, string>> = {
  call: "Appel",
  sms: "SMS",
  letter: "Courrier",
  email: "Courriel",
  visit: "Visite avec un service de la commune",
  prescriber: "Par le prescripteur",
};

export const attemptResultWords: Readonly<Record<AttemptResult, string>> = {
  appointment: "Rendez-vous pris",
  spoke: "Échange avec la personne, sans rendez-vous",
  message: "Message ou proposition laissés",
  noAnswer: "Pas de réponse",
  wrongContact: "Numéro ou adresse qui ne sont plus les siens",
  notNow: "Pas maintenant : à recontacter plus tard",
};

export const outreachWords = {
  title: (givenName: string): string =>
    givenName.trim() === "" ? "Rencontrer la personne" : `Rencontrer ${givenName.trim()}`,
  nothingTried: "Rien n'a encore été tenté.",
  earlier: (count: number): string =>
    count === 1 ? "et 1 démarche plus ancienne" : `et ${String(count)} démarches plus anciennes`,
  noWayKnown: "Ni téléphone, ni courriel, ni adresse connus : demandez-les au prescripteur, ou complétez la fiche.",
  noPreference: "Pas de préférence",
  reachNotAsked: "Façon d'être joint·e : pas encore demandée.",
  noMessage: "Ne pas laisser de message (ni répondeur, ni SMS).",
  language: (language: string, interpreter: boolean): string =>
    interpreter ? `Langue : ${language}, avec interprète.` : `Langue : ${language}.`,
} as const;

/** How the person can be reached, a line each. */
export const reachLines = (
  { phone, email, address, reach, language }: Pick<Identity, "phone" | "email" | "address" | "reach" | "language">,
  interpreter: boolean,
): readonly string[] => {
  const known = [phone, email, address].filter((one) => one !== null);
  const wanted = reach?.way ?? null;
  return [
    known.length === 0 ? outreachWords.noWayKnown : known.join(" · "),
    ...(reach === null ? [outreachWords.reachNotAsked] : []),
    ...(wanted === null ? [] : [`Préfère : ${lowerFirst(wayWords[wanted])}.`]),
    ...(reach?.noMessage === true ? [outreachWords.noMessage] : []),
    ...(language === "" ? [] : [outreachWords.language(language, interpreter)]),
  ];
};

const WHY = {
  missed: "le premier rendez-vous n'a pas eu lieu",
  late: "le premier entretien n'a pas encore eu lieu",
} as const;

interface Meeting extends Pick<CaseFile, "orientedOn" | "outreach" | "appointment"> {
  /** Null: nobody met the person yet. */
  readonly entry: object | null;
}

/** Where the meeting stands, a line each. */
export const meetingLines = ({ orientedOn, entry, outreach, appointment }: Meeting, today: Day): readonly string[] => [
  ...(entry === null ? [`Orientation reçue le ${dayInWords(orientedOn)}, pas encore de premier entretien.`] : []),
  ...(outreach === null ? [] : [`Aller vers depuis le ${shortDay(outreach.openedOn, today)} : ${WHY[outreach.why]}.`]),
  ...(outreach?.goesOn === undefined
    ? []
    : [
        `Point fait le ${shortDay(outreach.reviewedOn ?? today, today)} : ${lowerFirst(wayWords[outreach.goesOn.way])}, jusqu'au ${shortDay(outreach.goesOn.until, today)}.`,
      ]),
  ...(appointment === null
    ? []
    : [
        appointment.missedOn === null
          ? `Rendez-vous le ${dayInWords(appointment.on)}.`
          : `Le rendez-vous du ${shortDay(appointment.on, today)} n'a pas eu lieu.`,
      ]),
];

/** « 3 nov. · Appel · Pas de réponse ». */
export const attemptLine = ({ on, way, result, appointmentOn }: Attempt, today: Day): string =>
  [
    shortDay(on, today),
    wayWords[way],
    attemptResultWords[result],
    ...(appointmentOn === null ? [] : [`rendez-vous le ${shortDay(appointmentOn, today)}`]),
  ].join(" · ");

const REASONS: Readonly<Record<NextStep["why"], string>> = {
  asked: "c'est ce que la personne préfère",
  notTried: "pas encore essayé",
  leastTried: "à un autre moment de la journée ou de la semaine",
};
const WAITS = {
  answer: "Un message est resté : laissez d'abord le temps de répondre.",
  later: "La personne a dit « pas maintenant » : laissez-lui le temps, puis reprenez contact sans insister.",
} as const;
const WRONG = { phone: "le téléphone", email: "le courriel", address: "l'adresse" } as const;

/** The next step, in a sentence or two. */
export const nextStepWords = ({ way, why, wait, wrong }: NextStep): readonly string[] => [
  ...(wait === null ? [] : [WAITS[wait]]),
  `${wayWords[way]} : ${REASONS[why]}.`,
  ...(wrong.length === 0 ? [] : [`À redemander : ${enumerated(wrong.map((one) => WRONG[one]))}.`]),
];

interface Writer {
  readonly givenName: string;
  /** Null: the name is to be written. */
  readonly referent: string | null;
  readonly plie: string;
  readonly orientedOn: Day;
  readonly reach: Reach | null;
}

const NUMBER = "[votre numéro]";
const hello = ({ givenName }: Writer): string =>
  givenName.trim() === "" ? "Bonjour," : `Bonjour ${givenName.trim()},`;
const me = ({ referent }: Writer): string => referent ?? "[votre nom]";

const called = (by: Writer): string =>
  by.reach?.noMessage === true
    ? "Pas de message sur le répondeur : la personne l'a demandé. Réessayez à un autre moment."
    : `« Bonjour, ici ${me(by)}, pour ${by.givenName.trim() || "la personne"}. Vous pouvez me rappeler quand vous le souhaitez au ${NUMBER}. Bonne journée. »`;

const texted = (by: Writer): string =>
  `${hello(by)} ici ${me(by)}. J'aimerais vous parler, au moment qui vous convient. Vous pouvez me répondre ici ou m'appeler au ${NUMBER}. Merci, et bonne journée.`;

const written = (by: Writer): string =>
  [
    hello(by),
    `Je m'appelle ${me(by)}. Je vous propose un rendez-vous pour faire connaissance. Le jour, le lieu et la façon (sur place, au téléphone, ailleurs) se choisissent avec vous.`,
    `Vous pouvez répondre à ce message ou m'appeler au ${NUMBER}. Si ce n'est pas le bon moment, dites-le-moi : nous en choisirons un autre.`,
    `Bien à vous,\n${me(by)}`,
  ].join("\n\n");

const posted = (by: Writer): string =>
  [
    hello(by),
    `Je m'appelle ${me(by)} et je travaille au ${by.plie}. Je vous propose un rendez-vous pour faire connaissance : le [date], à [heure], [lieu].`,
    `Un autre jour, un autre lieu ou le téléphone vous vont mieux ? Appelez-moi au ${NUMBER} ou écrivez-moi : [votre courriel]. Une personne de votre choix peut vous accompagner.`,
    `Bien à vous,\n${me(by)}`,
  ].join("\n\n");

const visited = (by: Writer): string =>
  `Bonjour, je suis ${me(by)}, du ${by.plie}. Je cherche à proposer un rendez-vous à une personne de votre commune. Pourriez-vous m'aider à la joindre, ou venir la voir avec moi, si elle en est d'accord ?`;

const asked = (by: Writer): string =>
  `Bonjour, je suis ${me(by)}, du ${by.plie}. Votre orientation du ${dayInWords(by.orientedOn)} est bien reçue ; la personne n'a pas encore été rencontrée. Avez-vous une autre façon de la joindre, ou pouvons-nous lui proposer un rendez-vous ensemble ?`;

interface Message {
  readonly title: string;
  readonly write: (by: Writer) => string;
}
const MESSAGES: Readonly<Record<AttemptWay, Message>> = {
  call: { title: "Si un répondeur décroche, à adapter", write: called },
  sms: { title: "SMS à adapter", write: texted },
  email: { title: "Courriel à adapter (objet : Prendre contact)", write: written },
  letter: { title: "Courrier à adapter (enveloppe fermée, sans nom de service)", write: posted },
  visit: { title: "À dire au service de la commune, à adapter", write: visited },
  prescriber: { title: "À dire au prescripteur, à adapter", write: asked },
};

/** Says who writes and how to answer; presses nobody, and tells a third person nothing. */
export const messageToAdapt = (way: AttemptWay, by: Writer): { readonly title: string; readonly text: string } => ({
  title: MESSAGES[way].title,
  text: MESSAGES[way].write(by),
});

const CONTACT_PROBLEMS: Readonly<Record<Exclude<ContactProblem, keyof typeof dateProblemWords>, string>> = {
  missing: "choisissez comment la personne a été contactée.",
  nothingToNote: "choisissez ce que cela a donné, ou indiquez un rendez-vous.",
  appointmentMissing: "indiquez la date du rendez-vous pris.",
  noAppointment: "une date de rendez-vous va avec « Rendez-vous pris », un échange ou une proposition laissée.",
  tooFar: "cette date est loin. Vérifiez l'année.",
};
export const contactProblem = (_field: ContactField, problem: ContactProblem): string =>
  ({ ...dateProblemWords, ...CONTACT_PROBLEMS })[problem];

export const reviewOutreachWords = {
  about: (openedOn: string): string =>
    `Les démarches pour rencontrer la personne ont commencé le ${openedOn}. Aucun parcours ne s'arrête tout seul : décidez comment continuer, et quand en reparler.`,
  problems: {
    missing: "ce choix est à faire.",
    notADate: dateProblemWords.notADate,
    past: "cette date est passée.",
    tooFar: "trois mois au plus : le point se refait avant.",
  },
} as const;

export const contactTabWords = {
  title: "Contacts",
  tried: "Ce qui a été tenté pour rencontrer la personne",
  stays: "Ces démarches restent au PLIE et ne comptent jamais contre la personne.",
  on: "Date",
  way: "Comment",
  result: "Ce que cela a donné",
  by: "Par",
  ended: "Fin du parcours",
  door: "Porte ouverte",
  print: "Imprimer ou envoyer",
} as const;
