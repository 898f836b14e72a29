/** *Décision*, what follows it, and what is done with a review besides deciding it. The person may read what is written here about them. */
import type { ReviewId, ReviewMove, CellId } from "../domain/review/codes.ts";
import type { DecisionProblem } from "../domain/review/decision-from-inputs.ts";
import type { Destination, ExitProof, ReviewOutcome } from "../domain/review/outcomes.ts";
import type { LeadInputs } from "../domain/suggestion/lead.ts";
import { proposedOutcome, type LeadWords } from "./lead.ts";
import { counted, enumerated, lowerFirst, quoted } from "./lists.ts";
import { shorten } from "./problems.ts";
import { cellNamed, destinationWords, outcomeWords, reviewLabel } from "./reviews.ts";

type Words = LeadWords;
type Referred = Pick<LeadInputs["facts"], "rsa" | "referringBody">;

/** « Sortie emploi », « Réorientation : Mission locale », « Proposition de réorientation transmise au Département : Mission locale ». */
export const decidedWords = (
  framework: Words,
  { outcome, to }: { readonly outcome: ReviewOutcome; readonly to: Destination | null },
  facts: Referred,
  service: string | null = null,
): string => {
  if (outcome !== "reorient" || to === null) return outcomeWords[outcome];
  if (facts.rsa !== "yes") return `${outcomeWords.reorient} : ${destinationWords(framework, to, service)}`;
  const proposed = proposedOutcome(framework, { outcome: { kind: "reorient", to: to.lead } }, facts);
  return service === null ? proposed : `${proposed} (${service})`;
};

export const decisionLabels = { reasons: "Raisons (lues par la personne)" } as const;

export const proofWords: Readonly<Record<ExitProof, string>> = {
  jobContract: "Contrat de travail",
  employerStatement: "Attestation de l'employeur",
  payslip: "Bulletin de salaire",
  businessRegistration: "Immatriculation de l'entreprise",
  trainingStatement: "Attestation d'entrée en formation",
  personsStatement: "Déclaration de la personne",
  none: "Aucune pour l'instant",
};

export const decisionWords = {
  title: (id: ReviewId): string => `Décision · ${reviewLabel(id)}`,
  short:
    "Circuit court : vous décidez sans avis de la cellule, qui lira votre décision. Pour autre chose qu'une poursuite, demandez une étude complète.",
  second: "Réexamen demandé par la personne.",
  opinions: (count: number): string =>
    count === 0 ? "Aucun avis n'a été donné" : counted(count, "avis donné", "avis donnés"),
  tally: (outcome: string, count: number): string => `${outcome} : ${count}`,
  andMore: "Et aussi",
  others: (count: number): string => `${counted(count, "autre avis", "autres avis")}, à lire dans l'étude.`,
  viewMissing: "Son point de vue n'est pas noté.",
  viewNeeded:
    "une sortie du PLIE demande le point de vue de la personne. Notez-le, puis revenez ici : ce que vous avez écrit est gardé.",
  toView: "Noter le point de vue de la personne",
  completedOnce: "Le diagnostic a déjà été complété une fois. Si le doute reste, la poursuite en PLIE est à envisager.",
  whereNext: {
    decided: "La décision est déjà prise",
    decidedText: "Elle se lit dans l'étude. Ce que vous aviez écrit est gardé, et n'a rien changé.",
    withdrawn: "La situation a été retirée",
    withdrawnText: "Elle n'est plus à décider. Ce que vous aviez écrit est gardé.",
    notSimple: "La situation a changé depuis qu'elle est présentée",
    notSimpleText:
      "Ce n'est plus une poursuite simple : demandez une étude complète, la cellule l'étudiera. Ce que vous avez écrit est gardé.",
    notRevealed: "Les avis ne sont pas encore révélés",
    notRevealedText: "Révélez-les depuis l'étude, puis revenez à la décision : ce que vous avez écrit est gardé.",
    quorum: "Il manque des membres",
    quorumText: (present: number, quorum: number): string =>
      `${counted(present, "membre présent", "membres présents")}, il en faut ${quorum} : il en manque ${quorum - present}. Attendez d'autres avis, notez les présences dans la séance, ou ajournez. Ce que vous avez écrit est gardé.`,
    noCell: "La cellule n'est plus dans le fichier du PLIE : parlez-en à la personne qui coordonne le PLIE.",
    open: "Voir l'étude",
    adjourn: "Ajourner",
  },
} as const;

/** `found`: the words that say who the person is, as they were typed. */
export const decisionProblem = (problem: DecisionProblem): string => {
  if (problem.code === "tooLong") return shorten(problem.length, problem.limit);
  if (problem.code === "names")
    return `ce texte va aussi dans le compte rendu, qui ne nomme personne : retirez-en ${enumerated(problem.found.map(quoted))}.`;
  return missingWords[problem.field];
};
const missingWords: Readonly<Record<"outcome" | "to" | "reasons" | "departs" | "proofs", string>> = {
  outcome: "choisissez la décision.",
  to: "pour une réorientation, choisissez vers quelle structure.",
  reasons: "dites pourquoi, en quelques mots que la personne peut lire.",
  departs: "la décision s'écarte de la piste : choisissez pourquoi. C'est noté, et ne vous est jamais reproché.",
  proofs: "choisissez ce qui a été présenté, ou « Aucune pour l'instant ».",
};

/** To the référent, at once: what was decided, and what is theirs to do next. */
export const decidedCardWords = {
  title: (id: ReviewId): string => `Décision prise · ${reviewLabel(id)}`,
  /** Référents among themselves decide nothing about a person. */
  practiceTitle: (id: ReviewId): string => `Avis du GTA · ${reviewLabel(id)}`,
  decidedOn: (day: string): string => `Le ${day}`,
  by: (name: string): string => `par ${name}`,
  reasons: "Raisons",
  departs: "S'écarte de la piste",
  noted: (next: string): string => `Prochain pas noté : ${next}`,
  letter: (day: string): string =>
    `D'abord, dites la décision à la personne, puis remettez-lui le courrier avant le ${day}.`,
  second: (day: string): string => `La personne peut demander un réexamen jusqu'au ${day}.`,
  steps: {
    stay: "L'accompagnement continue avec vous.",
    stayWithRelays: "Contactez les relais retenus, avec l'accord de la personne.",
    reorient: (day: string): string =>
      `Préparez le passage de relais avec la personne : il est attendu avant le ${day}. Si elle demande un réexamen, il attend la seconde décision.`,
    toComplete: (day: string): string =>
      `Complétez le diagnostic avec la personne avant le ${day}, puis présentez de nouveau la situation.`,
    exit: "Le parcours se termine. Gardez les preuves avec la fiche.",
    goOn: "L'accompagnement continue avec vous.",
    practice: "C'est un avis entre pairs : vous restez seul·e juge de ce que vous en faites.",
  },
  died: "Le décès de la personne est noté depuis : plus rien n'est à faire, et aucun courrier ne part.",
  erased: "Retirées à la demande de la personne.",
} as const;

/** Where a case stands, on its fiche and its synthesis. */
export const caseReviewWords = {
  under: (cell: CellId, id: ReviewId): string => `À l'étude ${cellNamed[cell].in} (${reviewLabel(id)})`,
  second: (cell: CellId, id: ReviewId): string => `Réexamen demandé, ${cellNamed[cell].in} (${reviewLabel(id)})`,
  short: (id: ReviewId): string => `À décider par un·e chargé·e de projet (${reviewLabel(id)})`,
  decided: (day: string, outcome: string): string => `Décidé le ${day} : ${lowerFirst(outcome)}`,
  completeBefore: (day: string): string => `avant le ${day}`,
} as const;

export const shortReviewWords = {
  title: (id: ReviewId): string => `${reviewLabel(id)} : poursuite à décider en circuit court`,
  text: "La préconisation, la personne et la piste de la méthode vont dans le même sens, et rien n'est urgent. Vous pouvez décider sans passer par la cellule, qui lira votre décision.",
  question: "Question posée",
  full: "Demander une étude complète",
  behind: "Il n'y a plus rien à décider ici en circuit court.",
} as const;

interface MoveSaid {
  readonly title: (id: ReviewId) => string;
  readonly label: string | null;
  readonly does: readonly string[];
  readonly act: string;
}
/** What each move does, said before it is done. */
export const moveWords: Readonly<Record<ReviewMove, MoveSaid>> = {
  adjourn: {
    title: (id) => `Ajourner · ${reviewLabel(id)}`,
    label: "Pourquoi ajourner",
    does: ["La situation attend une autre séance de la cellule.", "Les avis déjà donnés sont gardés."],
    act: "Ajourner",
  },
  withdraw: {
    title: (id) => `Retirer · ${reviewLabel(id)}`,
    label: "Pourquoi retirer",
    does: [
      "La cellule n'étudiera plus cette situation. Les avis déjà donnés restent dans l'historique.",
      "La fiche reste où elle en est : la situation pourra être présentée de nouveau.",
    ],
    act: "Retirer",
  },
  reopen: {
    title: (id) => `Rouvrir · ${reviewLabel(id)}`,
    label: "Pourquoi rouvrir",
    does: [
      "La décision ne tient plus : la cellule étudie de nouveau la situation, telle qu'elle est connue aujourd'hui.",
      "La première étude, ses avis et ses raisons restent lisibles.",
    ],
    act: "Rouvrir",
  },
  second: {
    title: (id) => `Demande de réexamen · ${reviewLabel(id)}`,
    label: null,
    does: [
      "À noter quand la personne demande que sa situation soit étudiée de nouveau.",
      "D'autres membres l'étudieront : les personnes qui ont donné un avis ou décidé la première fois n'y prennent pas part.",
      "La décision reste la même d'ici là, et le passage de relais attend.",
    ],
    act: "Noter la demande",
  },
};
export const moveCommon = {
  cancel: "Annuler",
  until: (day: string): string => `Possible jusqu'au ${day}.`,
  missing: "choisissez une raison.",
} as const;
