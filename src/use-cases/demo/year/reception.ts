/** From the orientation to the first interview: reached at once, an appointment missed, reached late, or never met. */
import type { Day } from "../../../domain/participant/codes.ts";
import { addDays, daysBetween } from "../../../domain/participant/days.ts";
import { enter, register } from "../doing.ts";
import { goOnReaching, settle, tryToReach } from "../reaching.ts";
import type { Reception } from "./calendar.ts";
import { endOf, tellThem } from "./ending.ts";
import { afterEntry } from "./first-phase.ts";
import { asksAtEntry } from "./questionnaires.ts";
import { rightsAfterEntry } from "./rights.ts";
import type { Living, Step, Story } from "./story.ts";

const enters: Step = async (story, doing, living) => {
  await enter(doing, living.code, { on: story.today, health: living.person.health });
  story.on(story.in(1, 6), living, tellThem, true);
  afterEntry(story, living);
  asksAtEntry(story, living);
  rightsAfterEntry(story, living);
};

const given =
  (appointmentOn: Day, on?: Step): Step =>
  async (story, doing, living) => {
    const way = living.plan.reception === "direct" ? "call" : story.decks.way();
    story.note("reached", await tryToReach(doing, living.code, { way, result: "appointment", appointmentOn }));
    if (on !== undefined) story.on(appointmentOn, living, on);
  };

const inVain: Step = async (story, doing, { code }) => {
  const result = story.dice.chance(60) ? "noAnswer" : story.dice.chance(80) ? "message" : "wrongContact";
  story.note("tried", await tryToReach(doing, code, { way: story.decks.way(), result }));
};

const looksAgain: Step = async (story, doing, { code }) => {
  const until = story.in(20, 30);
  story.note("outreach", await goOnReaching(doing, code, { way: story.decks.way(), until }));
};

const isMissed: Step = async (story, doing, { code }) =>
  story.note("first appointment", await settle(doing, code, "missed"));

/** What is tried until the day that they are met; null: they are not. */
const RECEIVES: Readonly<Record<Reception, (story: Story, living: Living, met: Day | null) => void>> = {
  direct: (story, living, met) => {
    const on = met ?? story.in(10);
    story.on(story.in(0, Math.min(3, daysBetween(story.today, on))), living, given(on));
  },
  missed: (story, living, met) => {
    const first = story.in(6, 11);
    story.on(story.in(1, 3), living, given(first, isMissed));
    story.on(story.worked(addDays(first, 2)), living, inVain);
    if (met !== null) story.on(story.worked(addDays(met, -5)), living, given(met));
  },
  late: (story, living, met) => {
    story.on(story.in(2, 4), living, inVain);
    story.on(story.in(9, 14), living, inVain);
    if (met !== null) story.on(story.worked(addDays(met, -6)), living, given(met));
  },
  never: (story, living) => {
    RECEIVES[living.at % 2 === 0 ? "missed" : "late"](story, living, null);
    story.on(story.in(22, 30), living, inVain);
    story.on(story.in(43, 46), living, looksAgain);
    endOf(story, living);
  },
};

/** Registered today, and what follows until they are met. */
export const isAwaited = (story: Story, living: Living): void => {
  story.note("registered", living.code === "" ? "no" : "yes");
  story.on(story.in(1, 4), living, tellThem);
  RECEIVES[living.plan.reception](story, living, living.plan.phase?.enteredOn ?? null);
  if (living.plan.phase !== null) story.on(living.plan.phase.enteredOn, living, enters);
};

/** Oriented today, and registered by who receives them. */
export const isOriented: Step = async (story, doing, living) => {
  const { identity } = living.person;
  living.code = (await register(doing, { ...identity, orientationOn: story.today })) ?? "";
  isAwaited(story, living);
};
