/** Words of the ESF+ questionnaires in the chat: where each one stands, where a suggestion comes from, what has to be mended. */
import type { EsfProblem } from "../domain/esf/answers-from-inputs.ts";
import type { PrefillSource } from "../domain/esf/prefill-names.ts";
import type { EsfStage } from "../domain/esf/codes.ts";
import type { Questionnaire } from "../domain/esf/questionnaire.ts";
import type { SignatureProblem } from "../domain/esf/signature.ts";
import type { BlockStanding, SheetStanding } from "../domain/esf/standing.ts";
import type { Day } from "../domain/participant/codes.ts";
import { dayInWords, dueInWords } from "./dates.ts";
import { counted, enumerated, lowerFirst, quoted } from "./lists.ts";
import { dateProblemWords } from "./problems.ts";
import { factAnswerWords } from "./situation-facts.ts";

/** Each questionnaire in a list. */
export const esfStageWords: Readonly<Record<EsfStage, string>> = {
  entry: "À l'entrée",
  exit: "À la sortie",
  later: "Six mois après la sortie",
};

const OPENED: Readonly<Record<EsfStage, string>> = {
  entry: "d'entrée",
  exit: "de sortie",
  later: "des six mois",
};

export const questionnaireWords = {
  about:
    "Demandés par l'Union européenne, qui cofinance l'accompagnement. Ils se remplissent avec la personne, qui signe sur papier. Les réponses ne changent rien à l'accompagnement.",
  declined: factAnswerWords.rqth.declined,
  notAsked: "Pas encore demandé",
  /** « L'emploi · il manque 2 réponses ». */
  blockChoice: (title: string, standing: string): string => `${title} · ${standing}`,
  part: (rank: number, of: number): string => `Partie ${rank} sur ${of}`,
  thenSign: "Complet. Imprimez-le, faites-le signer, puis notez la date avec « Signé le… ».",
  open: (stage: EsfStage): string => `Passer au questionnaire ${OPENED[stage]}`,
  died: "Plus rien n'est demandé : le décès de la personne est noté.",
  readOnly: "Les réponses se lisent et se notent par le ou la référent·e de la personne.",
  proof: "Justificatif de sortie",
  proofOf: {
    awaited: "attendu : contrat, attestation ou bulletin de salaire",
    presented: "déjà présenté",
  },
  proofReceived: (on: Day): string => `reçu le ${dayInWords(on)}`,
  noteProof: { received: "Justificatif reçu aujourd'hui", awaited: "Justificatif noté par erreur" },
  blockAbout: "Rien n'est obligatoire d'un coup : ce qui reste vide est rappelé, et se complète avant la signature.",
  signAbout: (title: string): string =>
    `${title} : le jour où la personne a signé, tel qu'il est écrit sur le papier. Le papier signé est gardé au PLIE.`,
  cannotSign: (missing: number): string =>
    `La signature attend encore ${counted(missing, "réponse", "réponses")}. « Ne souhaite pas répondre » en est une ; une ligne vide n'en est pas une.`,
} as const;

const missingOf = (blocks: readonly BlockStanding[]): number =>
  blocks.reduce((count, { missing, state }) => count + (state === "done" ? 0 : Math.max(missing.length, 1)), 0);

/** How many answers a questionnaire still waits for; a block that was never opened counts for one at least. */
export const missingCount = ({ blocks }: Pick<SheetStanding, "blocks">): number => missingOf(blocks);

const waitsWords = (sheet: SheetStanding): string => {
  if (sheet.state === "complete") return "complet, à signer";
  return sheet.state === "blank"
    ? "à remplir"
    : `commencé, il manque ${counted(missingCount(sheet), "réponse", "réponses")}`;
};

/** « signature attendue pour le 1er décembre 2026 », « signature attendue pour le 1er décembre 2026, en retard de 3 jours ». */
const signatureDue = (dueOn: Day, today: Day): string => {
  const late = dueOn < today ? `, ${lowerFirst(dueInWords(dueOn, today))}` : "";
  return `signature attendue pour le ${dayInWords(dueOn)}${late}`;
};

/** Where a questionnaire stands, in a list. `dueOn`: null, it is signed or nothing makes it due (a suspended parcours). */
export const esfStateWords = (sheet: SheetStanding, dueOn: Day | null, today: Day): string => {
  const { opensOn, signedOn } = sheet;
  if (signedOn !== null) return `signé le ${dayInWords(signedOn)}`;
  if (opensOn === null) return "une fois que la personne aura quitté le parcours";
  if (opensOn > today) return `à partir du ${dayInWords(opensOn)}`;
  return [waitsWords(sheet), ...(dueOn === null ? [] : [signatureDue(dueOn, today)])].join(" · ");
};

/** Where a block stands: « fait », « il manque 2 réponses ». */
export const esfBlockWords = ({ state, missing }: BlockStanding): string => {
  if (state === "done") return "fait";
  if (state === "blank") return "à remplir";
  if (state === "again") return "à redemander, pour cette sortie";
  return `il manque ${counted(missing.length, "réponse", "réponses")}`;
};

/** What is still to be asked in a block, by its questions. */
export const esfMissingWords = ({ missing }: Pick<BlockStanding, "missing">): string =>
  enumerated(missing.map(({ label }) => quoted(label).replace("« ", "«\u00A0").replace(" »", "\u00A0»")));

const SOURCES: Readonly<Record<PrefillSource, string>> = {
  identity: "son identité",
  situation: "sa situation",
  ending: "la fin du parcours",
  cell: "la décision de la cellule",
  exitNews: "les nouvelles prises après la sortie",
};
/** Beside what was filled in from elsewhere. */
export const suggestedWords = (source: PrefillSource): string =>
  `D'après la fiche (${SOURCES[source]}), à confirmer avec la personne.`;

/** One discreet line: the codes themselves are in the columns of the extraction. Null: all of them are confirmed. */
export const unconfirmedCodes = ({ indicators }: Pick<Questionnaire, "indicators">): string | null => {
  const count = indicators.filter(({ confirmed }) => !confirmed).length;
  if (count === 0) return null;
  return `L'autorité de gestion doit encore confirmer ${counted(count, "numéro d'indicateur", "numéros d'indicateurs")} : ce qui est demandé ici peut changer.`;
};

const ESF_PROBLEMS: Readonly<
  Record<Exclude<EsfProblem["code"], keyof typeof dateProblemWords | "communeClose">, string>
> = {
  notAnAnswer: "choisissez une réponse de la liste.",
  notAsked: "cette question ne se pose pas, d'après une réponse plus haut. Corrigez l'une des deux.",
  alone: "cette réponse va seule. Gardez-la, ou gardez les autres.",
  communeUnknown:
    "cette commune n'est pas dans le territoire du PLIE. Écrivez son code INSEE, cinq caractères, ou laissez vide.",
};

/** Said under an item, or under the day on which the person answered. */
export const esfProblemWords = (problem: EsfProblem, stage: EsfStage): string => {
  if (problem.code === "communeClose")
    return `cette commune n'est pas reconnue. Vouliez-vous dire ${enumerated(problem.names, "ou")} ?`;
  if (problem.code === "tooEarly") return beforeWords[stage];
  return { ...dateProblemWords, ...ESF_PROBLEMS }[problem.code];
};

const beforeWords: Readonly<Record<EsfStage, string>> = {
  entry: "cette date est avant l'entrée : rien n'est demandé avant le premier entretien.",
  exit: "cette date est avant la sortie, dont ce questionnaire parle.",
  later: "cette date est moins de six mois après la sortie, dont ce questionnaire parle.",
};

export const signatureProblemWords = (problem: SignatureProblem, stage: EsfStage): string => {
  if (problem === "incomplete") return "il manque encore des réponses : rien n'est signé avant.";
  if (problem === "beforeAnswers")
    return "des réponses ont été données après cette date. Vérifiez l'une ou l'autre, ou faites signer de nouveau.";
  if (problem === "beforeOpening" || problem === "tooEarly") return beforeWords[stage];
  return dateProblemWords[problem];
};
