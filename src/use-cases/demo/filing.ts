/** What completes a file, by the same commands as in the product: ESF+ questionnaires, points agreed at a meeting, what a person asks, what leaves. */
import { ANSWERED_ON } from "../../domain/esf/answers-from-inputs.ts";
import type { EsfStage } from "../../domain/esf/codes.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { Contested, RequestKind, RequestOutcome } from "../../domain/rights/codes.ts";
import { answerRightsRequest } from "../answer-rights-request.ts";
import { confirmTransmission } from "../confirm-transmission.ts";
import { noteRightsRequest, readRequestForm } from "../note-rights-request.ts";
import { readDossier } from "../parts/dossier.ts";
import { loadBlock } from "../parts/esf-block.ts";
import { loadSignature } from "../parts/esf-signature.ts";
import { loadRequest } from "../parts/on-rights.ts";
import { readPathForm } from "../parts/path-form.ts";
import { readRequests } from "../parts/read-rights.ts";
import { stagePointForm } from "../parts/stage-points.ts";
import { loadTransmitting } from "../parts/transmitting.ts";
import { recordStagePoint } from "../record-stage-point.ts";
import { saveQuestionnaireBlock } from "../save-questionnaire-block.ts";
import { signQuestionnaire } from "../sign-questionnaire.ts";
import { carryOut, recorded, type Doing } from "./doing.ts";

const NOT_THERE = "refused noSuchCase";
const record = { intent: "record" } as const;

export interface SaidInSheet {
  readonly stage: EsfStage;
  readonly on: Day;
  /** By item, as typed; what was suggested is confirmed elsewhere. */
  readonly answers: Readonly<Record<string, string>>;
}

/** The block of that name: what is suggested and what the person says. */
export const askBlock = async (
  doing: Doing,
  code: string,
  block: string,
  { stage, on, answers }: SaidInSheet,
): Promise<string> => {
  const about = { code, stage, block };
  const loaded = await loadBlock(doing.services, doing.actor, about);
  if (!loaded.ok || loaded.value.block === undefined) return NOT_THERE;
  const { form } = loaded.value;
  const said = loaded.value.block.items.flatMap(({ id }) => (id in answers ? [[id, answers[id] ?? ""] as const] : []));
  const inputs = { ...form.shown, ...Object.fromEntries(said), [ANSWERED_ON]: on };
  const asked = { ...about, rev: form.rev, inputs, ...record };
  return carryOut(doing, `esf.${stage}.${block}`, saveQuestionnaireBlock, asked);
};

export const askSheet = async (doing: Doing, code: string, said: SaidInSheet): Promise<void> => {
  for (const { id } of doing.services.papers.esf[said.stage].blocks) await askBlock(doing, code, id, said);
};

/** On paper, that day. */
export const signSheet = async (doing: Doing, code: string, stage: EsfStage, signedOn: Day): Promise<string> => {
  const loaded = await loadSignature(doing.services, doing.actor, { code, stage });
  if (!loaded.ok) return NOT_THERE;
  const asked = { code, stage, rev: loaded.value.form.rev, inputs: { signedOn }, ...record };
  return carryOut(doing, `esf.${stage}.signed`, signQuestionnaire, asked);
};

/** *Point d'étape*: what the meeting of the day agreed. */
export const agreeAtMeeting = async (doing: Doing, code: string, agreed: string): Promise<string> => {
  const read = await readPathForm(doing.services, stagePointForm, doing.actor, { code });
  if (!read.ok) return NOT_THERE;
  const asked = { code, rev: read.value.form.rev, inputs: { agreed }, ...recorded };
  return carryOut(doing, "stagePoint", recordStagePoint, asked);
};

export interface AskedOfRights {
  readonly what: RequestKind;
  /** For a contestation. */
  readonly contested?: Contested;
  readonly receivedOn: Day;
  readonly words: string;
}

export const askRight = async (doing: Doing, code: string, asked: AskedOfRights): Promise<string> => {
  const dossier = await readDossier(doing.services, code);
  if (dossier === undefined) return NOT_THERE;
  const { form } = await readRequestForm(doing.services, dossier);
  const inputs = { contested: "", ...asked };
  return carryOut(doing, "rights.asked", noteRightsRequest, { code, rev: form.rev, inputs, ...recorded });
};

/** Today, the request that waits. */
export const answerRight = async (
  doing: Doing,
  code: string,
  said: { readonly outcome: RequestOutcome; readonly answer: string },
): Promise<string> => {
  const { services, actor } = doing;
  const request = (await readRequests(services, code)).find(({ answer }) => answer === null)?.id;
  const loaded = request === undefined ? undefined : await loadRequest(services, actor, { code, request });
  if (request === undefined || !loaded?.ok) return NOT_THERE;
  const inputs = { ...said, answeredOn: services.clock.today() };
  const asked = { code, request, rev: loaded.value.form.rev, inputs, ...record };
  return carryOut(doing, "rights.answered", answerRightsRequest, asked);
};

/** As it is projected, once the person was told and agrees. */
export const transmit = async (doing: Doing, code: string): Promise<string> => {
  const loaded = await loadTransmitting(doing.services, doing.actor, { code });
  if (!loaded.ok) return NOT_THERE;
  const { form } = loaded.value;
  const asked = { code, rev: form.rev, inputs: { ...form.shown, told: "yes" }, ...recorded };
  return carryOut(doing, "transmitted", confirmTransmission, asked);
};
