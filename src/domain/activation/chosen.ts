/** What the head of a case keeps of the actions that are planned: dates only. */
import type { CaseFile } from "../participant/case-file.ts";
import type { activationClock } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import type { z } from "zod";
import type { Action } from "./records.ts";

/** Last days of the other actions that are waited for, in the parcours of this one. */
export const plannedBeside = (
  { id, parcours }: Pick<Action, "id" | "parcours">,
  actions: readonly Pick<Action, "id" | "parcours" | "state" | "until">[],
): readonly Day[] =>
  actions.flatMap((one) => (one.id !== id && one.parcours === parcours && one.state === "planned" ? [one.until] : []));

type Clock = z.infer<typeof activationClock>;
type Head = Pick<CaseFile, "activation">;

const NOTHING: Clock = { chosenOn: null, deferredOn: null, endsOn: null, doneOn: null, bilanOn: null };

const soonest = (days: readonly Day[]): Day | null => days.toSorted().at(0) ?? null;

/** An action is planned: the first one is chosen, and the soonest end is waited for. */
export const withPlanned = <H extends Head>(head: H, until: Day, today: Day): H => {
  const clock = head.activation ?? NOTHING;
  const endsOn = soonest([until, ...(clock.endsOn === null ? [] : [clock.endsOn])]);
  return { ...head, activation: { ...clock, chosenOn: clock.chosenOn ?? today, endsOn } };
};

/** An action will not take place: what is left is waited for; where nothing is left and nothing was done, the choice is open again. */
export const withoutPlanned = <H extends Head>(head: H, left: readonly Day[]): H => {
  const clock = head.activation ?? NOTHING;
  const open = left.length === 0 && clock.doneOn === null && clock.bilanOn === null;
  return { ...head, activation: { ...clock, chosenOn: open ? null : clock.chosenOn, endsOn: soonest(left) } };
};

/** Put off, with a reason: nothing is asked before the day when it is looked at again. An action that was chosen stays so. */
export const withDeferred = <H extends Head>(head: H, today: Day, againOn: Day): H => {
  const clock = head.activation ?? NOTHING;
  return { ...head, activation: { ...clock, deferredOn: today, againOn } };
};
