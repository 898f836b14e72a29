/** *Questionnaires ESF+*: where each one stands, one block filled in with its sourced suggestions, and *signé le*. */
import { NOT_ASKED } from "../../cards/actions/action.ts";
import type { QuestionnaireModel } from "../../cards/questionnaire/model.ts";
import { ANSWERED_ON, answersFromInputs, typedAnswer } from "../../src/domain/esf/answers-from-inputs.ts";
import { DECLINED } from "../../src/domain/esf/codes.ts";
import { valuesOf, type Item } from "../../src/domain/esf/questionnaire.ts";
import { signatureFrom } from "../../src/domain/esf/signature.ts";
import type { BlockStanding } from "../../src/domain/esf/standing.ts";
import { hasDied } from "../../src/domain/participant/clock-facts.ts";
import type { SignatureForm } from "../../src/use-cases/parts/esf-signature.ts";
import type { BlockView, QuestionnairesView } from "../../src/use-cases/see-questionnaire.ts";
import { personLine } from "../../src/wording/people.ts";
import {
  esfBlockWords,
  esfMissingWords,
  esfProblemWords,
  esfStageWords,
  esfStateWords,
  missingCount,
  questionnaireWords,
  signatureProblemWords,
  suggestedWords,
  unconfirmedCodes,
} from "../../src/wording/questionnaire.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, topOf, topOfDraft } from "./top.ts";

const NAMED_AT_MOST = 2;
/** A few questions are named; more of them are seen by opening the block. */
const blockLine = (standing: BlockStanding) => {
  const { block, state, missing } = standing;
  const which = state === "begun" && missing.length <= NAMED_AT_MOST ? ` : ${esfMissingWords(standing)}` : "";
  return { label: block.title, value: `${esfBlockWords(standing)}${which}` };
};
const blockChoice = (standing: BlockStanding) => {
  const { label, value } = blockLine(standing);
  return { title: questionnaireWords.blockChoice(label, value), value: `block:${standing.block.id}` };
};

/** The blocks of the one that is shown, then the other questionnaires. */
const itemsOf = ({ shown, all, may }: QuestionnairesView) => [
  ...(may.fill ? shown.standing.blocks.map(blockChoice) : []),
  ...all
    .filter(({ stage, standing }) => stage !== shown.stage && standing.opensOn !== null)
    .map(({ stage }) => ({ title: questionnaireWords.open(stage), value: `stage:${stage}` })),
];

const chosenOf = ({ shown, may }: QuestionnairesView, items: readonly { readonly value: string }[]): string => {
  const next = shown.standing.blocks.find(({ state }) => state !== "done") ?? shown.standing.blocks[0];
  return (may.fill && next !== undefined ? `block:${next.block.id}` : items[0]?.value) ?? "";
};

const saidOf = ({ head, may, shown }: QuestionnairesView): string | null => {
  if (hasDied(head)) return questionnaireWords.died;
  if (!may.fill) return shown.standing.opensOn === null ? null : questionnaireWords.readOnly;
  return shown.standing.state === "complete" ? questionnaireWords.thenSign : null;
};

const buttonsOf = (maySign: boolean, complete: boolean, opens: boolean) => {
  const signNext = maySign && complete;
  return { signNext, canSign: maySign && !signNext, opensNext: opens && !signNext, opensToo: opens && signNext };
};

const proofWords = (proof: NonNullable<QuestionnairesView["proof"]>): string =>
  proof.state === "received" ? questionnaireWords.proofReceived(proof.on) : questionnaireWords.proofOf[proof.state];

/** Whichever questionnaire is shown: the paper of an exit is received when it comes. */
const proofOf = ({ proof, may }: QuestionnairesView): Pick<QuestionnaireModel, "proof" | "notesProof"> => {
  if (proof === null) return { proof: null, notesProof: null };
  const next = proof.state === "received" ? "awaited" : "received";
  return {
    proof: { label: questionnaireWords.proof, value: proofWords(proof) },
    notesProof:
      may.sign && proof.state !== "presented" ? { title: questionnaireWords.noteProof[next], proof: next } : null,
  };
};

export const presentQuestionnaires = (
  screen: ScreenOf<"questionnaire">,
  view: QuestionnairesView,
  reader: Reader,
): Shown => {
  const { shown, all, may, dueOn } = view;
  const items = itemsOf(view);
  return {
    name: "questionnaire",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      stage: shown.stage,
      person: personLine(view.identity),
      about: questionnaireWords.about,
      stages: all.map(({ stage, standing }) => ({
        label: esfStageWords[stage],
        value: esfStateWords(standing, dueOn[stage], reader.today),
      })),
      title: shown.questionnaire.title,
      blocks: may.fill || shown.standing.opensOn === null ? [] : shown.standing.blocks.map(blockLine),
      said: saidOf(view),
      items,
      choice: chosenOf(view, items),
      ...buttonsOf(may.sign, shown.standing.state === "complete", items.length > 0),
      ...proofOf(view),
      printUrl: may.fill ? reader.questionnaireUrl(shown.stage, screen.code) : null,
      unconfirmed: unconfirmedCodes(shown.questionnaire),
    },
  };
};

const choicesOf = (item: Item) => [
  ...(item.type === "choice" ? [{ title: questionnaireWords.notAsked, value: NOT_ASKED }] : []),
  ...valuesOf(item).map(({ value, label }) => ({ title: label, value })),
  ...(item.sensitive ? [{ title: questionnaireWords.declined, value: DECLINED }] : []),
];

const lineOf = (item: Item, { form, suggested }: BlockView, reader: Reader) => {
  const value = filled(form.shown, item.id);
  const found = suggested.get(item.id);
  const isSuggested = found !== undefined && typedAnswer(item, found.answer, reader.plie.communes) === value;
  return {
    id: item.id,
    isOne: item.type === "choice",
    isSeveral: item.type === "choices",
    isText: item.type === "date" || item.type === "commune",
    label: item.label,
    value: value === "" && item.type === "choice" ? NOT_ASKED : value,
    choices: choicesOf(item),
    suggested: isSuggested ? suggestedWords(found.source) : null,
    hint: item.hint ?? null,
  };
};

const problemsOf = ({ block, form, esf }: BlockView, reader: Reader): Record<string, string> => {
  const read = answersFromInputs(block, form.shown, {
    ...{ today: reader.today, communes: reader.plie.communes, birth: esf.questionnaire.birth },
    notBefore: esf.standing.opensOn ?? reader.today,
  });
  if (read.ok) return {};
  const words = Object.entries(read.problems).map(([id, one]) => [id, esfProblemWords(one, esf.stage)] as const);
  return Object.fromEntries(words);
};

/** « Partie 2 sur 4 »: how much is left to ask of who sits there. */
const partOf = ({ block, esf }: BlockView): string => {
  const { blocks } = esf.questionnaire;
  return questionnaireWords.part(blocks.findIndex(({ id }) => id === block.id) + 1, blocks.length);
};

export const presentQuestionnaireBlock = (
  screen: ScreenOf<"questionnaireBlock">,
  view: BlockView,
  reader: Reader,
): Shown => {
  const { block, form } = view;
  return {
    name: "questionnaire-block",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      stage: screen.stage,
      block: block.id,
      rev: form.rev,
      asked: block.items.map(({ id }) => id).join(","),
      title: block.title,
      person: personLine(view.identity),
      part: partOf(view),
      about: [block.about, questionnaireWords.blockAbout].filter((one) => one !== undefined).join(" "),
      lines: block.items.map((item) => lineOf(item, view, reader)),
      answeredOn: filled(form.shown, ANSWERED_ON),
      problems: screen.check ? problemsOf(view, reader) : {},
    },
  };
};

export const presentQuestionnaireSign = (
  screen: ScreenOf<"questionnaireSign">,
  { person, esf, form }: SignatureForm,
  reader: Reader,
): Shown => {
  const typed = filled(form.shown, "signedOn");
  const read = signatureFrom(typed, esf.standing, reader.today);
  const waits = esf.standing.state === "complete" || esf.standing.state === "signed";
  return {
    name: "questionnaire-sign",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      stage: screen.stage,
      rev: form.rev,
      person: personLine(person),
      about: questionnaireWords.signAbout(esf.questionnaire.title),
      waits: waits ? null : questionnaireWords.cannotSign(missingCount(esf.standing)),
      signedOn: typed,
      problems: screen.check && !read.ok ? { signedOn: signatureProblemWords(read.problem, esf.stage) } : {},
    },
  };
};
