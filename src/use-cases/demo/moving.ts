/** Absences and changes of référent, by the same commands as in the product. */
import type { TypedInputs } from "../../domain/diagnostic/assessment.ts";
import { acceptCaseMove } from "../accept-case-move.ts";
import { perform } from "../frame/use-case.ts";
import { notePersonInformed } from "../note-person-informed.ts";
import { planCaseMove } from "../plan-case-move.ts";
import { carryOut, deliveryOf, type Doing } from "./doing.ts";

/** Of one case, or (null) of all those of the référent that is typed. The id of the move, and what came of it. */
export const planMove = async (
  { services, actor, step }: Doing,
  code: string | null,
  inputs: TypedInputs,
): Promise<{ readonly kind: string; readonly move: string }> => {
  const shownFrom = code === null ? null : ((await services.store.get("case", code))?.doc.referentId ?? null);
  const asked = { code, shownFrom, inputs };
  const result = await perform(services, actor, planCaseMove, asked, deliveryOf(`${step}.move`), (outcome) => ({
    ...outcome,
  }));
  return result.ok
    ? { kind: String(result.value["kind"]), move: String(result.value["move"]) }
    : { kind: `refused ${result.refusal}`, move: "" };
};

export const accept = (doing: Doing, move: string, toId: string): Promise<string> =>
  carryOut(doing, "accept", acceptCaseMove, { move, toId });

export const informed = (doing: Doing, move: string, code: string): Promise<string> =>
  carryOut(doing, `informed.${code}`, notePersonInformed, { move, code, on: doing.services.clock.today() });
