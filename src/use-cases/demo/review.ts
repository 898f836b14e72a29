/** What the demo's people were presented for, what colleagues said of it and what was decided. No word of it says who the person is. */
import type { ReviewOutcome } from "../../domain/review/outcomes.ts";
import type { LeadKind } from "../../domain/suggestion/lead-kinds.ts";
import type { RecommendationChoice } from "../../domain/suggestion/stored-lead.ts";

interface DemoOpinion {
  readonly outcome: ReviewOutcome;
  readonly to?: LeadKind;
  readonly why: string;
}

/** A case of the demo, put to the entry cell. */
export interface DemoReview {
  readonly presentedDaysAgo: number;
  readonly recommendation: { readonly choice: RecommendationChoice; readonly why: string };
  readonly view: { readonly agreement: "agrees" | "partly" | "disagrees"; readonly words: string };
  readonly question: string;
  /** One for each of the first colleagues of the cell, the day after it was presented. */
  readonly opinions: readonly DemoOpinion[];
  readonly decision: {
    readonly daysAgo: number;
    readonly outcome: ReviewOutcome;
    readonly reasons: string;
    readonly next: string;
  } | null;
}

/** In full study: two colleagues do not say the same, one more opinion and they can be revealed. */
export const WAITS_FOR_OPINIONS: DemoReview = {
  presentedDaysAgo: 2,
  recommendation: {
    choice: "reorient:franceTravail",
    why: "Elle postule chaque semaine et rien ne l'en empêche : son CV est à refaire, France Travail le fait avec elle.",
  },
  view: { agreement: "partly", words: "D'accord, si j'ai toujours la même personne en face de moi." },
  question:
    "Elle cherche seule et régulièrement. France Travail lui suffit-il, ou gardons-nous un appui au démarrage ?",
  opinions: [
    {
      outcome: "reorient",
      to: "franceTravail",
      why: "Rien ne demande notre accompagnement. Un rendez-vous pris ensemble avec France Travail, et elle est lancée.",
    },
    {
      outcome: "stay",
      why: "Un CV de plusieurs années et des candidatures sans réponse : quelques semaines avec nous éviteraient qu'elle s'épuise.",
    },
  ],
  decision: null,
};

/** A simple stay: whoever may decide does, without the cell. */
export const WAITS_IN_SHORT: DemoReview = {
  presentedDaysAgo: 1,
  recommendation: {
    choice: "stay",
    why: "Beaucoup de petites gênes dont aucune ne bloque seule : un suivi régulier les fait avancer l'une après l'autre.",
  },
  view: { agreement: "agrees", words: "Je veux travailler, mais pas tout régler seul." },
  question: "Douze petites gênes et un projet clair : restons-nous sur une poursuite en PLIE, sans relais ?",
  opinions: [],
  decision: null,
};

/** Decided some days ago: the letter is to be given, and the relays to be arranged. */
export const DECIDED: DemoReview = {
  presentedDaysAgo: 8,
  recommendation: {
    choice: "stayWithRelays",
    why: "Elle a envie d'un autre métier et l'a déjà cherché. Il lui faut des partenaires pour les trajets et pour son dossier en cours.",
  },
  view: { agreement: "partly", words: "D'accord pour continuer, mais je ne veux pas attendre des mois." },
  question:
    "Elle cherche un nouveau métier et plusieurs réponses dépendent de partenaires : lesquels, et dans quel ordre ?",
  opinions: [
    { outcome: "stayWithRelays", why: "Les trajets d'abord : sans eux, aucune visite d'entreprise n'est possible." },
    {
      outcome: "stayWithRelays",
      why: "Vingt ans d'expérience à faire reconnaître. Un partenaire peut commencer dès maintenant.",
    },
    {
      outcome: "toComplete",
      why: "Une réponse est attendue à l'une de ses demandes : elle peut changer le choix du métier.",
    },
  ],
  decision: {
    daysAgo: 5,
    outcome: "stayWithRelays",
    reasons:
      "Vous cherchez un nouveau métier et vous avez déjà visité deux entreprises. Nous continuons avec vous, et des partenaires vous aident pour vos trajets et pour faire reconnaître votre expérience.",
    next: "Prendre le premier rendez-vous pour les trajets, puis préparer une troisième visite d'entreprise.",
  },
};
