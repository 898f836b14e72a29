/** *Questionnaires ESF+* of a person: where each one stands, and one block as it is filled in. */
import { z } from "zod";
import { suggestionFor, type EsfSuggestion } from "../domain/esf/prefill.ts";
import { ESF_MILESTONES, ESF_STAGES, esfStage as stageOf, type EsfStage } from "../domain/esf/codes.ts";
import type { Block } from "../domain/esf/questionnaire.ts";
import { isOpenOn } from "../domain/esf/standing.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode, type Day } from "../domain/participant/codes.ts";
import { exitProofOn, exitToProve } from "../domain/participant/exit-proof.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { mayCarryCase, maySeeCompleteness } from "../domain/people/actor.ts";
import type { CaseSummary } from "../domain/records/bookkeeping.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { allowBlock, blockInput, loadBlock, type BlockForm } from "./parts/esf-block.ts";
import { readEsf, receivesEsfPapers, type EsfOfCase } from "./parts/esf.ts";
import { exitPresented } from "./parts/exit-presented.ts";
import { aboutCode } from "./parts/on-case.ts";
import { allowSignature, loadSignature, signatureInput, type SignatureForm } from "./parts/esf-signature.ts";

const input = z.strictObject({ code: participantCode, stage: stageOf.nullable() });
type Input = z.infer<typeof input>;

interface Loaded {
  readonly head: CaseFile;
  readonly identity: Identity;
  readonly all: readonly EsfOfCase[];
  /** What the clock waits for. */
  readonly due: CaseSummary["due"];
  readonly presented: boolean;
}
export interface QuestionnairesView extends Loaded {
  /** The one that is shown: the one asked for, else the first that is open and not signed, else the last one that is open. */
  readonly shown: EsfOfCase;
  /** `fill`: its blocks can be opened. `sign`: a signature can be recorded. */
  readonly may: { readonly fill: boolean; readonly sign: boolean };
  /** When each is to be signed; null: it is signed, or nothing makes it due now. */
  readonly dueOn: Readonly<Record<EsfStage, Day | null>>;
  /** The document that attests the exit; null: none is asked. `presented`: with the decision or the news, whenever that was. */
  readonly proof: { readonly state: "awaited" | "presented" } | { readonly state: "received"; readonly on: Day } | null;
}

const dueOf = ({ due }: Loaded): QuestionnairesView["dueOn"] => {
  const of = (stage: EsfStage): Day | null =>
    due.find(({ milestone }) => milestone === ESF_MILESTONES[stage])?.on ?? null;
  return { entry: of("entry"), exit: of("exit"), later: of("later") };
};

const proofOf = ({ head, presented }: Loaded): QuestionnairesView["proof"] => {
  if (exitToProve(head) === null) return null;
  const on = exitProofOn(head);
  if (on !== null) return { state: "received", on };
  return { state: presented ? "presented" : "awaited" };
};

const shownOf = ({ head, all }: Loaded, asked: Input["stage"], today: string): EsfOfCase | undefined => {
  const open = all.filter(({ standing }) => isOpenOn(standing, head, today));
  return (
    all.find(({ stage }) => stage === asked) ??
    open.find(({ standing }) => standing.state !== "signed") ??
    open.at(-1) ??
    all[0]
  );
};

/** Whether each is there and signed: for who sees what is complete. What was answered is in the blocks, for who carries the case. */
export const seeQuestionnaires = query<Input, Loaded, QuestionnairesView>({
  act: "esf.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, _actor, { code }) => {
    const [file, identity, summary] = await Promise.all([
      services.store.get("case", code),
      services.store.get("identity", code),
      services.store.get("summary", code),
    ]);
    if (file === undefined || identity === undefined) return refused("noSuchCase");
    const head = file.doc;
    const [all, presented] = await Promise.all([
      Promise.all(ESF_STAGES.map((stage) => readEsf(services, head, stage))),
      exitPresented(services, head),
    ]);
    return done({ head, identity: identity.doc, all, due: summary?.doc.due ?? [], presented });
  },
  allow: (actor, { head }) => {
    if (!maySeeCompleteness(actor, head)) return "noSuchCase";
    if (head.status === "cancelled") return "caseClosed";
    return head.entry === null ? "notEntered" : null;
  },
  run: (services, actor, loaded, { stage }) => {
    const today = services.clock.today();
    const shown = shownOf(loaded, stage, today);
    if (shown === undefined) return refused("noSuchCase");
    const isOpen = isOpenOn(shown.standing, loaded.head, today);
    const may = {
      fill: isOpen && mayCarryCase(actor, loaded.head),
      sign: isOpen && receivesEsfPapers(actor, loaded.head) && shown.standing.state !== "notYet",
    };
    return done({ ...loaded, shown, may, dueOn: dueOf(loaded), proof: proofOf(loaded) });
  },
});

export interface BlockView extends BlockForm {
  readonly identity: Identity;
  readonly block: Block;
  /** By item: what is suggested where nothing was answered yet. */
  readonly suggested: ReadonlyMap<string, EsfSuggestion>;
}

/** One block, filled with what was typed, else answered, else suggested. */
export const seeQuestionnaireBlock = query<z.infer<typeof blockInput>, BlockForm, BlockView>({
  act: "esf.seeBlock",
  input: blockInput,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadBlock,
  allow: allowBlock,
  run: (_services, _actor, loaded) => {
    const { block, known, esf } = loaded;
    if (block === undefined) return refused("changedMeanwhile");
    const suggested = block.items.flatMap((item) => {
      const found = esf.sheet?.doc.answers[item.id] === undefined ? suggestionFor(item, known) : null;
      return found === null ? [] : [[item.id, found] as const];
    });
    return done({ ...loaded, block, identity: loaded.person, suggested: new Map(suggested) });
  },
});

export const seeQuestionnaireSignature = query<z.infer<typeof signatureInput>, SignatureForm, SignatureForm>({
  act: "esf.seeSignature",
  input: signatureInput,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadSignature,
  allow: allowSignature,
  run: (_services, _actor, loaded) => done(loaded),
});
