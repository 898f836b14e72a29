/**
 * Which ESF+ questionnaires can be asked, and where each one stands.
 *
 * Read by others: `esfStages` from the head alone (completeness, lists, clock); `sheetStanding` with the sheet and its questionnaire.
 */
import type { CaseFile } from "../participant/case-file.ts";
import { hasDied } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import { addMonths } from "../participant/days.ts";
import { exitOf } from "../participant/exit-of.ts";
import { isAsked } from "./asked.ts";
import { ESF_STAGES, type EsfStage } from "./codes.ts";
import type { Block, Item, Questionnaire } from "./questionnaire.ts";
import { answeredOn, type EsfAnswers } from "./records.ts";

type Head = Pick<CaseFile, "status" | "entry" | "ended" | "decided" | "handovers" | "esf">;

/** `opensOn`: the first day that its answers speak of; null: it is not asked. `signedOn`: null, not signed for this entry or this exit. */
export interface StageStanding {
  readonly stage: EsfStage;
  readonly opensOn: Day | null;
  readonly signedOn: Day | null;
}

const SIGNED = { entry: "entryOn", exit: "exitOn", later: "laterOn" } as const satisfies Readonly<
  Record<EsfStage, string>
>;

/** The head once a questionnaire is signed that day; null: its signature does not count any more. */
export const withSignature = <H extends Pick<CaseFile, "esf">>(head: H, stage: EsfStage, on: Day | null): H => {
  const esf = head.esf ?? { entryOn: null, exitOn: null, laterOn: null };
  return head.esf === null && on === null ? head : { ...head, esf: { ...esf, [SIGNED[stage]]: on } };
};

const opensOn = (head: Head, stage: EsfStage, laterMonths: number): Day | null => {
  if (head.entry === null || head.status === "cancelled") return null;
  if (stage === "entry") return head.entry.on;
  const exitOn = exitOf(head);
  return exitOn === null || stage === "exit" ? exitOn : addMonths(exitOn, laterMonths);
};

/** Nobody is asked before their first interview was held. What was signed before the present exit spoke of another one: it is asked again. */
export const esfStage = (head: Head, stage: EsfStage, laterMonths: number): StageStanding => {
  const from = opensOn(head, stage, laterMonths);
  const signedOn = head.esf?.[SIGNED[stage]] ?? null;
  return { stage, opensOn: from, signedOn: signedOn !== null && from !== null && signedOn >= from ? signedOn : null };
};

export const esfStages = (head: Head, laterMonths: number): readonly StageStanding[] =>
  ESF_STAGES.map((stage) => esfStage(head, stage, laterMonths));

/** It can be filled in that day: nothing is asked of who died, and the last one is about what is so six months later. */
export const isOpenOn = ({ opensOn: from }: StageStanding, head: Pick<CaseFile, "ended">, today: Day): boolean =>
  from !== null && from <= today && !hasDied(head);

/** An entry that was held and whose questionnaire is not signed: said on the *Fiche*. */
export const awaitsEntrySheet = (head: Head): boolean => {
  const { opensOn: from, signedOn } = esfStage(head, "entry", 0);
  return from !== null && signedOn === null && !hasDied(head);
};

type Sheet = Pick<EsfAnswers, "answers" | "asked">;

/** Questions of a block that are asked and have no answer yet; *ne souhaite pas répondre* is an answer. */
export const missingIn = (block: Block, { answers }: Pick<Sheet, "answers">): readonly Item[] =>
  block.items.filter((item) => isAsked(item, answers) && answers[item.id] === undefined);

export interface BlockStanding {
  readonly block: Block;
  /** `again`: it was answered before the present entry or exit. */
  readonly state: "blank" | "again" | "begun" | "done";
  readonly missing: readonly Item[];
}

const blockStanding = (block: Block, sheet: Sheet | undefined, from: Day): BlockStanding => {
  const missing = missingIn(block, { answers: sheet?.answers ?? {} });
  const on = sheet?.asked[block.id];
  if (on === undefined) return { block, state: "blank", missing };
  if (on < from) return { block, state: "again", missing };
  return { block, state: missing.length === 0 ? "done" : "begun", missing };
};

export interface SheetStanding extends StageStanding {
  /** `notYet`: it is not asked yet, or never will be. `complete`: it can be signed. */
  readonly state: "notYet" | "blank" | "begun" | "complete" | "signed";
  readonly blocks: readonly BlockStanding[];
  /** The last day on which the person answered. */
  readonly answeredOn: Day | null;
}

const stateOf = (standing: StageStanding, blocks: readonly BlockStanding[]): SheetStanding["state"] => {
  if (standing.signedOn !== null) return "signed";
  if (standing.opensOn === null) return "notYet";
  if (blocks.every(({ state }) => state === "done")) return "complete";
  return blocks.every(({ state }) => state === "blank" || state === "again") ? "blank" : "begun";
};

/** Where one questionnaire stands: its blocks, what is missing in each, whether it can be signed. `sheet` undefined: nothing was asked yet. */
export const sheetStanding = (
  standing: StageStanding,
  { blocks: asked }: Pick<Questionnaire, "blocks">,
  sheet: Sheet | undefined,
): SheetStanding => {
  const blocks = asked.map((block) => blockStanding(block, sheet, standing.opensOn ?? ""));
  return {
    ...standing,
    state: stateOf(standing, blocks),
    blocks,
    answeredOn: sheet === undefined ? null : answeredOn(sheet),
  };
};
