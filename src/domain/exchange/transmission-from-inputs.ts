/** *Ce qui part*, as typed: each value as it was projected, or as it may be instead. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { CONTRAINTE_CODES, type ContrainteCode } from "./export-rules.ts";
import type { Choices, Offered, Projection } from "./project-transmission.ts";

/** The field of a contrainte on the card: `c23`. */
export const contrainteField = <C extends ContrainteCode>(code: C): `c${C}` => `c${code}`;
export const TOLD = "yes";

export type TransmissionProblem =
  /** What was chosen is not what this diagnostic allows, most often because it moved meanwhile. */
  | { readonly field: string; readonly code: "notOffered" }
  | { readonly field: "to"; readonly code: "referringUnknown" }
  | { readonly field: "told"; readonly code: "notAgreed" };
export type TransmissionRead =
  | { readonly ok: true; readonly choices: Choices }
  | { readonly ok: false; readonly problems: readonly TransmissionProblem[] };

const several = (typed: string | undefined): readonly string[] =>
  (typed ?? "")
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** What the card shows before anything is changed. */
export const inputsFromProjection = ({ projected }: Projection): TypedInputs => ({
  to: projected.to,
  ...Object.fromEntries([...projected.contraintes].map(([code, choice]) => [contrainteField(code), choice])),
  situations: projected.situations.join(","),
  needs: projected.needs.join(","),
  strengths: projected.strengths.join(","),
  trust: projected.trust,
  capacity: projected.capacity,
  project: projected.project,
  told: "",
});

class Reading {
  readonly problems: TransmissionProblem[] = [];
  readonly #inputs: TypedInputs;

  constructor(inputs: TypedInputs) {
    this.#inputs = inputs;
  }

  /** Empty where the card did not ask: there was nothing to choose. */
  one<V extends string>(field: string, offered: readonly V[], projected: V): V {
    const typed = (this.#inputs[field] ?? "").trim();
    const found = typed === "" ? projected : offered.find((value) => value === typed);
    if (found === undefined) this.problems.push({ field, code: "notOffered" });
    return found ?? projected;
  }

  many(field: string, offered: readonly string[]): readonly string[] {
    const typed = several(this.#inputs[field]);
    if (typed.some((value) => !offered.includes(value))) this.problems.push({ field, code: "notOffered" });
    return offered.filter((value) => typed.includes(value));
  }
}

const choicesIn = (reading: Reading, offered: Offered, projected: Choices): Choices => ({
  to: reading.one("to", offered.to, projected.to),
  contraintes: new Map(
    CONTRAINTE_CODES.map((code) => [
      code,
      reading.one(
        contrainteField(code),
        offered.contraintes.get(code) ?? ["notSent"],
        projected.contraintes.get(code) ?? "notSent",
      ),
    ]),
  ),
  situations: reading.many(
    "situations",
    offered.situations.map(({ code }) => code),
  ),
  needs: reading.many("needs", offered.needs),
  strengths: reading.many("strengths", offered.strengths),
  trust: reading.one("trust", offered.trust, projected.trust),
  capacity: reading.one("capacity", offered.capacity, projected.capacity),
  project: reading.one("project", offered.project, projected.project),
});

/** Nothing leaves before the person was told and agreed, nor while nobody knows who refers them. */
export const transmissionFromInputs = (inputs: TypedInputs, { offered, projected }: Projection): TransmissionRead => {
  const reading = new Reading(inputs);
  const choices = choicesIn(reading, offered, projected);
  const problems: TransmissionProblem[] =
    offered.to.length === 0 ? [{ field: "to", code: "referringUnknown" }] : [...reading.problems];
  if (inputs["told"] !== TOLD) problems.push({ field: "told", code: "notAgreed" });
  return problems.length === 0 ? { ok: true, choices } : { ok: false, problems };
};
