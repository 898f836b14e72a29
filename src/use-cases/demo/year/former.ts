/** Who was oriented two years before, looked for in vain and closed that autumn: their files reach the end of their time in the year. */
import { addDays } from "../../../domain/participant/days.ts";
import { register } from "../doing.ts";
import { endPath, tryToReach } from "../reaching.ts";
import { STORY_BEGINS, type YearPlan } from "./calendar.ts";
import type { Step, Story } from "./story.ts";
import { receivesOn } from "./team.ts";
import { drawPerson } from "./who.ts";

/** Assumed. */
const FORMER = 100;
/** From the first day of the story. */
const WITHIN_DAYS = 56;

const isTried: Step = async (story, doing, { code }) =>
  story.note("tried", await tryToReach(doing, code, { way: "call", result: "noAnswer" }));

const isClosed: Step = async (story, doing, { code }) =>
  story.note("ended noNews", await endPath(doing, code, { how: "noNews", door: "comeBack" }));

const neverCame: Step = async (story, doing, living) => {
  living.code = (await register(doing, { ...living.person.identity, orientationOn: story.today })) ?? "";
  story.note("registered", living.code === "" ? "no" : "yes");
  for (const days of [3, 20]) story.on(story.worked(addDays(story.today, days)), living, isTried);
  story.on(story.in(46, 60, story.file.dice), living, isClosed);
};

/** How many they are; `from`: the rank of the first of them among everyone of the year. */
export const formerPeople = (story: Story, scale: number, from: number): number => {
  const { plie, frameworks } = story.services;
  const { dice } = story.file;
  const count = Math.max(1, Math.round(FORMER * scale));
  for (let at = from; at < from + count; at += 1) {
    const orientedOn = story.worked(addDays(STORY_BEGINS, dice.roll(WITHIN_DAYS)));
    const plan: YearPlan = { orientedOn, reception: "never", outcome: "stay", phase: null, ends: null, exit: null };
    const person = drawPerson(dice, { plie, framework: frameworks.current }, at);
    const referent = receivesOn(story, orientedOn, at);
    if (referent !== undefined) story.on(orientedOn, { at, plan, person, referent, code: "" }, neverCame);
  }
  return count;
};
