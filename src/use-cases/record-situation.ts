import type { Actor } from "../domain/people/actor.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { NOTHING_ASKED, type SituationFacts, type SituationRecord } from "../domain/suggestion/facts.ts";
import { inputsFromSituation, situationFromInputs } from "../domain/suggestion/situation-from-inputs.ts";
import type { Versioned, Write } from "../ports/store.ts";
import { findingsOf, readSituation, type Dossier } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { command } from "./frame/use-case.ts";

export type RecordedSituation = { readonly kind: "recorded" | "toMend" | "kept" | "conflict" };

interface SituationForm {
  readonly dossier: Dossier;
  readonly recorded: Versioned<SituationRecord> | undefined;
  readonly form: Form;
}

const formOver = (
  services: Services,
  file: CaseFile,
  recorded: Versioned<SituationRecord> | undefined,
): Promise<Form> =>
  // What is typed lasts as long as the parcours, whatever assessment is opened meanwhile.
  readForm(
    services,
    "situation",
    { ...file, round: null },
    {
      version: recorded?.version ?? "new",
      inputs: inputsFromSituation(recorded?.doc.facts ?? NOTHING_ASKED),
    },
  );

export const readSituationForm = async (services: Services, { file }: Dossier): Promise<Form> =>
  formOver(services, file.doc, await readSituation(services, file.doc));

/** The facts of a case as one document, written over what was read. */
export const situationWrite = (
  services: Services,
  actor: Actor,
  file: Pick<CaseFile, "code" | "parcours">,
  facts: SituationFacts,
  read: Versioned<SituationRecord> | undefined,
): Write => ({
  op: "put",
  doc: {
    kind: "situation",
    schemaVersion: 1,
    code: file.code,
    parcours: file.parcours,
    facts,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  },
  expected: read?.version ?? "new",
});

/** *Situation*: facts for eligibility and reports, by the référent of the case, once the notice was given. Nothing of them enters a figure. */
export const recordSituation = command<FormInput, SituationForm, RecordedSituation>({
  act: "situation.record",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    if (!dossier.ok) return dossier;
    const file = dossier.value.file.doc;
    const recorded = await readSituation(services, file);
    return done({ dossier: dossier.value, recorded, form: await formOver(services, file, recorded) });
  },
  allow: (actor: Actor, { dossier }) => carrierAfterEntry(actor, dossier),
  decide: (services, actor, { dossier, recorded, form }, request) => {
    const file = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const after = { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) };
    /** No answer in the trail nor in the events: they outlive the case. */
    const as = (kind: RecordedSituation["kind"], writes: readonly Write[]) =>
      decideOnCase<RecordedSituation>(services, dossier, {
        act: `situation.${kind}`,
        outcome: { kind },
        writes,
        after,
      });
    if (overtaken)
      return as(
        "conflict",
        setAside(services, actor, file, "situation", { ...inputs, intent: request.intent }, request.settles),
      );
    const settled = settleWrites(file, actor, request.settles);
    const read = request.intent === "keep" ? undefined : situationFromInputs(inputs, services.clock.today());
    if (read === undefined || !read.ok)
      return as(read === undefined ? "kept" : "toMend", [...settled, keepTyped(services, actor, form, inputs)]);
    return as("recorded", [
      ...settled,
      situationWrite(services, actor, file, read.facts, recorded),
      ...dropTyped(form),
    ]);
  },
});
