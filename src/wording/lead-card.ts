/** What stands around the lead on its card, and beside each other lead. */
import type { DirectoryHead } from "../domain/offer/records.ts";
import { dayInWords, dayOfInstant } from "./dates.ts";
import { withdrawnWords } from "./lead.ts";
import { lowerFirst, ofName, quoted } from "./lists.ts";

interface Conditioned {
  readonly label: string;
  readonly conditions: readonly string[];
}
const withConditions = (items: readonly Conditioned[]): string =>
  items.map(({ label, conditions }) => `${label} (${conditions.join(", ")})`).join(" ; ");

/** Other leads, and what keeps each from being first: one line for each reason. */
export const candidateWords = {
  equivalents: (labels: readonly string[]): string =>
    `${labels.length === 1 ? "Piste équivalente" : "Pistes équivalentes"} : ${labels.join(" ; ")}.`,
  full: (label: string, delay: string | null, alternative: string | null): string =>
    [
      `${label} : complet${delay === null ? "" : `, ${delay}`}.`,
      alternative === null
        ? "Aucune autre piste de même force n'a de place aujourd'hui."
        : `Il reste de la place : ${alternative}.`,
    ].join(" "),
  soon: (items: readonly Conditioned[]): string =>
    `Possible dès que la demande est acceptée : ${withConditions(items)}.`,
  toVerify: (items: readonly Conditioned[]): string => `Éligibilité à vérifier : ${withConditions(items)}.`,
  excluded: (items: readonly Conditioned[]): string =>
    `${items.length === 1 ? "Piste fermée" : "Pistes fermées"} par une condition du partenaire : ${withConditions(items)}.`,
  prescribed: (label: string): string =>
    `Vient d'orienter la personne vers le PLIE, donc ne passe pas en premier : ${label}.`,
} as const;

/** What stands around the lead on its card. */
export const leadWords = {
  /** On the synthesis: the référent's button, and the one of other readers. */
  openMine: "Ma préconisation et la piste",
  openTheirs: "Préconisation et piste",
  mine: "Votre préconisation",
  theirs: (referent: string | undefined): string =>
    referent === undefined ? "Préconisation" : `Préconisation ${ofName(referent)}`,
  method: "Piste de la méthode",
  when: (moment: string): string => `Écrit ${moment}.`,
  before: (choice: string, why: string): string =>
    `Avant de voir la piste : ${choice}.${why === "" ? "" : ` ${quoted(why)}`}`,
  why: (why: string): string => (why === "" ? withdrawnWords : quoted(why)),
  aside: (moment: string, reason: string): string => `Piste écartée ${moment} : ${lowerFirst(reason)}.`,
  asideOfAnother: "C'était une autre piste que celle d'aujourd'hui.",
  withdrawnLead: "La piste montrée auparavant : retirée à la demande de la personne.",
  wishNotKnown:
    "On ne sait pas encore si la personne cherche un emploi maintenant : à lui demander, puis à noter dans « Situation ».",
  wishDeclined:
    "La personne ne souhaite pas dire si elle cherche un emploi maintenant : c'est son droit, la méthode continue.",
  urgentElsewhere: "Un point urgent est en cours.",
  toDiscuss: (label: string): string => `${label}, à discuter avec la personne`,
  needToVerify: (domain: string, services: string): string => `${domain}, éligibilité à vérifier : ${services}.`,
  worked: (label: string, domains: string): string => `${label} s'en occupe directement : ${domains}.`,
  withConditions: (service: string, conditions: readonly string[]): string =>
    conditions.length === 0 ? service : `${service} (${conditions.join(", ")})`,
  later: (domains: string): string => `Plus tard, quand ce sera une priorité : ${domains}.`,
  /** A priority that neither the lead, a step nor a relay takes up, though something exists. */
  priorityLater: (domains: string): string =>
    `Priorité de la personne, pas encore prise en charge ici : ${domains}. Des services existent : voir « Services ».`,
  unmet: (domains: string): string =>
    `Personne n'y répond aujourd'hui sur le territoire : ${domains}. Ce manque compte, il est dit à la coordinatrice.`,
  saturated: (domains: string): string => `Tout est complet aujourd'hui pour : ${domains}.`,
  noPriority:
    "Les relais se choisissent avec les priorités de la personne, et aucune n'est notée. Pour en noter une : continuer le diagnostic, ouvrir le domaine, choisir « Priorité pour la personne ».",
  versions: (framework: string, directory: string): string => `Référentiel ${framework} · ${directory}`,
  reasonMissing: "choisissez une raison pour écarter la piste.",
  recommendFirst: "Votre avis d'abord : la piste de la méthode s'affichera juste après, à côté du vôtre.",
  recommendAgain:
    "La piste a déjà été lue. Vous pouvez changer d'avis : ce que vous aviez écrit avant de la lire reste gardé à côté.",
} as const;

/** « répertoire n° 3 du 24 novembre 2026, fictif »; undefined: nothing was read. */
export const directoryWords = (
  directory: Pick<DirectoryHead, "number" | "at" | "fictional"> | undefined,
  timeZone: string,
): string =>
  directory === undefined
    ? "répertoire des services vide"
    : `répertoire n° ${directory.number} du ${dayInWords(dayOfInstant(directory.at, timeZone))}${directory.fictional ? ", fictif" : ""}`;
