/**
 * Typed ESF+ answers, apart from the diagnostic, with their own clock: one sheet for each parcours and each moment.
 *
 * Read by others: `esfAnswers` is the stored document (id `esfAnswersId`, listed by `case:<code>`); its answers are read with the questionnaire
 * of its own `version` (`paper` keeps each text), never with today's.
 */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { PREFILL_SOURCES } from "./prefill-names.ts";
import { DECLINED, esfStage } from "./codes.ts";

/** A value of the item's list, several of them, a day or an INSEE code, as the item's type says; `declined`: *ne souhaite pas répondre*. No key: not answered. */
const esfAnswer = z.union([z.string().min(1).max(40), z.array(z.string().min(1).max(40)).min(1).max(14)]);
export type EsfAnswer = z.infer<typeof esfAnswer>;
export type EsfAnswerSheet = Readonly<Record<string, EsfAnswer>>;

/** `said`: as the person said it; another one: the suggestion that they confirmed. */
const esfSource = z.enum(["said", ...PREFILL_SOURCES]);
export type EsfSource = z.infer<typeof esfSource>;

export const esfAnswers = z.strictObject({
  kind: z.literal("esfAnswers"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  stage: esfStage,
  /** Of the questionnaire that was asked. */
  version: z.string(),
  /** Grows at each record of a block and at each signature. */
  edition: z.number().int().positive(),
  /** By item. */
  answers: z.record(z.string(), esfAnswer),
  sources: z.record(z.string(), esfSource),
  /** Blocks recorded, with the day on which the person answered. */
  asked: z.record(z.string(), day),
  /** *Signé le*; null: not yet, or an answer was changed since. */
  signedOn: day.nullable(),
  by: memberId,
  at: instant,
});
export type EsfAnswers = z.infer<typeof esfAnswers>;

export const esfAnswersId = ({ code, parcours, stage }: Pick<EsfAnswers, "code" | "parcours" | "stage">): string =>
  `${code}.${parcours}.${stage}`;

export const isDeclined = (answer: EsfAnswer | undefined): boolean => answer === DECLINED;

/** The last day on which the person answered; null: nothing was asked yet. */
export const answeredOn = ({ asked }: Pick<EsfAnswers, "asked">): string | null =>
  Object.values(asked).sort().at(-1) ?? null;
