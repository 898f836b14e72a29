import { z } from "zod";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { soonestDue, type RequestAnswer } from "../domain/rights/records.ts";
import { answerFromInputs } from "../domain/rights/request-from-inputs.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { keepAnswer, loadRequest, notesRights, type OnRequest } from "./parts/on-rights.ts";
import { readRequests } from "./parts/read-rights.ts";

const input = z.strictObject({
  code: participantCode,
  request: z.string().max(60),
  rev: z.string(),
  inputs: typedInputs,
  intent: z.enum(["record", "keep"]),
});

export type RequestAnswered = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" };

/** What was done, or why not, is answered once and stays with what was asked: a contestation is never hidden. */
export const answerRightsRequest = command<z.infer<typeof input>, OnRequest, RequestAnswered>({
  act: "rights.answer",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadRequest,
  allow: (actor, { dossier }) => notesRights(actor, dossier.file.doc),
  decide: async (services, actor, { dossier, request, form }, { rev, inputs: sent, intent }) => {
    if (request.doc.answer !== null) return refused("alreadyDone");
    const file = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, rev, sent);
    const after = { head: file, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) };
    const keeps = (kind: RequestAnswered["kind"]) =>
      decideOnCase<RequestAnswered>(services, dossier, {
        act: `rightsAnswer.${kind}`,
        outcome: { kind },
        writes: [keepAnswer(services, actor, form, inputs)],
        after,
      });
    if (overtaken) return keeps("overtaken");
    if (intent === "keep") return keeps("kept");
    const read = answerFromInputs(inputs, request.doc, services.clock.today());
    if (!read.ok) return keeps("toMend");
    const answer: RequestAnswer = { ...read.value, by: actor.memberId, at: services.clock.now().toISOString() };
    const others = (await readRequests(services, file.code)).filter(({ id }) => id !== request.doc.id);
    return decideOnCase<RequestAnswered>(services, dossier, {
      act: "rights.answered",
      details: { request: request.doc.id, what: request.doc.what, outcome: answer.outcome, on: answer.on },
      outcome: { kind: "recorded" },
      writes: [{ op: "put", doc: { ...request.doc, answer }, expected: request.version }, ...dropTyped(form)],
      after: { ...after, head: { ...file, rightsDueOn: soonestDue(others) } },
    });
  },
});
