/** What a person was told and agreed to, and what they asked of what is noted about them: a history, never rewritten but by an erasure. */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { AGREEMENT_STATES, AGREEMENTS, CONTESTED, REQUEST_OUTCOMES, REQUESTS } from "./codes.ts";

const about = { code: participantCode, parcours: z.number().int().positive() };

export const agreement = z.strictObject({
  kind: z.literal("agreement"),
  schemaVersion: z.literal(1),
  /** Counts with the case: `P-2026-0001.4.notice`. */
  id: z.string(),
  ...about,
  what: z.enum(AGREEMENTS),
  state: z.enum(AGREEMENT_STATES),
  on: day,
  /** Of the notice that was in force. */
  version: z.string(),
  /** In which language it was explained, and whether through an interpreter; null: not said again. */
  language: z.string().nullable(),
  interpreter: z.boolean().nullable(),
  by: memberId,
  at: instant,
});
export type Agreement = z.infer<typeof agreement>;

export const WORDS_AT_MOST = 1_000;

export const rightsRequest = z.strictObject({
  kind: z.literal("rightsRequest"),
  schemaVersion: z.literal(1),
  /** `P-2026-0001.4`: of the fourth edition of the case. */
  id: z.string(),
  ...about,
  what: z.enum(REQUESTS),
  /** What is contested; null: it is no contestation. */
  contested: z.enum(CONTESTED).nullable(),
  receivedOn: day,
  dueOn: day,
  /** As the person said it. */
  words: z.string(),
  answer: z
    .strictObject({
      outcome: z.enum(REQUEST_OUTCOMES),
      /** What was done or changed, or why not. */
      words: z.string(),
      on: day,
      by: memberId,
      at: instant,
    })
    .nullable(),
  by: memberId,
  at: instant,
});
export type RightsRequest = z.infer<typeof rightsRequest>;
export type RequestAnswer = NonNullable<RightsRequest["answer"]>;

/** Words may have been argued with health: what was asked, when and what came of it stays, the words go. */
export const requestWithoutHealth = (request: RightsRequest): RightsRequest => ({
  ...request,
  words: "",
  answer: request.answer === null ? null : { ...request.answer, words: "" },
});

/** The soonest day on which an answer is due; null: nothing waits. */
export const soonestDue = (requests: readonly Pick<RightsRequest, "answer" | "dueOn">[]): string | null =>
  requests
    .flatMap(({ answer, dueOn }) => (answer === null ? [dueOn] : []))
    .toSorted()
    .at(0) ?? null;
