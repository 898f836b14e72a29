import { answerFromInputs } from "../domain/handover/answer-from-inputs.ts";
import { answered } from "../domain/handover/answered.ts";
import { stepped, type StepProblem } from "../domain/handover/steps.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import {
  handoverFormInput,
  keepHandoverTyped,
  loadHandoverForm,
  type HandoverForm,
  type HandoverFormInput,
} from "./parts/handover-form.ts";
import { aboutCode, queueOfCase } from "./parts/on-case.ts";
import { aroundOf, carriesHandover, leaveHandover, moveHandover } from "./parts/on-handover.ts";
import { command } from "./frame/use-case.ts";

export type AnsweredHandover =
  | { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" }
  | { readonly kind: "notNow"; readonly problem: StepProblem };

/** *Réponse du partenaire*: accepted, with the first appointment; refused, with the reason; or none, and the next destination is tried. */
export const answerHandover = command<HandoverFormInput, HandoverForm, AnsweredHandover>({
  act: "handover.answer",
  input: handoverFormInput,
  about: aboutCode,
  queue: queueOfCase,
  load: loadHandoverForm("handoverAnswer"),
  allow: carriesHandover,
  decide: (services, actor, loaded, request) => {
    const { handover, dossier, form } = loaded;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const keep = (outcome: AnsweredHandover) =>
      leaveHandover<AnsweredHandover>(loaded, `handover.answer.${outcome.kind}`, outcome, [
        keepHandoverTyped(services, actor, loaded, inputs),
      ]);
    if (request.intent === "keep") return keep({ kind: "kept" });
    if (overtaken) return keep({ kind: "overtaken" });
    const around = aroundOf(services, actor, loaded);
    const read = answerFromInputs(inputs, { today: around.today, wordsAtMost: dossier.framework.lengths.strength });
    if (!read.ok) return keep({ kind: "toMend" });
    const { said } = read;
    const none = said === "none";
    const moved = none ? stepped(handover.doc, "next", around.today, around) : answered(handover.doc, said, around);
    if (!moved.ok) return keep({ kind: "notNow", problem: moved.problem });
    return moveHandover<AnsweredHandover>(services, actor, loaded, {
      act: none ? "handover.next" : `handover.${said.answer}`,
      details: { reason: none ? null : said.reason },
      next: moved.handover,
      outcome: { kind: "recorded" },
      besides: dropTyped(form),
    });
  },
});
