import { mayManageCase } from "../domain/people/actor.ts";
import { inputsFromIdentity, personFromInputs } from "../domain/participant/identity-from-inputs.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { done, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { command } from "./frame/use-case.ts";

export type CorrectedIdentity = { readonly kind: "corrected" | "toMend" | "kept" | "conflict" };

export interface IdentityForm extends RecordOf {
  readonly form: Form;
}

export const readIdentityForm = async (services: Services, code: string): Promise<Result<IdentityForm>> => {
  const record = await readRecord(services, code);
  if (!record.ok) return record;
  const { dossier, identity } = record.value;
  const inputs = inputsFromIdentity(identity.doc, services.plie.communes);
  const form = await readForm(services, "identity", dossier.file.doc, { version: identity.version, inputs });
  return done({ dossier, identity, form });
};

/** Corrects who the person is. The trail says that it was corrected and which fields, never the words. */
export const correctIdentity = command<FormInput, IdentityForm, CorrectedIdentity>({
  act: "identity.correct",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, _actor, { code }) => readIdentityForm(services, code),
  allow: (actor, { dossier }) => (mayManageCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  decide: (services, actor, { dossier, identity, form }, request) => {
    const file = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (
      kind: CorrectedIdentity["kind"],
      writes: Parameters<typeof decideOnCase>[2]["writes"],
      details: Record<string, string> = {},
    ) =>
      decideOnCase<CorrectedIdentity>(services, dossier, {
        act: `identity.${kind}`,
        details,
        outcome: { kind },
        writes,
        after: { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    if (overtaken)
      return as(
        "conflict",
        setAside(services, actor, file, "identity", { ...inputs, intent: request.intent }, request.settles),
      );
    const settled = settleWrites(file, actor, request.settles);
    if (request.intent === "keep") return as("kept", [...settled, keepTyped(services, actor, form, inputs)]);
    const read = personFromInputs(inputs, { communes: services.plie.communes, today: services.clock.today() });
    if (!read.ok) return as("toMend", [...settled, keepTyped(services, actor, form, inputs)]);
    const next: Identity = { ...identity.doc, ...read.details };
    const before = inputsFromIdentity(identity.doc, services.plie.communes);
    const after = inputsFromIdentity(next, services.plie.communes);
    const fields = Object.entries(after)
      .filter(([field, text]) => Object.entries(before).some(([known, was]) => known === field && was !== text))
      .map(([field]) => field);
    return as("corrected", [...settled, { op: "put", doc: next, expected: identity.version }, ...dropTyped(form)], {
      fields: fields.join(","),
    });
  },
});
