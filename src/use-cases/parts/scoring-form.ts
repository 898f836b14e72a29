/** Fourteen levels being chosen: kept by every button, never recorded by half. Only the member who scores ever reads them. */
import { z } from "zod";
import { typedInputs, type TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { mergedInputs } from "../../domain/calibration/scores-from-inputs.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import { sameTyped } from "../../domain/shown-text.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

export interface ScoringForm {
  readonly id: string;
  readonly rev: string;
  /** What was chosen so far, by domain. */
  readonly shown: TypedInputs;
  readonly draft: Versioned<Draft> | undefined;
}

/** What a button of the form brings. */
export const scoringInput = { rev: z.string(), inputs: typedInputs, intent: z.enum(["record", "keep"]) } as const;

export const readScoringForm = async (services: Services, id: string): Promise<ScoringForm> => {
  const draft = await services.store.get("draft", id);
  return { id, rev: draft?.version ?? "new", shown: draft?.doc.inputs ?? {}, draft };
};

/** `overtaken`: an older card of one's own comes back with something else; what either scored is kept, and shown again. */
export const readChosen = (
  form: ScoringForm,
  sent: { readonly rev: string; readonly inputs: TypedInputs },
): { readonly inputs: TypedInputs; readonly overtaken: boolean } => {
  const inputs = { ...form.shown, ...sent.inputs };
  if (sent.rev === form.rev || sameTyped(form.shown, inputs)) return { inputs, overtaken: false };
  return { inputs: mergedInputs(form.shown, sent.inputs), overtaken: true };
};

/** `code` is the real file that is scored; null for a vignette, whose draft does not outlive thirty days. */
export const keepChosen = (
  services: Services,
  actor: Actor,
  form: ScoringForm,
  code: string | null,
  inputs: TypedInputs,
): Write => ({
  op: "put",
  doc: {
    kind: "draft",
    schemaVersion: 1,
    id: form.id,
    form: "scoring",
    code,
    aboutHealth: code !== null,
    inputs,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  },
  expected: form.draft?.version ?? "new",
});

export const dropChosen = ({ id, draft }: ScoringForm): readonly Write[] =>
  draft === undefined ? [] : [{ op: "delete", kind: "draft", id, expected: draft.version }];
