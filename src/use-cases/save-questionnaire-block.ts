import { z } from "zod";
import { canonicalJson } from "../domain/canonical-json.ts";
import { answersFromInputs } from "../domain/esf/answers-from-inputs.ts";
import { suggestionFor, type Known } from "../domain/esf/prefill.ts";
import type { Block } from "../domain/esf/questionnaire.ts";
import { answeredOn, type EsfAnswers, type EsfAnswerSheet, type EsfSource } from "../domain/esf/records.ts";
import { sheetStanding, withSignature } from "../domain/esf/standing.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import { refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf } from "./parts/dossier.ts";
import { allowBlock, blockInput, keepBlock, loadBlock, readingOf, type BlockForm } from "./parts/esf-block.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";

const input = blockInput.extend({ rev: z.string(), inputs: typedInputs, intent: z.enum(["record", "keep"]) });
type Input = z.infer<typeof input>;

/** `unsigned`: an answer was changed after the signature, which is asked again. `next`: the block after it that still waits for answers; null: none. */
export type SavedBlock =
  | { readonly kind: "kept" | "toMend" | "overtaken" }
  | { readonly kind: "recorded"; readonly unsigned: boolean; readonly next: string | null };

/** In whatever order blocks were filled in. */
const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

/** Confirmed where the answer is the one that was suggested; as it was kept where it did not change. */
const sourceOf = (
  known: Known,
  block: Block,
  before: EsfAnswers | undefined,
  id: string,
  answer: unknown,
): EsfSource => {
  if (before !== undefined && same(before.answers[id], answer)) return before.sources[id] ?? "said";
  const item = block.items.find((one) => one.id === id);
  const suggested = item === undefined ? null : suggestionFor(item, known);
  return suggested !== null && same(suggested.answer, answer) ? suggested.source : "said";
};

const without = <V>(kept: Readonly<Record<string, V>>, block: Block): Readonly<Record<string, V>> =>
  Object.fromEntries(Object.entries(kept).filter(([id]) => block.items.every((item) => item.id !== id)));

interface Recorded {
  readonly block: Block;
  readonly answers: EsfAnswerSheet;
  readonly on: Day;
}

const sheetWith = (
  services: Services,
  actor: Actor,
  loaded: BlockForm,
  { block, answers, on }: Recorded,
): EsfAnswers => {
  const { esf, known, dossier } = loaded;
  const before = esf.sheet?.doc;
  const said = Object.keys(answers).map((id) => [id, sourceOf(known, block, before, id, answers[id])] as const);
  const { code, parcours } = dossier.file.doc;
  return {
    ...{ kind: "esfAnswers", schemaVersion: 1, code, parcours, stage: esf.stage },
    version: esf.questionnaire.version,
    edition: (before?.edition ?? 0) + 1,
    answers: { ...without(before?.answers ?? {}, block), ...answers },
    sources: { ...without(before?.sources ?? {}, block), ...Object.fromEntries(said) },
    asked: { ...before?.asked, [block.id]: on },
    signedOn: before?.signedOn ?? null,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
};

/** What is signed is what was answered that day: anything else asks for a new signature. */
const signatureStands = (after: EsfAnswers, before: EsfAnswers | undefined): boolean =>
  after.signedOn !== null && same(before?.answers, after.answers) && (answeredOn(after) ?? "") <= after.signedOn;

/** The next one that still waits for something. */
const nextBlock = ({ esf }: BlockForm, { id }: Block, sheet: EsfAnswers): string | null => {
  const { blocks } = sheetStanding(esf.standing, esf.questionnaire, sheet);
  const after = blocks.slice(blocks.findIndex(({ block }) => block.id === id) + 1);
  return after.find(({ state }) => state !== "done")?.block.id ?? null;
};

const sheetWrite = ({ esf }: BlockForm, doc: EsfAnswers): Write => ({
  op: "put",
  doc,
  expected: esf.sheet?.version ?? "new",
});

/** One block of an ESF+ questionnaire, by who carries the case. What is not answered stays missing; a decline is an answer. */
export const saveQuestionnaireBlock = command<Input, BlockForm, SavedBlock>({
  act: "esf.record",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, actor, { code, stage, block }) => loadBlock(services, actor, { code, stage, block }),
  allow: allowBlock,
  decide: (services, actor, loaded, request) => {
    const { dossier, block, esf, form } = loaded;
    if (block === undefined) return refused("changedMeanwhile");
    const head = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (outcome: SavedBlock, writes: readonly Write[], next = head, details = {}) =>
      decideOnCase<SavedBlock>(services, dossier, {
        act: `esf.${outcome.kind}`,
        // Which block of which paper, never what was answered in it.
        details: { stage: esf.stage, block: block.id, ...details },
        outcome,
        writes,
        after: { head: next, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    const keeps = (kind: "kept" | "toMend" | "overtaken") => as({ kind }, [keepBlock(services, actor, loaded, inputs)]);
    if (overtaken) return keeps("overtaken");
    if (request.intent === "keep") return keeps("kept");
    const read = answersFromInputs(block, inputs, readingOf(services, esf));
    if (!read.ok) return keeps("toMend");
    const sheet = sheetWith(services, actor, loaded, { block, answers: read.answers, on: read.on });
    const stands = signatureStands(sheet, esf.sheet?.doc);
    const unsigned = sheet.signedOn !== null && !stands;
    const next = nextBlock(loaded, block, sheet);
    return as(
      { kind: "recorded", unsigned, next },
      [sheetWrite(loaded, stands ? sheet : { ...sheet, signedOn: null }), ...dropTyped(form)],
      unsigned ? withSignature(head, esf.stage, null) : head,
      unsigned ? { unsigned: "yes" } : {},
    );
  },
});
