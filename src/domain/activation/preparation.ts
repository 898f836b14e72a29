/** What is prepared of an action with the three parties: from its objective first, then as the référent wrote it with the person. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { cleanText, lengthOf } from "../text.ts";
import type { Action, Objective } from "./records.ts";
import type { ActivationRules } from "./rules.ts";

/** What an action is for, as far as its preparation is concerned. */
export type PreparedFor = Objective | "collective";

export const PREPARATION_FIELDS = ["referent", "learn", "show", "observe"] as const;
export type PreparationField = (typeof PREPARATION_FIELDS)[number];

export const preparedFor = ({ pmsmp }: Pick<Action, "pmsmp">): PreparedFor => pmsmp?.objective ?? "collective";

export const isPrepared = ({ preparation }: Pick<Action, "preparation">): boolean =>
  preparation.observe.length > 0 ||
  [preparation.referent, preparation.learn, preparation.show].some((text) => text !== "");

/** Criteria that an objective asks about first; one that the framework does not hold is left out. */
const ASKED_FIRST: Readonly<Record<PreparedFor, readonly string[]>> = {
  discover: ["horaires", "consignes", "interet"],
  confirm: ["horaires", "gestes", "qualite", "lire-compter", "interet"],
  recruit: ["horaires", "consignes", "equipe", "gestes", "qualite", "initiative"],
  collective: ["horaires", "equipe", "initiative"],
};

const askedFirst = (rules: Pick<ActivationRules, "criteria">, objective: PreparedFor): readonly string[] =>
  rules.criteria.map(({ id }) => id).filter((id) => ASKED_FIRST[objective].includes(id));

/** What the form says; before anything is written, the criteria of the objective are ticked. */
export const inputsFromPreparation = (
  action: Pick<Action, "pmsmp" | "preparation">,
  rules: Pick<ActivationRules, "criteria">,
): Record<PreparationField, string> => {
  const { referent, learn, show, observe } = action.preparation;
  const ticked = isPrepared(action) ? observe : askedFirst(rules, preparedFor(action));
  return { referent, learn, show, observe: ticked.join(",") };
};

export type PreparationRead =
  | { readonly ok: true; readonly preparation: Action["preparation"] }
  | { readonly ok: false; readonly tooLong: readonly PreparationField[] };

const criteriaIn = (rules: Pick<ActivationRules, "criteria">, typed: string): readonly string[] => {
  const ticked = typed.split(",").map((id) => id.trim());
  return rules.criteria.map(({ id }) => id).filter((id) => ticked.includes(id));
};

export const preparationFromInputs = (
  inputs: TypedInputs,
  rules: Pick<ActivationRules, "criteria">,
  longest: number,
): PreparationRead => {
  const text = (field: PreparationField): string => cleanText(inputs[field] ?? "");
  const tooLong = (["referent", "learn", "show"] as const).filter((field) => lengthOf(text(field)) > longest);
  if (tooLong.length > 0) return { ok: false, tooLong };
  return {
    ok: true,
    preparation: {
      ...{ referent: text("referent"), learn: text("learn"), show: text("show") },
      observe: [...criteriaIn(rules, inputs["observe"] ?? "")],
    },
  };
};
