/** One block of an ESF+ questionnaire as a form: the same promises as every form, over its own block only. */
import { z } from "zod";
import { ANSWERED_ON, typedAnswer, type Reading } from "../../domain/esf/answers-from-inputs.ts";
import { suggestionFor, type Known } from "../../domain/esf/prefill.ts";
import { esfStage } from "../../domain/esf/codes.ts";
import type { Block } from "../../domain/esf/questionnaire.ts";
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { participantCode } from "../../domain/participant/codes.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Write } from "../../ports/store.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { readSituation, type Dossier } from "./dossier.ts";
import { esfClosed, readEsf, type EsfOfCase } from "./esf.ts";
import { draftWrite, readDrafted, type Drafted } from "./form.ts";
import { carrierOnly } from "./on-case.ts";
import { readRecord } from "./record.ts";

export const blockInput = z.strictObject({ code: participantCode, stage: esfStage, block: z.string().max(40) });
export type BlockInput = z.infer<typeof blockInput>;

export interface BlockForm {
  readonly dossier: Dossier;
  readonly person: Identity;
  readonly esf: EsfOfCase;
  /** Undefined: the questionnaire has no such block any more. */
  readonly block: Block | undefined;
  readonly known: Known;
  readonly form: Drafted<"questionnaire">;
  /** What a refusal reads: the day, and the first day that answers can speak of. */
  readonly today: string;
}

export const readingOf = (
  services: Pick<Services, "clock" | "plie">,
  { standing, questionnaire }: EsfOfCase,
): Reading => ({
  today: services.clock.today(),
  communes: services.plie.communes,
  notBefore: standing.opensOn ?? services.clock.today(),
  birth: questionnaire.birth,
});

/** Blocks are filled in one by one, on several devices: the version of a block is what is recorded in it, and nothing of the others. */
const recordedIn = (services: Services, { sheet, standing }: EsfOfCase, block: Block | undefined, known: Known) => {
  const answers = sheet?.doc.answers ?? {};
  const on = sheet?.doc.asked[block?.id ?? ""];
  const items = block?.items ?? [];
  const kept = items.map(({ id }) => answers[id] ?? null);
  const isCurrent = on !== undefined && on >= (standing.opensOn ?? "");
  const inputs: TypedInputs = {
    ...Object.fromEntries(
      items.map((item) => {
        const answer = answers[item.id] ?? (on === undefined ? suggestionFor(item, known)?.answer : undefined);
        return [item.id, typedAnswer(item, answer, services.plie.communes)];
      }),
    ),
    [ANSWERED_ON]: isCurrent ? on : services.clock.today(),
  };
  const version = on === undefined ? "new" : services.ids.digest(JSON.stringify([on, kept])).slice(0, 16);
  return { version, inputs };
};

const knownOf = async (services: Services, { file }: Dossier, person: Identity): Promise<Known> => {
  const { code, parcours } = file.doc;
  const [situation, news] = await Promise.all([
    readSituation(services, file.doc),
    services.store.get("exitNews", `${code}.${parcours}`),
  ]);
  return {
    identity: person,
    situation: situation?.doc.facts ?? null,
    head: file.doc,
    exitNews: news?.doc ?? null,
  };
};

export const loadBlock = async (services: Services, _actor: Actor, input: BlockInput): Promise<Result<BlockForm>> => {
  const record = await readRecord(services, input.code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const { code, parcours } = dossier.file.doc;
  const esf = await readEsf(services, dossier.file.doc, input.stage);
  const block = esf.questionnaire.blocks.find(({ id }) => id === input.block);
  const known = await knownOf(services, dossier, identity.doc);
  const form = await readDrafted(
    services,
    { name: "questionnaire", id: `questionnaire.${code}.${String(parcours)}.${input.stage}.${input.block}`, code },
    recordedIn(services, esf, block, known),
  );
  return done({
    ...{ dossier, person: identity.doc, esf, block, known, form },
    today: services.clock.today(),
  });
};

/** What was answered is read and written by who carries the case. */
export const allowBlock = (actor: Actor, { dossier, esf, today }: BlockForm): RefusalCode | null =>
  carrierOnly(actor, dossier) ?? esfClosed(dossier.file.doc, esf, today);

/** A status or a group, never health in words: these drafts follow the rule of the sheets. */
export const keepBlock = (services: Services, actor: Actor, { form }: BlockForm, inputs: TypedInputs): Write =>
  draftWrite(services, actor, form, { inputs, aboutHealth: false });
