import type { Actor } from "../domain/people/actor.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { inputsFromRecommendation, recommendationFromInputs } from "../domain/suggestion/recommendation-from-inputs.ts";
import type { Recommendation } from "../domain/suggestion/stored-lead.ts";
import type { Versioned } from "../ports/store.ts";
import { findingsOf, readRecommendation, type Dossier } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { command } from "./frame/use-case.ts";

export type RecordedRecommendation = { readonly kind: "recorded" | "toMend" | "kept" | "conflict" };

interface RecommendationForm {
  readonly dossier: Dossier;
  readonly recorded: Versioned<Recommendation> | undefined;
  readonly form: Form;
}

const formOver = (services: Services, { file }: Dossier, said: Recommendation["said"] | undefined): Promise<Form> =>
  readForm(services, "recommendation", file.doc, {
    version: services.ids.digest(JSON.stringify(said ?? null)),
    inputs: inputsFromRecommendation(said),
  });

export const readRecommendationForm = async (services: Services, dossier: Dossier): Promise<Form> =>
  formOver(services, dossier, (await readRecommendation(services, dossier.file.doc))?.doc.said);

const blank = ({ code, parcours }: CaseFile, round: number, said: Recommendation["said"]): Recommendation => ({
  kind: "recommendation",
  schemaVersion: 1,
  code,
  parcours,
  round,
  said,
  before: null,
  leadShown: null,
  aside: null,
});

/**
 * *Ma préconisation* and why, by the référent of the case, in the open round. It opens the lead; it may change afterwards, and what stood
 * when the lead was first shown stays.
 */
export const recordRecommendation = command<FormInput, RecommendationForm, RecordedRecommendation>({
  act: "recommendation.record",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    if (!dossier.ok) return dossier;
    const recorded = await readRecommendation(services, dossier.value.file.doc);
    return done({
      dossier: dossier.value,
      recorded,
      form: await formOver(services, dossier.value, recorded?.doc.said),
    });
  },
  allow: (actor: Actor, { dossier }) => carrierAfterEntry(actor, dossier),
  decide: (services, actor, { dossier, recorded, form }, request) => {
    const file = dossier.file.doc;
    const open = dossier.round?.doc;
    if (open === undefined) return refused("notEntered");
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (
      kind: RecordedRecommendation["kind"],
      writes: Parameters<typeof decideOnCase>[2]["writes"],
      choice = "",
    ) =>
      decideOnCase<RecordedRecommendation>(services, dossier, {
        act: `recommendation.${kind}`,
        details: { round: open.round, choice: choice === "" ? null : choice },
        outcome: { kind },
        writes,
        after: { head: file, round: open, findings: findingsOf(dossier.assessments) },
      });
    if (overtaken)
      return as(
        "conflict",
        setAside(services, actor, file, "recommendation", { ...inputs, intent: request.intent }, request.settles),
      );
    const settled = settleWrites(file, actor, request.settles);
    const read = request.intent === "keep" ? undefined : recommendationFromInputs(inputs, dossier.framework);
    if (read === undefined || !read.ok)
      return as(read === undefined ? "kept" : "toMend", [...settled, keepTyped(services, actor, form, inputs)]);
    const { choice, why } = read;
    const said = { choice, why, by: actor.memberId, at: services.clock.now().toISOString() };
    const doc = recorded === undefined ? blank(file, open.round, said) : { ...recorded.doc, said };
    const write = { op: "put", doc, expected: recorded?.version ?? "new" } as const;
    return as("recorded", [...settled, write, ...dropTyped(form)], choice);
  },
});
