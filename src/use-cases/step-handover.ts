import { z } from "zod";
import { HANDOVER_STEPS } from "../domain/handover/codes.ts";
import { stepped, type StepProblem } from "../domain/handover/steps.ts";
import { anyDayFrom } from "../domain/participant/typed.ts";
import { refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import {
  aroundOf,
  carriesHandover,
  handoverInput,
  handoverRev,
  leaveHandover,
  loadHandover,
  moveHandover,
  type OnHandover,
} from "./parts/on-handover.ts";
import { aboutCode, queueOfCase } from "./parts/on-case.ts";

const input = z.strictObject({
  ...handoverInput,
  rev: z.string(),
  step: z.enum(HANDOVER_STEPS),
  /** The day of it, as it was typed; empty: today. */
  on: z.string(),
});
type Input = z.infer<typeof input>;

export type SteppedHandover =
  { readonly kind: "done" } | { readonly kind: "notNow"; readonly problem: StepProblem | "notADate" };

/** One step of a hand-over, on the day that it was taken; a step out of its turn changes nothing, and says why. */
export const stepHandover = command<Input, OnHandover, SteppedHandover>({
  act: "handover.step",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadHandover,
  allow: carriesHandover,
  decide: (services, actor, on, { rev, step, on: typed }) => {
    const handover = on.handover.doc;
    if (rev !== handoverRev(handover)) return refused("changedMeanwhile");
    const around = aroundOf(services, actor, on);
    const day = anyDayFrom(typed, around.today);
    const notNow = (problem: StepProblem | "notADate") =>
      leaveHandover<SteppedHandover>(on, "handover.notNow", { kind: "notNow", problem });
    if (!day.ok && day.problem === "notADate") return notNow("notADate");
    const moved = stepped(handover, step, day.ok ? day.value : around.today, around);
    if (!moved.ok) return notNow(moved.problem);
    return moveHandover<SteppedHandover>(services, actor, on, {
      act: `handover.${step}`,
      next: moved.handover,
      outcome: { kind: "done" },
    });
  },
});
