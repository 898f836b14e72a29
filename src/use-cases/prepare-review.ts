import type { Actor } from "../domain/people/actor.ts";
import { submissionFromInputs } from "../domain/review/submission-from-inputs.ts";
import { findingsOf } from "./parts/dossier.ts";
import { formInput, keepTyped, readTyped, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { loadPresenting, mayPresent, toSubmit, type Presenting } from "./parts/submission.ts";
import { command } from "./frame/use-case.ts";

export type PreparedReview = { readonly kind: "ready" | "toMend" | "kept" | "conflict" };

/** *Présenter en cellule*: the cell and the question, kept as typed. Nothing is submitted before the référent has read what the channel will show. */
export const prepareReview = command<FormInput, Presenting, PreparedReview>({
  act: "review.prepare",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: loadPresenting,
  allow: (actor: Actor, presenting) => mayPresent(actor, presenting),
  decide: (services, actor, presenting, request) => {
    const { dossier, form } = presenting;
    const file = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (kind: PreparedReview["kind"], writes: Parameters<typeof decideOnCase>[2]["writes"]) =>
      decideOnCase<PreparedReview>(services, dossier, {
        act: `review.form.${kind}`,
        outcome: { kind },
        writes,
        after: { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    if (overtaken)
      return as(
        "conflict",
        setAside(services, actor, file, "review", { ...inputs, intent: request.intent }, request.settles),
      );
    const writes = [...settleWrites(file, actor, request.settles), keepTyped(services, actor, form, inputs)];
    if (request.intent === "keep") return as("kept", writes);
    return as(submissionFromInputs(inputs, toSubmit(presenting)).ok ? "ready" : "toMend", writes);
  },
});
