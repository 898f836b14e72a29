/** From what was typed in *Mettre fin au parcours* to what is recorded: a reason, words, and the door that stays open. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import type { DOORS } from "../participant/clock-facts.ts";
import { ending, type Ending } from "../participant/clock-facts.ts";
import { cleanText, lengthOf } from "../text.ts";

export type Door = (typeof DOORS)[number];
/** Of somebody who is alive, a door stays open. */
export const OPEN_DOORS = ["comeBack", "prescriber", "partner"] as const satisfies readonly Door[];

export type EndingProblem =
  | { readonly field: "how" | "why" | "door" | "words"; readonly code: "missing" }
  | { readonly field: "why" | "words"; readonly code: "tooLong"; readonly limit: number; readonly length: number };

export interface ReadEnding {
  readonly how: Ending;
  readonly why: string;
  readonly door: Door;
  readonly words: string;
}
type Read =
  | { readonly ok: true; readonly ending: ReadEnding }
  | { readonly ok: false; readonly problems: readonly EndingProblem[] };

const textIn = (inputs: TypedInputs, field: "why" | "words", limit: number, needed: boolean) => {
  const text = cleanText(inputs[field] ?? "");
  const length = lengthOf(text);
  const problems: EndingProblem[] = [
    ...(needed && length === 0 ? [{ field, code: "missing" } as const] : []),
    ...(length > limit ? [{ field, code: "tooLong", limit, length } as const] : []),
  ];
  return { text, problems };
};

/** After a death, nothing is asked but that: nobody is told anything. */
export const endingFromInputs = (inputs: TypedInputs, { lengths }: Pick<Framework, "lengths">): Read => {
  const how = ending.safeParse(inputs["how"]).data;
  const died = how === "death";
  const door = died ? "none" : OPEN_DOORS.find((one) => one === inputs["door"]);
  const why = textIn(inputs, "why", lengths.longText, !died);
  const words = textIn(inputs, "words", lengths.longText, !died);
  const problems: EndingProblem[] = [
    ...(how === undefined ? [{ field: "how", code: "missing" } as const] : []),
    ...why.problems,
    ...(door === undefined ? [{ field: "door", code: "missing" } as const] : []),
    ...words.problems,
  ];
  return how === undefined || door === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, ending: { how, why: why.text, door, words: died ? "" : words.text } };
};
