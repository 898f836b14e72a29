import { z } from "zod";
import { signatureFrom } from "../domain/esf/signature.ts";
import type { EsfStage } from "../domain/esf/codes.ts";
import { withSignature } from "../domain/esf/standing.ts";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import type { Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { done, type Result } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf } from "./parts/dossier.ts";
import { allowSignature, loadSignature, signatureInput, type SignatureForm } from "./parts/esf-signature.ts";
import { draftWrite, dropTyped, readTyped } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";

const input = signatureInput.extend({ rev: z.string(), inputs: typedInputs, intent: z.enum(["record", "keep"]) });

export interface SignedQuestionnaire {
  readonly kind: "signed" | "kept" | "toMend" | "overtaken";
}

const signedAlready = (
  code: string,
  stage: EsfStage,
  form: SignatureForm["form"],
): Result<Decision<SignedQuestionnaire>> =>
  done({
    outcome: { kind: "signed" },
    head: null,
    writes: dropTyped(form),
    audit: { act: "esf.signature.same", code, details: { stage } },
  });

/**
 * *Signé le*: the day on which the person signed, on paper, once everything asked is answered or declined. Never before the entry or the exit,
 * never before the answers, never in the future. By whoever carries the case, or the assistante who receives the papers.
 */
export const signQuestionnaire = command<z.infer<typeof input>, SignatureForm, SignedQuestionnaire>({
  act: "esf.sign",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: (services, actor, { code, stage }) => loadSignature(services, actor, { code, stage }),
  allow: allowSignature,
  decide: (services, actor, { dossier, esf, form }, request) => {
    const head = dossier.file.doc;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (kind: SignedQuestionnaire["kind"], writes: readonly Write[], next = head, details = {}) =>
      decideOnCase<SignedQuestionnaire>(services, dossier, {
        act: kind === "signed" ? "esf.signed" : `esf.signature.${kind}`,
        details: { stage: esf.stage, ...details },
        outcome: { kind },
        writes,
        after: { head: next, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    const keeps = (kind: "kept" | "toMend" | "overtaken") =>
      as(kind, [draftWrite(services, actor, form, { inputs, aboutHealth: false })]);
    if (overtaken) return keeps("overtaken");
    if (request.intent === "keep") return keeps("kept");
    const read = signatureFrom(inputs["signedOn"] ?? "", esf.standing, services.clock.today());
    if (!read.ok || esf.sheet === undefined) return keeps("toMend");
    const { doc, version } = esf.sheet;
    // Another device signed it for that day: once is enough.
    if (doc.signedOn === read.on && esf.standing.signedOn === read.on) return signedAlready(head.code, esf.stage, form);
    const at = services.clock.now().toISOString();
    const signed = { ...doc, edition: doc.edition + 1, signedOn: read.on, by: actor.memberId, at };
    return as(
      "signed",
      [{ op: "put", doc: signed, expected: version }, ...dropTyped(form)],
      withSignature(head, esf.stage, read.on),
      { on: read.on },
    );
  },
});
