/** *Questionnaires ESF+*: from one to its blocks, one block after the other, then *signé le*. */
import type { CardData } from "../../cards/actions.ts";
import { NOT_ASKED } from "../../cards/actions/action.ts";
import { ANSWERED_ON } from "../../src/domain/esf/answers-from-inputs.ts";
import { ESF_STAGES, type EsfStage } from "../../src/domain/esf/codes.ts";
import { noteExitProof } from "../../src/use-cases/note-exit-proof.ts";
import { saveQuestionnaireBlock } from "../../src/use-cases/save-questionnaire-block.ts";
import { signQuestionnaire } from "../../src/use-cases/sign-questionnaire.ts";
import { quiet, type NoticeCode, type Screen } from "../screens.ts";
import { at, does, shows, typedIn, type Answer, type BotTurn, type Routes } from "./route.ts";

type Verbs =
  | "questionnaire.open"
  | "questionnaire.go"
  | "questionnaire.save"
  | "questionnaire.pause"
  | "questionnaire.signOpen"
  | "questionnaire.sign"
  | "questionnaire.signLeave"
  | "questionnaire.proof";

const list = (turn: BotTurn, code: string, stage: EsfStage, notice: NoticeCode): Screen => ({
  ...{ screen: "questionnaire", code, stage },
  ...at(turn, notice),
});

const stageNamed = (name: string): EsfStage | undefined => ESF_STAGES.find((stage) => stage === name);

/** `block:work`, or `stage:exit`. */
const go = (turn: BotTurn, { code, stage, choice = "" }: CardData<"questionnaire.go">): Screen => {
  const [kind, name = ""] = choice.split(":");
  const other = kind === "stage" ? stageNamed(name) : undefined;
  if (other !== undefined) return { screen: "questionnaire", code, stage: other, ...quiet };
  if (kind !== "block" || name.length > 40) return list(turn, code, stage, "chooseFirst");
  return { screen: "questionnaireBlock", code, stage, block: name, check: false, ...quiet };
};

/** On the card a question that was not asked is a choice of its own; in what is kept it is empty. */
const inputsOf = ({ asked, answers, whole }: CardData<"questionnaire.save">): Record<string, string> => {
  const fields = [...asked.split(","), ANSWERED_ON];
  const typed = typedIn(fields, { ...answers, whole }, "whole");
  return Object.fromEntries(Object.entries(typed).map(([field, one]) => [field, one === NOT_ASKED ? "" : one]));
};

const save = (turn: BotTurn, data: CardData<"questionnaire.save">, intent: "record" | "keep"): Promise<Answer> => {
  const { code, stage, block, rev } = data;
  const again = (of: string, notice: NoticeCode): Screen => ({
    ...{ screen: "questionnaireBlock", code, stage, block: of, check: notice === "toMend" },
    ...at(turn, notice),
  });
  return does(
    turn,
    saveQuestionnaireBlock,
    { code, stage, block, rev, inputs: inputsOf(data), intent },
    (outcome): Screen => {
      if (outcome.kind === "recorded") {
        if (outcome.unsigned) return list(turn, code, stage, "esfUnsigned");
        return outcome.next === null ? list(turn, code, stage, "saved") : again(outcome.next, "saved");
      }
      if (outcome.kind === "kept") return list(turn, code, stage, "draftKept");
      return again(block, outcome.kind === "toMend" ? "toMend" : "formOvertaken");
    },
    code,
  );
};

const sign = (turn: BotTurn, data: CardData<"questionnaire.sign">, intent: "record" | "keep"): Promise<Answer> => {
  const { code, stage, rev } = data;
  const again = (notice: NoticeCode): Screen => ({
    ...{ screen: "questionnaireSign", code, stage, check: notice === "toMend" },
    ...at(turn, notice),
  });
  return does(
    turn,
    signQuestionnaire,
    { code, stage, rev, inputs: typedIn(["signedOn"], data, "whole"), intent },
    ({ kind }): Screen => {
      if (kind === "toMend") return again("toMend");
      if (kind === "overtaken") return again("formOvertaken");
      return list(turn, code, stage, kind === "signed" ? "esfSigned" : "draftKept");
    },
    code,
  );
};

export const questionnaireRoutes: Pick<Routes, Verbs> = {
  "questionnaire.open": (_turn, { code, stage = null }) =>
    Promise.resolve(shows({ screen: "questionnaire", code, stage, ...quiet })),
  "questionnaire.go": (turn, data) => Promise.resolve(shows(go(turn, data))),
  "questionnaire.save": (turn, data) => save(turn, data, "record"),
  "questionnaire.pause": (turn, data) => save(turn, data, "keep"),
  "questionnaire.signOpen": (_turn, { code, stage }) =>
    Promise.resolve(shows({ screen: "questionnaireSign", code, stage, check: false, ...quiet })),
  "questionnaire.sign": (turn, data) => sign(turn, data, "record"),
  "questionnaire.signLeave": (turn, data) => sign(turn, data, "keep"),
  "questionnaire.proof": (turn, { code, stage, proof }) =>
    does(
      turn,
      noteExitProof,
      { code, received: proof === "received" },
      ({ kind }) => list(turn, code, stage, kind === "received" ? "exitProofReceived" : "exitProofAwaited"),
      code,
    ),
};
