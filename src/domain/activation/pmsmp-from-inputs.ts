/** From what was typed in *Action* to an immersion. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import { cleanText } from "../text.ts";
import {
  chosen,
  datesFrom,
  hoursFrom,
  line,
  signature,
  type ActionDays,
  type Read,
  type TypedProblem,
} from "./action-typed.ts";
import { siretFrom, type TypedHost } from "./host-name.ts";
import type { PmsmpTyped } from "./pmsmp.ts";
import { objective, settling, yesNo, type Pmsmp } from "./records.ts";

export interface PmsmpRead extends PmsmpTyped {
  readonly host: TypedHost & { readonly contact: string };
  readonly followUp: string;
  readonly why: string;
  readonly childcare: Pmsmp["childcare"] | null;
  readonly meals: Pmsmp["meals"] | null;
  readonly transport: Pmsmp["transport"] | null;
}

const hostFrom = (inputs: TypedInputs): Read<PmsmpRead["host"]> => {
  const [name, commune, contact] = [
    line(inputs, "host", true),
    line(inputs, "commune", false),
    line(inputs, "contact", false),
  ];
  const typed = cleanText(inputs["siret"] ?? "");
  const siret = siretFrom(typed) ?? null;
  return {
    value: {
      name: name.value,
      siret,
      commune: commune.value === "" ? null : commune.value,
      contact: contact.value,
    },
    problems: [
      ...name.problems,
      ...(typed !== "" && siret === null ? [{ field: "siret", code: "notSiret" } as const] : []),
      ...commune.problems,
      ...contact.problems,
    ],
  };
};

/** An immersion: each answer that could be read, and every problem of what was typed. Its rules are looked at beside. */
export const pmsmpFromInputs = (
  inputs: TypedInputs,
  days: ActionDays,
  { renewal }: { readonly renewal: boolean },
): Read<PmsmpRead> => {
  const hours = hoursFrom(inputs["hoursPerWeek"] ?? "");
  const read = {
    objective: chosen(inputs, "objective", objective),
    job: line(inputs, "job", true),
    host: hostFrom(inputs),
    ...datesFrom(inputs, days),
    hoursPerWeek: hours.ok
      ? { value: hours.value, problems: [] }
      : { value: null, problems: [{ field: "hoursPerWeek", code: hours.problem } as const] },
    followUp: line(inputs, "followUp", inputs["objective"] === "recruit"),
    postFree: chosen(inputs, "postFree", yesNo),
    childcare: chosen(inputs, "childcare", settling),
    meals: chosen(inputs, "meals", settling),
    transport: chosen(inputs, "transport", settling),
    signedOn: signature(inputs, days),
    why: line(inputs, "why", renewal),
  };
  const representative = yesNo.safeParse(inputs["representative"]).data ?? null;
  return {
    value: {
      objective: read.objective.value,
      job: read.job.value,
      host: read.host.value,
      from: read.from.value,
      until: read.until.value,
      hoursPerWeek: read.hoursPerWeek.value,
      followUp: read.followUp.value,
      postFree: read.postFree.value,
      representative,
      childcare: read.childcare.value,
      meals: read.meals.value,
      transport: read.transport.value,
      signedOn: read.signedOn.value,
      why: read.why.value,
    },
    problems: Object.values(read).flatMap(({ problems }): readonly TypedProblem[] => problems),
  };
};
