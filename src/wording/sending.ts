/** *Envois à vérifier*: what was sent about a review, or to remind a member, and may not have arrived, or was refused by Teams. Never a word about a person. */
import type { SendTrouble } from "../domain/review/records.ts";

type What = SendTrouble["what"];
type How = NonNullable<SendTrouble["settled"]>["how"];

/** Why a sending is here. A reason that is not listed reads as Teams' refusal. */
const reasonWords: Readonly<Record<string, string>> = {
  unknown: "Teams n'a pas confirmé l'arrivée",
  tooLate: "Teams était trop occupé, l'envoi a trop attendu",
  noChat: "sa conversation avec Repère n'est pas ouverte",
  blocked: "Repère est bloqué ou retiré de sa conversation",
  notInstalled: "Repère n'y est plus installé",
  disabledByAdmin: "l'administration de Teams a désactivé Repère",
  conversationNotFound: "le canal ou la conversation n'existe plus",
  activityNotFound: "la carte a été supprimée du canal",
  notFound: "Teams ne trouve pas où l'envoyer",
  notAllowed: "Teams ne permet pas à Repère d'y écrire",
  wrongHost: "Teams a changé l'adresse de Repère",
  serviceUrl: "l'adresse de Teams n'est pas reconnue",
  credentials: "Teams n'a pas reconnu Repère",
  tooBig: "trop long pour Teams",
};
const OTHERWISE = "Teams l'a refusé";

export const sendingReason = (reason: string): string =>
  Object.hasOwn(reasonWords, reason) ? (reasonWords[reason] ?? OTHERWISE) : OTHERWISE;

export const sendingWords = {
  heading: "Envois à vérifier",
  /** On *Accueil*. */
  waiting: "Envois à vérifier",
  none: "Aucun envoi à vérifier : tout est arrivé.",
  count: (waiting: number, shown: number): string => {
    const stay =
      waiting === 1 ? "Il reste ici tant que personne n'a agi." : "Ils restent ici tant que personne n'a agi.";
    const those = waiting > shown ? `, les ${shown} plus anciens d'abord` : "";
    return `${waiting} ${waiting === 1 ? "envoi" : "envois"} à vérifier${those}. ${stay}`;
  },
  someone: "une personne de l'équipe",
  /** What is about no review reminds a member of what they have to do. */
  reminder: "Un rappel",
  what: {
    post: (cell: string | null) => `carte à publier${cell === null ? "" : `, ${cell}`}`,
    edit: (cell: string | null) => `carte à mettre à jour${cell === null ? "" : `, ${cell}`}`,
  } satisfies Readonly<Record<Exclude<What, "message">, (cell: string | null) => string>>,
  message: (to: string): string => `message pour ${to}`,
  line: (parts: readonly string[]): string => parts.join(" · "),
} as const;

/** The question about one sending. `review` is « situation 2026-001 ». */
export const sendingAskWords = {
  inChannel: (review: string): string => `La ${review} apparaît-elle dans le canal ?`,
  inChat: (review: string, to: string): string => `Un message au sujet de la ${review} est-il arrivé chez ${to} ?`,
  posted: (cell: string | null, when: string): string =>
    `${cell === null ? "" : `${cell}. `}Repère a publié la carte ${when}, et Teams n'a pas confirmé qu'elle est arrivée.`,
  sent: (when: string): string => `Repère l'a envoyé ${when}, et Teams n'a pas confirmé qu'il est arrivé.`,
  reminderInChat: (to: string): string => `Un rappel est-il arrivé chez ${to} ?`,
  reminderStuck: "Un rappel est à vérifier.",
  refused: (what: string, reason: string, when: string): string =>
    `Envoi concerné : ${what}. Il a échoué ${when} : ${reason}.`,
  lookThere: "Regardez dans le canal avant de répondre : cela évite que la carte y soit deux fois.",
  askThem: "Demandez-lui avant de répondre : cela évite que le message arrive deux fois.",
  postAgain: "Publier à nouveau",
  sendAgain: "Envoyer à nouveau",
  stuck: (review: string): string => `Un envoi au sujet de la ${review} est à vérifier.`,
  over: "C'est réglé : la carte est bien dans le canal.",
  settled: {
    seen: (_who, when) => `C'est réglé : quelqu'un s'en est servi ${when}, c'est donc bien arrivé.`,
    appears: (who, when) => `C'est réglé : ${who} a répondu « Oui » ${when}.`,
    again: (who, when) => `C'est réglé : ${who} a demandé un nouvel envoi ${when}.`,
    done: (who, when) => `C'est réglé : ${who} l'a indiqué ${when}.`,
  } satisfies Readonly<Record<How, (who: string, when: string) => string>>,
} as const;
