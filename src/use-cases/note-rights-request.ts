import { maySeeCase } from "../domain/people/actor.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { TypedInputs } from "../domain/diagnostic/assessment.ts";
import type { Actor } from "../domain/people/actor.ts";
import { soonestDue, type RightsRequest } from "../domain/rights/records.ts";
import { answerDueOn, requestFromInputs, type Requested } from "../domain/rights/request-from-inputs.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf, type Dossier } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readForm, readTyped, type Form, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, loadDossier, queueOfCase } from "./parts/on-case.ts";
import { notesRights } from "./parts/on-rights.ts";
import { readRequests } from "./parts/read-rights.ts";

/** `overtaken`: somebody noted another one meanwhile; what was typed is kept, to be read again. */
export type RequestNoted = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" };

export interface RequestForm {
  readonly dossier: Dossier;
  readonly form: Form;
  readonly requests: readonly RightsRequest[];
}

export const readRequestForm = async (services: Services, dossier: Dossier): Promise<RequestForm> => {
  const file = dossier.file.doc;
  const requests = await readRequests(services, file.code);
  const inputs: TypedInputs = { what: "", contested: "", receivedOn: services.clock.today(), words: "" };
  const form = await readForm(services, "rightsRequest", file, { version: String(requests.length), inputs });
  return { dossier, form, requests };
};

const requestOf = (services: Services, actor: Actor, file: CaseFile, asked: Requested): RightsRequest => {
  const { code, parcours, edition } = file;
  return {
    kind: "rightsRequest",
    schemaVersion: 1,
    id: `${code}.${edition + 1}`,
    code,
    parcours,
    ...asked,
    dueOn: answerDueOn(asked.receivedOn, services.papers.retention.answerMonths),
    answer: null,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
};

const soonest = (one: Day | null, other: Day): Day => (one !== null && one < other ? one : other);

/** What the person asks of what is noted about them, in their own words: answered within the month that the law gives. */
export const noteRightsRequest = command<FormInput, RequestForm, RequestNoted>({
  act: "rights.note",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: async (services, actor, request) => {
    const dossier = await loadDossier(services, actor, request);
    // Nothing more is read for who may not.
    if (!dossier.ok || !maySeeCase(actor, dossier.value.file.doc)) return { ok: false, refusal: "noSuchCase" };
    return done(await readRequestForm(services, dossier.value));
  },
  allow: (actor, { dossier }) => notesRights(actor, dossier.file.doc),
  decide: (services, actor, { dossier, form, requests }, request) => {
    const file = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const after = { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) };
    const keeps = (kind: RequestNoted["kind"]) =>
      decideOnCase<RequestNoted>(services, dossier, {
        act: `rightsRequest.${kind}`,
        outcome: { kind },
        writes: [keepTyped(services, actor, form, inputs)],
        after,
      });
    if (overtaken) return keeps("overtaken");
    if (request.intent === "keep") return keeps("kept");
    const read = requestFromInputs(inputs, file, services.clock.today());
    if (!read.ok) return keeps("toMend");
    const doc = requestOf(services, actor, file, read.value);
    const { what, contested, receivedOn, dueOn } = doc;
    const rightsDueOn = soonest(soonestDue(requests), dueOn);
    return decideOnCase<RequestNoted>(services, dossier, {
      act: "rights.requested",
      details: { request: doc.id, what, contested, receivedOn, dueOn },
      outcome: { kind: "recorded" },
      writes: [{ op: "put", doc, expected: "new" }, ...dropTyped(form)],
      after: { ...after, head: { ...file, rightsDueOn } },
    });
  },
});
