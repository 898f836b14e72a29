/** *Préparer*: what the référent prepares, what the person wants to learn and to show, what is observed. */
import { z } from "zod";
import { inputsFromPreparation, preparationFromInputs } from "../domain/activation/preparation.ts";
import type { Action } from "../domain/activation/records.ts";
import type { Framework } from "../domain/framework/schema.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, query } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { draftWrite, dropTyped, readDrafted, readTyped, type Drafted } from "./parts/form.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";

const ofAction = { code: participantCode, action: z.string().max(80) } as const;

export interface ActionOfCase {
  readonly dossier: Dossier;
  readonly action: Versioned<Action>;
  /** The one that it was planned with. */
  readonly framework: Framework;
}

/** An action of another case, and one that does not exist: one and the same answer. */
export const loadAction = async (
  services: Services,
  actor: Actor,
  input: { readonly code: string; readonly action: string },
): Promise<Result<ActionOfCase>> => {
  const [dossier, action] = await Promise.all([
    loadDossier(services, actor, input),
    services.store.get("action", input.action),
  ]);
  if (!dossier.ok) return dossier;
  if (action?.doc.code !== input.code) return refused("noSuchCase");
  const planned = await services.frameworks.version(action.doc.frameworkVersion);
  return done({ dossier: dossier.value, action, framework: planned ?? services.frameworks.current });
};

export interface Preparing extends ActionOfCase {
  readonly form: Drafted<"preparation">;
  readonly identity: Identity;
}

const load = async (
  services: Services,
  actor: Actor,
  input: { readonly code: string; readonly action: string },
): Promise<Result<Preparing>> => {
  const found = await loadAction(services, actor, input);
  if (!found.ok) return found;
  const { action, framework } = found.value;
  const identity = await services.store.get("identity", input.code);
  if (identity === undefined) return refused("noSuchCase");
  const form = await readDrafted(
    services,
    { name: "preparation", id: `preparation.${action.doc.id}`, code: input.code },
    { version: action.version, inputs: inputsFromPreparation(action.doc, framework.activation) },
  );
  return done({ ...found.value, form, identity: identity.doc });
};

export const seePreparation = query<{ code: string; action: string }, Preparing, Preparing>({
  act: "preparation.see",
  input: z.strictObject(ofAction),
  about: aboutCode,
  opens: ({ code }) => code,
  load,
  allow: (actor, { dossier }) => carrierAfterEntry(actor, dossier),
  run: (_services, _actor, preparing) => done(preparing),
});

const input = z.strictObject({ ...ofAction, rev: z.string(), inputs: typedInputs, intent: z.enum(["record", "keep"]) });

/** `overtaken`: something else was written meanwhile; what was typed is shown over it, and recorded by a second press only. */
export type Prepared = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" };

export const prepareAction = command<z.infer<typeof input>, Preparing, Prepared>({
  act: "preparation.record",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load,
  allow: (actor, { dossier }) => carrierAfterEntry(actor, dossier),
  decide: (services, actor, { dossier, action, framework, form }, request) => {
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (kind: Prepared["kind"], writes: readonly Write[]) =>
      decideOnCase<Prepared>(services, dossier, {
        act: `preparation.${kind}`,
        details: { action: action.doc.id },
        outcome: { kind },
        writes,
        after: { head: dossier.file.doc, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    const typed = draftWrite(services, actor, form, { inputs, aboutHealth: true });
    if (request.intent === "keep") return as("kept", [typed]);
    if (overtaken) return as("overtaken", [typed]);
    const read = preparationFromInputs(inputs, framework.activation, framework.lengths.longText);
    if (!read.ok) return as("toMend", [typed]);
    const next: Action = { ...action.doc, preparation: read.preparation, edition: action.doc.edition + 1 };
    return as("recorded", [{ op: "put", doc: next, expected: action.version }, ...dropTyped(form)]);
  },
});
