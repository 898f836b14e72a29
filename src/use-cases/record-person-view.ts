import type { Actor } from "../domain/people/actor.ts";
import { inputsFromPersonView, personViewFromInputs } from "../domain/diagnostic/person-view-from-inputs.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import {
  aboutCode,
  decideOnCase,
  decisionThatWaits,
  loadDossier,
  queueOfCase,
  recordsPersonView,
} from "./parts/on-case.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { command } from "./frame/use-case.ts";

export type RecordedView = {
  readonly kind: "recorded" | "toMend" | "kept" | "conflict";
  /** The review whose decision waits for it, where it is not the référent of the case who writes. */
  readonly waits: string | null;
};

export interface PersonViewForm {
  readonly dossier: Dossier;
  readonly form: Form;
}

export const readPersonViewForm = (services: Services, dossier: Dossier): Promise<Form> =>
  readForm(services, "personView", dossier.file.doc, {
    version: services.ids.digest(JSON.stringify(dossier.round?.doc.personView ?? null)),
    inputs: inputsFromPersonView(dossier.round?.doc.personView ?? null),
  });

/** *Point de vue de la personne* on the synthesis: what they agree with, in their words. The synthesis was then done with them. */
export const recordPersonView = command<FormInput, PersonViewForm, RecordedView>({
  act: "personView.record",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    return dossier.ok
      ? done({ dossier: dossier.value, form: await readPersonViewForm(services, dossier.value) })
      : dossier;
  },
  allow: (actor: Actor, { dossier }) => recordsPersonView(actor, dossier),
  decide: (services, actor, { dossier, form }, request) => {
    const file = dossier.file.doc;
    const open = dossier.round;
    if (open === undefined) return refused("notEntered");
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const findings = findingsOf(dossier.assessments);
    const as = (kind: RecordedView["kind"], writes: Parameters<typeof decideOnCase>[2]["writes"], round = open.doc) =>
      decideOnCase<RecordedView>(services, dossier, {
        act: `personView.${kind}`,
        details: { round: round.round, agreement: round.personView?.agreement ?? null },
        outcome: { kind, waits: decisionThatWaits(actor, file) },
        writes,
        after: { head: file, round, findings },
      });
    if (overtaken)
      return as(
        "conflict",
        setAside(services, actor, file, "personView", { ...inputs, intent: request.intent }, request.settles),
      );
    const settled = settleWrites(file, actor, request.settles);
    const today = services.clock.today();
    const read =
      request.intent === "keep"
        ? undefined
        : personViewFromInputs(inputs, { framework: dossier.framework, by: actor.memberId, today });
    if (read === undefined || !read.ok)
      return as(read === undefined ? "kept" : "toMend", [...settled, keepTyped(services, actor, form, inputs)]);
    const round = { ...open.doc, personView: read.view, synthesisOn: open.doc.synthesisOn ?? today };
    return as("recorded", [...settled, { op: "put", doc: round, expected: open.version }, ...dropTyped(form)], round);
  },
});
