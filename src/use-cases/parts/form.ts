/** A form about a case whose answers are not an assessment: what was typed is kept by every button, newer work is never overwritten. */
import { z } from "zod";
import type { Actor } from "../../domain/people/actor.ts";
import { typedInputs, type TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { participantCode } from "../../domain/participant/codes.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { sameTyped, withTheRest } from "../../domain/shown-text.ts";
import type { Draft } from "../../domain/records/bookkeeping.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";

/** What a form's button brings. */
export const formInput = z.strictObject({
  code: participantCode,
  rev: z.string(),
  inputs: typedInputs,
  /** `record` when it is done; `keep` when another button carries what was typed. */
  intent: z.enum(["record", "keep"]),
  /** The id of my version that was set aside, when it is chosen over what is recorded; null otherwise. */
  settles: z.string().nullable(),
});
export type FormInput = z.infer<typeof formInput>;

export const FORMS = [
  "entry",
  "identity",
  "personView",
  "situation",
  "recommendation",
  "review",
  "contact",
  "outreach",
  "ending",
  "pause",
  "followUp",
  "exitNews",
  "stagePoint",
  "transmission",
  "rightsRequest",
] as const;
export type FormName = (typeof FORMS)[number];

/** What every form is, whatever it is about: what is recorded, and the draft over it. */
export interface Drafted<Name extends string> {
  readonly name: Name;
  readonly id: string;
  /** The case that it is about. */
  readonly code: string;
  /** The version of what is recorded, and of the draft over it. */
  readonly rev: string;
  /** What the card is filled with: the draft, else what is recorded. */
  readonly shown: TypedInputs;
  readonly draft: Versioned<Draft> | undefined;
}
export type Form = Drafted<FormName>;

/** What the record says now, with its version. */
export interface Recorded {
  readonly version: string;
  readonly inputs: TypedInputs;
}

export const readDrafted = async <Name extends string>(
  services: Services,
  of: Pick<Drafted<Name>, "name" | "id" | "code">,
  recorded: Recorded,
): Promise<Drafted<Name>> => {
  const draft = await services.store.get("draft", of.id);
  return {
    ...of,
    rev: `${recorded.version}~${draft?.version ?? "new"}`,
    shown: { ...recorded.inputs, ...draft?.doc.inputs },
    draft,
  };
};

export const draftWrite = (
  services: Services,
  actor: Actor,
  form: Pick<Drafted<Draft["form"]>, "name" | "id" | "draft"> & Pick<Draft, "code">,
  typed: { readonly inputs: TypedInputs; readonly aboutHealth: boolean },
): Write => ({
  op: "put",
  doc: {
    kind: "draft",
    schemaVersion: 1,
    id: form.id,
    form: form.name,
    code: form.code,
    ...typed,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  },
  expected: form.draft?.version ?? "new",
});

const idOf = (name: FormName, file: CaseFile): string => `${name}.${file.code}.${file.parcours}.${file.round ?? "-"}`;

export const readForm = (services: Services, name: FormName, file: CaseFile, recorded: Recorded): Promise<Form> =>
  readDrafted(services, { name, id: idOf(name, file), code: file.code }, recorded);

/** An input that did not come back is unchanged. `overtaken`: the card is older than what is there, and says something else. */
export const readTyped = (
  form: Pick<Form, "rev" | "shown">,
  rev: string,
  sent: TypedInputs,
): { readonly inputs: TypedInputs; readonly overtaken: boolean } => {
  const inputs = withTheRest(form.shown, sent);
  return { inputs, overtaken: rev !== form.rev && !sameTyped(form.shown, inputs) };
};

/** Where someone argues or agrees in their own words, health may be spoken of; elsewhere no form asks for anything near it. */
const MAY_SPEAK_OF_HEALTH: ReadonlySet<FormName> = new Set([
  "recommendation",
  "review",
  "ending",
  "pause",
  "followUp",
  "stagePoint",
  "transmission",
  "rightsRequest",
]);

export const keepTyped = (services: Services, actor: Actor, form: Form, inputs: TypedInputs): Write =>
  draftWrite(services, actor, form, {
    inputs,
    aboutHealth: MAY_SPEAK_OF_HEALTH.has(form.name),
  });

export const dropTyped = (form: Pick<Form, "id" | "draft">): readonly Write[] =>
  form.draft === undefined ? [] : [{ op: "delete", kind: "draft", id: form.id, expected: form.draft.version }];
