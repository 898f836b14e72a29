/**
 * The sheets of an action, in plain words: the référent's, the person's, the host's, and the card to keep in case of an accident. The host's holds
 * a first name, dates, the objective and what is observed: nothing else of the person, whatever was typed.
 */
import type { ObservationCriterion } from "../domain/activation/rules.ts";
import * as facts from "./action-facts.ts";
import type { ToPrint } from "./action-facts.ts";
import { counted, lowerFirst } from "./lists.ts";
import { preparationWords } from "./preparation.ts";

/** What stands under a title: sentences, a list, boxes to tick, lines to fill in, or the grid. */
export interface SheetBlock {
  readonly title: string;
  readonly said?: readonly string[];
  readonly items?: readonly string[];
  readonly boxes?: readonly string[];
  readonly blanks?: readonly string[];
  readonly grid?: readonly Pick<ObservationCriterion, "label" | "question" | "anchors">[];
}
export interface ActionSheet {
  readonly title: string;
  /** Under the title: whose, when. */
  readonly who: string;
  readonly blocks: readonly SheetBlock[];
}

const CHECKED_ALWAYS = [
  "La personne sait que refuser ou arrêter est sans conséquence.",
  "Elle a sa feuille, et sait qui appeler.",
] as const;
const checksOf = ({ action: { pmsmp } }: ToPrint): readonly string[] =>
  pmsmp === null
    ? CHECKED_ALWAYS
    : [
        facts.signed(pmsmp),
        "La structure d'accueil a sa fiche, et sait ce qu'elle regarde.",
        ...facts.practicalOf(pmsmp).filter((line) => line.includes(facts.SETTLED.toSettle)),
        ...CHECKED_ALWAYS,
        "Elle a la carte à garder en cas d'accident.",
      ];

export const referentSheet = (about: ToPrint): ActionSheet => ({
  title: "Préparer l'action : ma feuille",
  who: `${facts.fullName(about)} · ${about.identity.code} · ${about.plie}`,
  blocks: [
    { title: "L'action", said: [facts.whenOf(about), ...facts.whereOf(about), facts.objectiveOf(about)] },
    { title: preparationWords.referent, said: [facts.written(about, "referent")] },
    { title: preparationWords.learn, said: [facts.written(about, "learn")] },
    { title: preparationWords.show, said: [facts.written(about, "show")] },
    {
      title: preparationWords.observeTogether,
      items: facts.observedIn(about).map(({ label, question }) => `${label} : ${lowerFirst(question)}`),
    },
    { title: "Avant le premier jour", boxes: checksOf(about) },
    { title: "Pendant", boxes: ["Un appel à mi-parcours : tout se passe-t-il comme prévu ?"] },
    {
      title: "Après",
      boxes: [
        "Le bilan avec la personne d'abord : ce qu'elle en dit, et si elle est d'accord.",
        "Ce qui a été observé : des faits de travail, confirmés ou non avec elle.",
        `Une nouvelle évaluation, ${counted(about.again, "jour ouvré", "jours ouvrés")} au plus après le bilan.`,
      ],
    },
  ],
});

const RIGHTS = [
  "Je peux refuser cette action, ou l'arrêter quand je veux : c'est sans conséquence pour moi.",
  "Je peux lire tout ce qui est écrit, dire ce que j'en pense, et dire que je ne suis pas d'accord.",
  "Si quelque chose m'empêche de venir, j'appelle : nous cherchons ensemble une solution.",
] as const;
const IMMERSION_RIGHT = "Je suis là pour découvrir ou essayer : je ne remplace personne.";

/** For an immersion: whom to tell, and how soon. */
const accidentLines = ({ plie }: ToPrint): readonly string[] => [
  "Je préviens tout de suite la structure d'accueil, ou je lui fais dire.",
  `La structure d'accueil prévient le ${plie} dans les 24 heures.`,
  `Le ${plie} déclare l'accident dans les 48 heures.`,
];

const PHONE = "Téléphone";
const contactOf = ({ referent, plie }: ToPrint): readonly string[] => [
  referent === null ? `Le ${plie}.` : `${referent}, qui m'accompagne au ${plie}.`,
];

export const personActionSheet = (about: ToPrint): ActionSheet => {
  const { pmsmp } = about.action;
  return {
    title: "Mon action",
    who: `${facts.fullName(about)} · ${about.plie}`,
    blocks: [
      { title: "Quand et où", said: [facts.whenOf(about), ...facts.whereOf(about)] },
      { title: "À quoi elle sert", said: [facts.objectiveOf(about)] },
      { title: "Ce que je veux apprendre ou vérifier", said: [facts.written(about, "learn")] },
      { title: "Ce que je veux montrer", said: [facts.written(about, "show")] },
      { title: "Ce que l'on regardera", items: facts.observedIn(about).map(({ label }) => label) },
      ...(pmsmp === null ? [] : [{ title: "Pour venir l'esprit tranquille", items: facts.practicalOf(pmsmp) }]),
      { title: "Mes droits", items: pmsmp === null ? RIGHTS : [...RIGHTS, IMMERSION_RIGHT] },
      { title: "Qui appeler", said: contactOf(about), blanks: [PHONE] },
      ...(pmsmp === null ? [] : [{ title: "Si j'ai un accident", items: accidentLines(about) }]),
    ],
  };
};

const rulesFor = ({ action: { pmsmp }, rules, plie }: ToPrint): readonly string[] =>
  pmsmp === null
    ? ["Chacun·e peut arrêter quand il ou elle le souhaite : c'est sans conséquence."]
    : [
        "L'immersion ne commence pas avant la signature de la convention par toutes les parties.",
        `Jamais plus de ${rules.pmsmp.hoursAtMost} heures par semaine.`,
        "Ce n'est ni un poste vacant, ni un emploi saisonnier, ni un remplacement.",
        "La personne peut arrêter quand elle le souhaite : c'est sans conséquence pour elle.",
        `En cas d'accident, au travail ou sur le trajet, prévenez le ${plie} dans les 24 heures : il le déclare dans les 48 heures.`,
      ];

const ended = (text: string): string => (text.endsWith(".") ? text : `${text}.`);

/** Only what the host needs: nothing that was typed with the person stands here. */
export const hostSheet = (about: ToPrint): ActionSheet => ({
  title: about.action.pmsmp === null ? "Fiche de l'animation" : "Fiche de la structure d'accueil",
  who: `${facts.firstName(about)} · ${facts.daysOf(about)} · ${about.plie}`,
  blocks: [
    {
      title: "L'action",
      said: [
        [facts.objectiveOf(about), facts.timesOf(about)]
          .filter((part) => part !== "")
          .map(ended)
          .join(" "),
        ...(about.referent === null ? [] : [`Votre contact au ${about.plie} : ${about.referent}.`]),
      ],
      blanks: [PHONE],
    },
    { title: "Ce qui est convenu", items: rulesFor(about) },
    {
      title: "Ce que vous avez observé",
      said: [
        "Pour chaque ligne, cochez la phrase la plus proche de ce que vous avez vu. Seulement des faits de travail : laissez vide ce que vous n'avez pas vu. La personne lira cette fiche.",
      ],
      grid: facts.observedIn(about),
      blanks: ["Un fait à retenir", "Nom et signature", "Date"],
    },
  ],
});

/** Of an immersion only. */
export const accidentCard = (about: ToPrint): ActionSheet => ({
  title: "En cas d'accident",
  who: `Carte à garder sur soi · ${facts.firstName(about)} · ${about.plie}`,
  blocks: [
    { title: "D'abord", items: ["Les secours : 15, 18 ou 112. Par SMS : 114.", ...accidentLines(about)] },
    {
      title: "Mon immersion",
      said: [facts.whenOf(about), ...facts.whereOf(about)],
      blanks: ["Téléphone de la structure d'accueil"],
    },
    { title: "Qui prévenir", said: contactOf(about), blanks: [PHONE] },
    {
      title: "Aussi",
      items: [
        "Un accident sur le trajet compte autant qu'un accident au travail.",
        "Même sans gravité, il est signalé : un soin peut devenir nécessaire plus tard.",
      ],
    },
  ],
});
