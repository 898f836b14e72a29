/** What the prescriber hears: received, met or not, route. One sentence each, and never anything else. */
import type { Told } from "../domain/outreach/codes.ts";
import type { PrescriberReturn, Route } from "../domain/outreach/told.ts";
import { dayInWords } from "./dates.ts";
import { leadLabel } from "./lead.ts";

export const prescriberWords = {
  title: "Retour au prescripteur",
  subject: "Suite donnée à votre orientation",
  hello: "Bonjour,",
  about: (name: string): string => `Personne orientée : ${name}`,
  goodbye: "Merci de votre confiance. Nous restons à votre disposition.",
  only: "Rien d'autre n'est transmis : ni diagnostic, ni niveaux, ni démarches.",
  noPrescriber: "La fiche ne dit pas qui a orienté la personne.",
  email: "Écrire un courriel",
  told: (what: string, on: string, by: string | null): string =>
    by === null ? `${what} : dit le ${on}.` : `${what} : dit le ${on} par ${by}.`,
  notTold: "Rien n'a encore été dit au prescripteur.",
  toSay: "À dire maintenant :",
  signature: "Date et signature :",
} as const;

export const toldWords: Readonly<Record<Told, string>> = {
  received: "Orientation reçue",
  met: "Personne rencontrée",
  notMet: "Personne non rencontrée",
  route: "Suite du parcours",
};

const MET: Readonly<Record<PrescriberReturn["met"], string>> = {
  met: "La personne a été rencontrée.",
  notYet: "La personne n'a pas encore été rencontrée.",
  notMet: "La personne n'a pas été rencontrée.",
};

const ROUTES: Readonly<Record<Exclude<Route["kind"], "handedOver">, (plie: string) => string>> = {
  notYet: () => "La suite se décidera avec elle, après un premier entretien.",
  deciding: () => "La suite se décide avec elle, dans les quatre mois qui suivent l'entrée.",
  stays: (plie) => `Elle poursuit son parcours avec le ${plie}.`,
  finished: (plie) => `Son parcours avec le ${plie} est terminé.`,
  ended: (plie) => `Son parcours avec le ${plie} a pris fin ; la porte lui reste ouverte.`,
  endedForGood: (plie) => `Son parcours avec le ${plie} a pris fin.`,
};

const routeSentence = (route: Route, plie: string, framework: Parameters<typeof leadLabel>[0]): string => {
  if (route.kind !== "handedOver") return ROUTES[route.kind](plie);
  const to = route.to === null ? "" : leadLabel(framework, route.to);
  if (route.received)
    return to === "" ? "Un partenaire l'accompagne désormais." : `Elle est accompagnée désormais par : ${to}.`;
  return to === ""
    ? "Un passage de relais se prépare avec elle."
    : `Un passage de relais se prépare avec elle vers : ${to}.`;
};

/** The three sentences. */
export const prescriberSentences = (
  { receivedOn, met, route }: PrescriberReturn,
  plie: string,
  framework: Parameters<typeof leadLabel>[0],
): readonly [received: string, met: string, route: string] => [
  `Nous avons reçu votre orientation le ${dayInWords(receivedOn)}.`,
  MET[met],
  routeSentence(route, plie, framework),
];
