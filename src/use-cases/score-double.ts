import { z } from "zod";
import type { DoubleScoring } from "../domain/calibration/records.ts";
import { scoresFromInputs } from "../domain/calibration/scores-from-inputs.ts";
import type { DomainId, Framework } from "../domain/framework/schema.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Draft } from "../domain/records/bookkeeping.ts";
import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { loadDouble, secondOnly, type DoubleLoaded, type Noted } from "./parts/double-scoring.ts";
import { aboutCode, queueOfCase } from "./parts/on-case.ts";
import { leftToSend } from "./frame/left-to-send.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { dropChosen, keepChosen, readChosen, scoringInput } from "./parts/scoring-form.ts";
import { command, query } from "./frame/use-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

/** What the second référent has in front of them: nothing of the first one's levels leaves the use case. */
export interface DoubleView {
  readonly until: string;
  readonly framework: Framework;
  readonly noted: ReadonlyMap<DomainId, Noted>;
  readonly form: { readonly rev: string; readonly shown: TypedInputs; readonly draft: Draft | undefined };
}

/** Opens one file to whoever was asked to score it a second time; noted in the trail of the case. */
export const seeDouble = query<Input, DoubleLoaded, DoubleView>({
  act: "double.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadDouble,
  allow: secondOnly,
  run: (_services, _actor, { scoring, framework, noted, form: { rev, shown, draft } }) =>
    done({ until: scoring.doc.until, framework, noted, form: { rev, shown, draft: draft?.doc } }),
});

/** Whether an offer still stands, for the message that tells it: shows nothing of the file. */
export const seeDoubleOffer = query<Input, DoubleLoaded, { readonly until: string }>({
  act: "double.offer.see",
  input,
  about: aboutCode,
  load: loadDouble,
  allow: secondOnly,
  run: (_services, _actor, { scoring }) => done({ until: scoring.doc.until }),
});

/** In the trail of the case, whose head does not change. */
const decided = <Kind extends string>(
  { file, scoring }: DoubleLoaded,
  kind: Kind,
  next: Partial<DoubleScoring>,
  writes: readonly Write[],
) =>
  done({
    outcome: { kind },
    head: { next: file.doc, version: file.version },
    writes: [{ op: "put" as const, doc: { ...scoring.doc, ...next }, expected: scoring.version }, ...writes],
    audit: { act: `double.${kind}`, code: file.doc.code, details: { round: scoring.doc.round } },
  });

const CARDS_AT_MOST = 40;

/** What was shown of the file to whoever scored it says, from now on, that it is closed: the card that was pressed has its own answer. */
const closedCards = async (services: Services, actor: Actor, code: string): Promise<readonly Write[]> => {
  const posted = await services.store.list({
    ...{ kind: "posted", key: `case:${code}`, limit: CARDS_AT_MOST, descending: true },
  });
  const screen = { screen: "doubleOffered", code, notice: null, at: null };
  return posted.items.flatMap(({ doc: { memberId, conversationId, activityId } }) =>
    memberId === (actor.playedBy ?? actor.memberId)
      ? [leftToSend(services, { what: "update", memberId, conversationId, activityId, code, screen })]
      : [],
  );
};

export type ScoredDouble = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" };
const scoreInput = z.strictObject({ code: participantCode, ...scoringInput });

/** Scores a real file a second time. Once it is done, the file is closed to whoever did it. */
export const scoreDouble = command<z.infer<typeof scoreInput>, DoubleLoaded, ScoredDouble>({
  act: "double.score",
  input: scoreInput,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDouble,
  allow: secondOnly,
  decide: async (services, actor, double, request) => {
    const { inputs, overtaken } = readChosen(double.form, request);
    const kept = [keepChosen(services, actor, double.form, double.file.doc.code, inputs)];
    if (overtaken || request.intent === "keep")
      return decided<ScoredDouble["kind"]>(double, overtaken ? "overtaken" : "kept", { state: "accepted" }, kept);
    const second = scoresFromInputs(inputs, [...double.noted.keys()]);
    if (second === undefined) return decided<ScoredDouble["kind"]>(double, "toMend", { state: "accepted" }, kept);
    return decided<ScoredDouble["kind"]>(double, "recorded", { state: "done", second }, [
      ...dropChosen(double.form),
      ...(await closedCards(services, actor, double.file.doc.code)),
    ]);
  },
});

export type DeclinedDouble = { readonly kind: "declined" };

/** Says no: what was chosen is dropped, and the file is closed. */
export const declineDouble = command<Input, DoubleLoaded, DeclinedDouble>({
  act: "double.decline",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDouble,
  allow: secondOnly,
  decide: async (services, actor, double) =>
    decided<"declined">(double, "declined", { state: "declined" }, [
      ...dropChosen(double.form),
      ...(await closedCards(services, actor, double.file.doc.code)),
    ]),
});
