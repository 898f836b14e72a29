import { sheetFromInputs, withSheet } from "../domain/handover/sheet-from-inputs.ts";
import { stateOf } from "../domain/handover/standing.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import {
  handoverFormInput,
  keepHandoverTyped,
  loadHandoverForm,
  type HandoverForm,
  type HandoverFormInput,
} from "./parts/handover-form.ts";
import { aboutCode, queueOfCase } from "./parts/on-case.ts";
import { carriesHandover, leaveHandover, moveHandover } from "./parts/on-handover.ts";
import { command } from "./frame/use-case.ts";

/** `behind`: it was sent meanwhile, and what was sent is not written again. */
export type WrittenSheet = { readonly kind: "recorded" | "toMend" | "kept" | "overtaken" | "behind" };

/** *Fiche pour le partenaire*: to whom, where else if they say no, and what is useful to receive the person. A change is read with them again. */
export const writeHandoverSheet = command<HandoverFormInput, HandoverForm, WrittenSheet>({
  act: "handover.sheet",
  input: handoverFormInput,
  about: aboutCode,
  queue: queueOfCase,
  load: loadHandoverForm("handoverSheet"),
  allow: carriesHandover,
  decide: (services, actor, loaded, request) => {
    const { handover, dossier, form } = loaded;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const keep = (kind: WrittenSheet["kind"]) =>
      leaveHandover<WrittenSheet>(loaded, `handover.sheet.${kind}`, { kind }, [
        keepHandoverTyped(services, actor, loaded, inputs),
      ]);
    if (request.intent === "keep") return keep("kept");
    if (overtaken) return keep("overtaken");
    const state = stateOf(handover.doc);
    if (state !== "preparing" && state !== "refused") return keep("behind");
    const read = sheetFromInputs(inputs, handover.doc, dossier.framework);
    if (!read.ok) return keep("toMend");
    return moveHandover<WrittenSheet>(services, actor, loaded, {
      act: "handover.sheet",
      next: withSheet(handover.doc, read.typed),
      outcome: { kind: "recorded" },
      besides: dropTyped(form),
    });
  },
});
