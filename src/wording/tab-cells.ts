/** The pages of the cells in the tab. Nothing here names a participant. */
import type { ReviewOutcome } from "../domain/review/outcomes.ts";
import type { RecommendationChoice } from "../domain/suggestion/stored-lead.ts";
import { reviewsWords } from "./agenda.ts";
import { dueDateBeside, dueInWords } from "./dates.ts";
import { passedOnWords } from "./lead.ts";
import { leadServiceWords } from "./lead-services.ts";
import { counted, lowerFirst } from "./lists.ts";
import { reviewWords, seenWords } from "./opinion.ts";
import { outcomeWords, reviewStateWords } from "./reviews.ts";
import { sittingWords } from "./sitting.ts";

interface Named {
  readonly outcome: ReviewOutcome;
  /** The other accompaniment. */
  readonly place: string | null;
}
interface Served extends Named {
  readonly service: { readonly name: string; readonly structure: string } | null;
}

/** « Réorientation (Mission locale) ». */
export const outcomeNamed = ({ outcome, place }: Named): string =>
  place === null ? outcomeWords[outcome] : `${outcomeWords[outcome]} (${place})`;

/** « Réorientation (Mission locale, Accueil · Centre social) ». */
export const opinionNamed = ({ outcome, place, service }: Served): string =>
  place === null || service === null
    ? outcomeNamed({ outcome, place })
    : outcomeNamed({ outcome, place: `${place}, ${leadServiceWords.line(service.name, service.structure)}` });

/** « Poursuite en PLIE : 3 · Réorientation (Mission locale) : 1 ». */
export const countsInWords = (counts: readonly (Named & { readonly count: number })[]): string =>
  counts.length === 0
    ? reviewWords.noOpinion
    : counts.map((one) => reviewWords.byOutcome(outcomeNamed(one), one.count)).join(" · ");

type Referred = { readonly body: Parameters<typeof passedOnWords>[0] } | null;
/** « Proposition de réorientation transmise au Département : Mission locale ». */
export const decisionNamed = ({ outcome, place, service }: Served, referred: Referred): string => {
  if (place === null) return outcomeWords[outcome];
  const named = service === null ? place : `${place} (${leadServiceWords.line(service.name, service.structure)})`;
  return referred === null ? `${outcomeWords[outcome]} : ${named}` : passedOnWords(referred.body, named);
};

export const choiceNamed = (choice: RecommendationChoice, place: string | null): string => {
  if (choice === "stay" || choice === "stayWithRelays" || choice === "toComplete") return outcomeWords[choice];
  return place === null ? outcomeWords.reorient : `${outcomeWords.reorient} : ${place}`;
};

/** « Cap emploi (fragile) ». */
export const leadNamed = ({
  outcome,
  place,
  toDiscuss,
  solid,
}: {
  readonly outcome: "stay" | "stayWithRelays" | "reorient" | "toComplete" | null;
  readonly place: string | null;
  readonly toDiscuss: boolean;
  readonly solid: boolean | null;
}): string => {
  if (outcome === null) return seenWords.notReliable;
  const notes = [
    ...(toDiscuss ? [seenWords.toDiscuss] : []),
    ...(solid === null ? [] : [solid ? seenWords.solid : seenWords.fragile]),
  ];
  const named = place ?? outcomeWords[outcome];
  return notes.length === 0 ? named : `${named} (${notes.join(", ")})`;
};

interface Stood {
  readonly status: keyof typeof reviewStateWords;
  readonly track: "short" | "full";
  readonly stand: { readonly counts: readonly unknown[] | null };
}
/** « À l'étude, avis révélés ». */
export const stateInWords = ({ status, track, stand }: Stood): string => {
  const words = tabCellsWords.states;
  if (track === "short" && status !== "decided" && status !== "withdrawn") return words.short;
  return stand.counts === null || status === "decided"
    ? reviewStateWords[status]
    : words.revealed(reviewStateWords[status]);
};

/** « En retard de 3 jours, 24 novembre 2026 »; null: nothing is due any more. */
export const dueNamed = (
  { dueOn, status }: { readonly dueOn: string | null; readonly status: Stood["status"] },
  today: string,
): string | null =>
  dueOn === null || status === "decided" || status === "withdrawn"
    ? null
    : dueInWords(dueOn, today) + dueDateBeside(dueOn, today);

export const isLate = (one: Parameters<typeof dueNamed>[0], today: string): boolean =>
  one.dueOn !== null && one.dueOn < today && dueNamed(one, today) !== null;

/** What is asked of the member who reads. */
export const askedOf = ({
  own,
  opinion,
  toDecide,
}: {
  readonly own: boolean;
  readonly opinion: "given" | "toGive" | null;
  readonly toDecide: boolean;
}): string | null => {
  if (toDecide) return reviewsWords.toDecide;
  if (own) return reviewsWords.own;
  return opinion === null ? null : reviewsWords[opinion];
};

export const tabCellsWords = {
  title: "Cellules",
  forMe: "Ce qui vous attend",
  nothingForMe: "Rien ne vous attend aujourd'hui dans les cellules.",
  howTo:
    "Les avis et les décisions se donnent dans votre conversation avec Repère : ouvrez l'application, puis écrivez « à étudier ». Cette page dit où en sont les situations, et se met à jour d'elle-même.",
  none: "Aucune cellule n'est ouverte à votre rôle.",
  all: "Toutes les cellules",
  back: (to: string): string => `Retour : ${to}`,
  next: (day: string | null): string =>
    day === null ? "La date de la prochaine séance est à fixer." : `Prochaine séance le ${day}.`,
  openOn: (day: string | null): string => (day === null ? "Séance ouverte." : `Séance ouverte, le ${day}.`),
  onAgenda: (count: number): string =>
    count === 0 ? "Rien à l'ordre du jour." : `${counted(count, "situation", "situations")} à l'ordre du jour.`,
  waitingCount: (count: number, late: number): string => {
    if (count === 0) return "Aucune situation n'attend.";
    const all = counted(count, "situation attend", "situations attendent");
    return late === 0 ? `${all}.` : `${all}, dont ${late} en retard.`;
  },
  sitting: "La séance",
  current: "En ce moment",
  noCurrent: "Aucune situation n'est ouverte pour l'instant.",
  presentTitle: "Qui est là",
  afterwards: "Ensuite",
  nothingAfter: "C'est la dernière situation de l'ordre du jour.",
  agenda: "Ordre du jour",
  toTell: "Décidé en circuit court, à dire à la séance",
  waiting: "Ce qui attend",
  nothingWaits: "Aucune situation n'attend dans cette cellule.",
  nothingElseWaits: "Aucune autre situation n'attend dans cette cellule.",
  asked: (what: string): string => `Pour vous : ${what}`,
  closing: "Avis révélés : à décider",
  decided: "Décidé ce mois-ci",
  nothingDecided: "Aucune décision ce mois-ci.",
  minutes: "Comptes rendus",
  noMinutes: "Aucune séance n'est encore close.",
  minutesOf: (day: string): string => `Séance du ${day}`,
  channel: "Le canal",
  channelStates: {
    none: (command: string): string =>
      `Aucun canal n'est relié. Dans le canal de la cellule, mentionnez Repère (@Repère), puis écrivez « ${command} ».`,
    linked: "Un canal est relié : les situations y sont publiées, sans aucun nom.",
    toConfirm: (outsiders: number): string =>
      outsiders === 0
        ? "Un canal est relié, mais Repère n'a pas encore pu lire qui s'y trouve : rien n'y est publié d'ici là."
        : `Un canal est relié, mais ${counted(outsiders, "personne qui s'y trouve n'est pas", "personnes qui s'y trouvent ne sont pas")} de l'équipe : rien n'y est publié avant votre confirmation, dans votre conversation avec Repère.`,
    gone: "Le canal ne répond plus : reliez-en un autre. Aucun avis n'est perdu.",
    botRemoved: "L'application a été retirée de l'équipe : ajoutez-la de nouveau dans Teams. Aucun avis n'est perdu.",
  },
  columns: {
    review: "Situation",
    state: "État",
    due: "Décision attendue",
    opinions: "Avis",
    asked: "Pour vous",
    presentedBy: "Présentée par",
    outcome: "Décision",
    on: "Le",
  },
  states: {
    short: "Circuit court",
    revealed: (state: string): string => `${state}, avis révélés`,
  },
  noDue: "Sans échéance",
  nothingAsked: "–",
  shortOpinions: "Sans avis",
  quorum: (present: number, quorum: number): string => lowerFirst(sittingWords.quorum(present, quorum)),
  review: {
    stands: "Où en est l'étude",
    seen: "Ce que la cellule a vu",
    who: "Âge et secteur",
    question: "La question posée",
    opinions: "Avis",
    decision: "Décision",
    next: "La suite",
    nextIntro: (label: string): string =>
      `Dans votre conversation avec Repère, écrivez « à étudier », puis ouvrez la ${label.toLowerCase()}. Vous pourrez y :`,
    nextBehind:
      "Dans votre conversation avec Repère, ouvrez la fiche de la personne, puis « Voir l'étude ». Vous pourrez y :",
    nothingNext: "Rien n'est attendu de vous pour cette situation.",
    file: "Ouvrir la fiche de la personne",
    letter: "Ouvrir le courrier",
    withImpact: (level: string, impact: string): string => `${level}, ${lowerFirst(impact)}`,
    due: "Décision attendue",
  },
  steps: {
    giveOpinion: "donner votre avis",
    changeOpinion: "changer votre avis",
    noteOpinion: "noter l'avis d'un membre",
    reveal: "révéler les avis",
    decide: "enregistrer la décision",
    adjourn: "ajourner",
    withdraw: "retirer la situation",
    reopen: "rouvrir la situation",
    second: "noter une demande de réexamen",
  },
} as const;
