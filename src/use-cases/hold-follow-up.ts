import { touched } from "../domain/participant/clock-facts.ts";
import { addMonths } from "../domain/participant/days.ts";
import { followUpFromInputs } from "../domain/participant/path-from-inputs.ts";
import type { Checkpoint } from "../domain/participant/path-records.ts";
import { pathCommand, type PathFormKind } from "./parts/path-form.ts";

export const followUpForm: PathFormKind = {
  name: "followUp",
  closed: ({ status }) => (status === "inPath" || status === "decided" ? null : "caseClosed"),
  version: ({ followUpOn, parcours }) => `${parcours}.${followUpOn ?? "-"}`,
  inputs: (_file, today, { frameworks }) => ({
    on: today,
    agreed: "",
    nextOn: addMonths(today, frameworks.current.milestones.followUpMonths),
  }),
};

/** *Point à trois mois*: what was agreed with the person, and when the next point is. */
export const holdFollowUp = pathCommand({
  act: "followUp.hold",
  kind: followUpForm,
  read: (inputs, { entry, orientedOn }, today) => followUpFromInputs(inputs, entry?.on ?? orientedOn, today),
  record: (file, { on, agreed, nextOn }, { clock }, { memberId }) => {
    const { code, parcours, edition } = file;
    const at = clock.now().toISOString();
    const common = { kind: "checkpoint", schemaVersion: 1, code, parcours, edition } as const;
    const doc: Checkpoint = { ...common, on, agreed, nextOn, by: memberId, at };
    return {
      head: touched({ ...file, followUpOn: nextOn }, on),
      writes: [{ op: "put", doc, expected: "new" }],
      details: { on, nextOn },
    };
  },
});
