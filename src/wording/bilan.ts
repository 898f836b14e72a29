/** Words of *Bilan d'action*, of its grid, and of what was observed. */
import type { Agreement, BilanProblem } from "../domain/activation/bilan-from-inputs.ts";
import type { Action, BilanOutcome } from "../domain/activation/records.ts";
import type { Observer } from "../domain/activation/rules.ts";
import type { SettleProblem } from "../domain/activation/settle-evidence.ts";
import type { Framework } from "../domain/framework/schema.ts";
import { daysOf, kindWords } from "./action-facts.ts";
import { dayInWords } from "./dates.ts";
import { levelWords } from "./figures.ts";
import { counted, lowerFirst, quoted } from "./lists.ts";
import { shorten } from "./problems.ts";
import { agreementWords } from "./situation.ts";

export const outcomeWords: Readonly<Record<BilanOutcome, string>> = {
  completed: "Faite jusqu'au bout",
  partial: "Faite en partie",
  didNotShow: "La personne n'est pas venue",
};

export const bilanAgreementWords: Readonly<Record<Agreement, string>> = {
  ...agreementWords,
  notAsked: "Pas encore demandé",
};

export const bilanLabels = {
  understood: "Qu'est-ce qui a empêché de venir ?",
  missedHours: "Heures manquées",
} as const;

/** Who saw it, before « a vu » or « dit ». */
const SEEN_BY: Readonly<Record<Observer, string>> = {
  host: "La structure a vu",
  referent: "Vous avez vu",
  person: "La personne dit",
};

interface Grid {
  readonly title: string;
  readonly about: string;
}
const FACTS = "choisissez le fait qui ressemble le plus à";

export const bilanWords = {
  about: (action: Action, framework: Framework, place: string | null): string => {
    const kind = framework.activation.kinds.find(({ id }) => id === action.what)?.label ?? null;
    const where = place === null ? "" : action.pmsmp === null ? ` : ${place}` : ` chez ${place}`;
    return `${kindWords({ kind, action })}${where}, ${daysOf({ action })}.`;
  },
  objective: (objective: string): string => `L'objectif est-il atteint ? (${objective})`,
  objectiveMet: { yes: "Oui", no: "Non, pas encore" },
  grids: {
    host: {
      title: "Ce que la structure a vu",
      about: `Posez ces questions à la structure, et ${FACTS} ce qu'elle a vu. Le travail seulement.`,
    },
    referent: {
      title: "Ce que vous avez vu",
      about: `De vos propres yeux, pendant l'action : ${FACTS} ce que vous avez vu. Si vous n'y étiez pas, continuez.`,
    },
    person: {
      title: "Ce que la personne dit avoir fait",
      about: `Avec la personne : ${FACTS} ce qu'elle raconte de son travail.`,
    },
  } satisfies Readonly<Record<Observer, Grid>>,
  step: (step: number, of: number): string => `${step} sur ${of}`,
  line: (label: string, question: string): string => `${label} : ${lowerFirst(question)}`,
  notSeen: "Pas observé",
  observers: { host: "La structure", referent: "Vous", person: "La personne" } satisfies Record<Observer, string>,
  seenLines: (who: string, seen: number, of: number): string =>
    `${who} : ${seen === 0 ? "rien de noté" : `${counted(seen, "ligne observée", "lignes observées")} sur ${of}`}.`,
} as const;

export const bilanProblem = (problem: BilanProblem): string => {
  switch (problem.code) {
    case "notBegun":
      return `l'action commence le ${dayInWords(problem.on)} : son bilan se fait après.`;
    case "notEnded":
      return `l'action va jusqu'au ${dayInWords(problem.on)} : d'ici là, elle n'est faite qu'en partie.`;
    case "outside":
      return `le dernier jour est entre le ${dayInWords(problem.from)} et le ${dayInWords(problem.until)}, les dates de l'action.`;
    case "notADate":
      return "cette date n'existe pas. Écrivez-la comme 25/11/2026.";
    case "inTheFuture":
      return "ce jour n'est pas encore passé.";
    case "notAFigure":
      return "écrivez un nombre d'heures, comme 7, ou laissez vide.";
    case "tooLong":
      return shorten(problem.length, problem.limit);
    case "unsigned":
      return "une immersion ne commence pas avant que toutes les parties aient signé. Notez d'abord la signature : « Convention signée ».";
    case "missing":
      return MISSING[problem.field];
  }
};
const MISSING = {
  outcome: "dites comment ça s'est passé.",
  lastDay: "l'action a été faite en partie : indiquez le dernier jour.",
  objectiveMet: "dites si l'objectif est atteint : une immersion ne se renouvelle que s'il ne l'est pas.",
  words: "la personne n'est pas tout à fait d'accord : notez ce qu'elle en dit, avec ses mots.",
} as const;

export const evidenceWords = {
  about: "Rien ne change dans le diagnostic sans votre choix. Ce qui a été dit reste gardé, à côté.",
  nothing: "Rien n'attend : tout ce qui a été observé est déjà retenu, ajusté ou laissé.",
  neverSaid: "Dit : rien encore.",
  notSaidButSeen: "Dit : ce domaine ne se dit pas, il s'observe.",
  /** « Dit le 3 novembre 2026 : gêne légère, pèse peu. » */
  standing: (source: string, day: string, words: string): string => `${source} le ${day} : ${lowerFirst(words)}.`,
  sources: { dit: "Dit", observe: "Déjà observé", atteste: "Attesté" },
  seen: (by: Observer, level: string, fact: string): string =>
    `${SEEN_BY[by]} (niveau ${quoted(lowerFirst(level))}) : ${quoted(fact)}`,
  keep: (domain: string): string => `${domain} : quel niveau de difficulté retenir ?`,
  impact: (domain: string): string => `${domain} : poids sur le projet`,
  situations: (domain: string): string => `${domain} : ce qui se passe concrètement`,
  wait: "À voir plus tard",
  leave: "Laisser : ne rien changer",
  retain: (level: string): string => `Retenir : ${lowerFirst(level)}`,
  adjust: (level: string): string => `Ajuster : ${lowerFirst(level)}`,
} as const;

export const settleProblem = (problem: SettleProblem, framework: Pick<Framework, "levels">): string => {
  if (problem.field === "keep") return "choisissez un niveau de la liste.";
  return problem.field === "impact"
    ? "choisissez avec la personne ce que cela pèse sur son projet."
    : `à partir de ${quoted(lowerFirst(levelWords(framework, problem.from)))}, dites ce qui se passe concrètement.`;
};
