/** The forms about one hand-over: the same promises as a form about a case. What is typed there may speak of health in functional words. */
import { z } from "zod";
import { inputsFromSheet } from "../../domain/handover/sheet-from-inputs.ts";
import { lastSending } from "../../domain/handover/standing.ts";
import { isBlankSheet, suggestedSheet, type Suggested } from "../../domain/handover/suggested-sheet.ts";
import { typedInputs, type TypedInputs } from "../../domain/diagnostic/assessment.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Write } from "../../ports/store.ts";
import { done, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import { findingsOf } from "./dossier.ts";
import { draftWrite, readDrafted, type Drafted } from "./form.ts";
import { handoverInput, handoverRev, loadHandover, type OnHandover } from "./on-handover.ts";

export const handoverFormInput = z.strictObject({
  ...handoverInput,
  rev: z.string(),
  inputs: typedInputs,
  intent: z.enum(["record", "keep"]),
});
export type HandoverFormInput = z.infer<typeof handoverFormInput>;

type HandoverFormName = "handoverSheet" | "handoverAnswer";
export interface HandoverForm extends OnHandover {
  readonly form: Drafted<HandoverFormName>;
  /** What a sheet nobody wrote on yet may begin with; null once something stands there. */
  readonly suggested: Suggested | null;
}

const ANSWER_BLANK: TypedInputs = { answer: "", on: "", reason: "", words: "", appointmentOn: "" };

const recordedIn = (name: HandoverFormName, { handover }: OnHandover, today: string): TypedInputs => {
  if (name === "handoverSheet") return inputsFromSheet(handover.doc);
  const last = lastSending(handover.doc);
  return {
    ...ANSWER_BLANK,
    answer: last?.answer === "accepted" ? "accepted" : "",
    on: last?.answeredOn ?? today,
    words: last?.words ?? "",
    appointmentOn: handover.doc.appointment?.on ?? "",
  };
};

export const loadHandoverForm =
  (name: HandoverFormName) =>
  async (
    services: Services,
    actor: Actor,
    input: { readonly code: string; readonly handover: string },
  ): Promise<Result<HandoverForm>> => {
    const loaded = await loadHandover(services, actor, input);
    if (!loaded.ok) return loaded;
    const { dossier, handover } = loaded.value;
    const form = await readDrafted(
      services,
      { name, id: `${name}.${handover.doc.id}`, code: handover.doc.code },
      { version: handoverRev(handover.doc), inputs: recordedIn(name, loaded.value, services.clock.today()) },
    );
    const isNew = name === "handoverSheet" && isBlankSheet(handover.doc) && form.draft === undefined;
    const { answers } = handover.doc;
    const suggested = isNew
      ? suggestedSheet({ findings: findingsOf(dossier.assessments), answers }, dossier.framework.lengths.facts)
      : null;
    return done({ ...loaded.value, form, suggested });
  };

export const keepHandoverTyped = (
  services: Services,
  actor: Actor,
  { form }: HandoverForm,
  inputs: TypedInputs,
): Write => draftWrite(services, actor, form, { inputs, aboutHealth: true });
