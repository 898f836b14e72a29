/** What is due from the orientation to the decision (method §6). */
import type { Framework } from "../framework/schema.ts";
import type { Day } from "./codes.ts";
import { addWorkingDays, daysBetween } from "./days.ts";
import type { ClockFacts, Milestone, WorkCalendar } from "./milestone-facts.ts";
import type { MilestoneId } from "./milestone-ids.ts";
import type { RunningClock } from "./running-clock.ts";
import { targetCell, type TargetCell } from "./target-cell.ts";

type Delays = Framework["milestones"];
type Step = Milestone & { readonly met: boolean };

const sooner = (one: Day, other: Day): Day => (one < other ? one : other);
const step = (milestone: MilestoneId, on: Day, met: boolean): Step => ({ milestone, on, met });
const toMeet = (steps: readonly Step[]): readonly Milestone[] =>
  steps.filter(({ met }) => !met).map(({ milestone, on }) => ({ milestone, on }));

/** Everyone who is oriented is received: what is due until they are. How to go on is looked at again on the day that was said. */
export const receptionDue = (facts: ClockFacts, delays: Delays, clock: RunningClock): readonly Milestone[] => {
  const { orientedOn, firstContactOn, outreach } = facts;
  const again = outreach?.goesOn?.until ?? clock.after(outreach?.reviewedOn ?? orientedOn, delays.outreachReviewDays);
  return toMeet([
    step("firstContact", clock.workedAfter(orientedOn, delays.firstContactWorkingDays), firstContactOn !== null),
    step("firstAppointment", clock.worked(clock.after(orientedOn, delays.firstAppointmentDays)), false),
    step("outreachReview", clock.worked(again), false),
  ]);
};

const actionSteps = (
  { activation }: ClockFacts,
  enteredOn: Day,
  delays: Delays,
  { isWorkingDay }: WorkCalendar,
  { clock, target }: { readonly clock: RunningClock; readonly target: TargetCell },
): readonly Step[] => {
  const before = addWorkingDays(target.synthesisOn, -delays.actionDoneWorkingDaysBeforeSynthesis, isWorkingDay);
  const within = clock.after(enteredOn, delays.actionDoneDays);
  const isChosen = activation?.chosenOn != null;
  const isPutOff = activation?.deferredOn != null;
  const again = isPutOff && !isChosen ? activation.againOn : undefined;
  const chosenBy = clock.worked(again ?? clock.after(enteredOn, delays.firstActionDays));
  return [
    step("firstAction", chosenBy, isChosen || (isPutOff && again === undefined)),
    step("actionDone", clock.worked(sooner(within, before)), activation?.doneOn != null || (isPutOff && !isChosen)),
  ];
};

/** Assessed again after the first bilan, and never after the synthesis. */
const t1Step = (facts: ClockFacts, delays: Delays, clock: RunningClock, target: TargetCell): readonly Step[] => {
  const bilanOn = facts.activation?.bilanOn ?? null;
  if (bilanOn === null) return [];
  const again = facts.assessedAgainOn !== null && facts.assessedAgainOn >= bilanOn;
  const on = sooner(clock.workedAfter(bilanOn, delays.t1WorkingDays), target.synthesisOn);
  return [step("t1", on, again || facts.synthesisOn !== null)];
};

/** When a diagnostic to complete is awaited again, or the first phase ends. */
export const decisionDay = (
  facts: Pick<ClockFacts, "toComplete">,
  enteredOn: Day,
  delays: Delays,
  clock: RunningClock,
): Day => {
  const { toComplete } = facts;
  return clock.worked(
    toComplete === null
      ? clock.after(enteredOn, delays.decisionDays)
      : clock.after(toComplete.on, daysBetween(toComplete.on, toComplete.until)),
  );
};

export const firstPhaseDue = (
  facts: ClockFacts,
  { milestones: delays }: Pick<Framework, "milestones">,
  calendar: WorkCalendar,
  clock: RunningClock,
): readonly Milestone[] => {
  const { enteredOn, toComplete, isStudied } = facts;
  if (enteredOn === null) return [];
  const target = targetCell(enteredOn, { milestones: delays }, calendar, clock);
  const decision = decisionDay(facts, enteredOn, delays, clock);
  const isToComplete = toComplete !== null && !isStudied;
  return toMeet([
    step("t0", clock.worked(clock.after(enteredOn, delays.t0Days)), facts.t0MetOn !== null),
    ...actionSteps(facts, enteredOn, delays, calendar, { clock, target }),
    ...t1Step(facts, delays, clock, target),
    step("synthesis", target.synthesisOn, facts.synthesisOn !== null),
    step("cell", target.on, isStudied || toComplete !== null),
    step("complete", decision, !isToComplete),
    step("decision", decision, isToComplete),
  ]);
};
