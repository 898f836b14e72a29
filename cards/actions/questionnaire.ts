/** *Questionnaires ESF+*: where each one stands, one block, *signé le*. */
import { z } from "zod";
import { ESF_STAGES } from "../../src/domain/esf/codes.ts";
import { action, code, rev, typed, whole } from "./action.ts";

const stage = z.enum(ESF_STAGES);
const blockId = z.string().max(40);
/** Several choices come as one text, separated by commas. */
const answer = z.string().max(1_000);

/** Null: where the member would go on. */
const open = z.object({ code, stage: stage.nullable().optional() });
const go = z.object({ code, stage, choice: typed });

/** `asked`: the items of the block, separated by commas; each answer comes under the id of its item. */
const filled = z
  .object({ code, stage, block: blockId, rev, whole, asked: z.string().max(400) })
  .catchall(answer)
  .transform(({ code: of, stage: at, block, rev: version, whole: toggle, asked, ...answers }) => ({
    ...{ code: of, stage: at, block, rev: version, whole: toggle, asked },
    answers: z.record(z.string(), answer).parse(answers),
  }));

const ofStage = z.object({ code, stage });
const signed = z.object({ code, stage, rev, whole, signedOn: typed });

/** `awaited` undoes what was noted by mistake. */
const proof = z.object({ code, stage, proof: z.enum(["received", "awaited"]) });

export const questionnaireActions = {
  openQuestionnaires: action("questionnaire.open", open),
  goFromQuestionnaires: action("questionnaire.go", go),
  saveQuestionnaireBlock: action("questionnaire.save", filled),
  pauseQuestionnaireBlock: action("questionnaire.pause", filled),
  openSignature: action("questionnaire.signOpen", ofStage),
  signQuestionnaire: action("questionnaire.sign", signed),
  leaveSignature: action("questionnaire.signLeave", signed),
  noteExitProof: action("questionnaire.proof", proof),
} as const;
