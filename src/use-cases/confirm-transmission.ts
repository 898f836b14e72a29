import { transmissionFromInputs } from "../domain/exchange/transmission-from-inputs.ts";
import type { Choices } from "../domain/exchange/project-transmission.ts";
import type { Transmission } from "../domain/exchange/transmission.ts";
import { valuesOf } from "../domain/exchange/values-of.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Write } from "../ports/store.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, formInput, keepTyped, readTyped, type FormInput } from "./parts/form.ts";
import { aboutCode, decideOnCase, queueOfCase } from "./parts/on-case.ts";
import { loadTransmitting, transmits, type Transmitting } from "./parts/transmitting.ts";

export type ConfirmedTransmission = { readonly kind: "confirmed" | "toMend" | "kept" | "overtaken" };

const frozen = (
  services: Services,
  actor: Actor,
  { dossier, projection }: Transmitting,
  choices: Choices,
): Transmission => {
  const { code, parcours, edition } = dossier.file.doc;
  return {
    kind: "transmission",
    schemaVersion: 1,
    id: `${code}.${parcours}.${edition}`,
    code,
    parcours,
    to: choices.to,
    values: valuesOf(projection, choices),
    versions: { framework: dossier.framework.version, export: services.papers.exporting.version },
    agreedOn: services.clock.today(),
    withoutHealth: false,
    by: actor.memberId,
    at: services.clock.now().toISOString(),
  };
};

/** The référent confirms each value, and that the person was told and agrees: from then on it may leave, as it stands. */
export const confirmTransmission = command<FormInput, Transmitting, ConfirmedTransmission>({
  act: "transmission.confirm",
  input: formInput,
  about: aboutCode,
  queue: queueOfCase,
  load: loadTransmitting,
  allow: transmits,
  decide: (services, actor, loaded, request) => {
    const { dossier, projection, form } = loaded;
    const { inputs, overtaken } = readTyped(form, request.rev, request.inputs);
    const as = (kind: ConfirmedTransmission["kind"], writes: readonly Write[], to: string | null = null) =>
      decideOnCase<ConfirmedTransmission>(services, dossier, {
        act: `transmission.${kind}`,
        ...(to === null ? {} : { details: { to } }),
        outcome: { kind },
        writes,
        after: { head: dossier.file.doc, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    // The person agreed to what they were shown: what was confirmed over something else is confirmed again.
    const keep = (kind: ConfirmedTransmission["kind"]) =>
      as(kind, [keepTyped(services, actor, form, { ...inputs, told: "" })]);
    if (request.intent === "keep") return keep("kept");
    if (request.rev !== form.rev && (overtaken || inputs["told"] === "yes")) return keep("overtaken");
    const read = transmissionFromInputs(inputs, projection);
    if (!read.ok) return keep("toMend");
    const doc = frozen(services, actor, loaded, read.choices);
    return as("confirmed", [{ op: "put", doc, expected: "new" }, ...dropTyped(form)], doc.to);
  },
});
