/** A parcours that is ended without a cell, and what the prescriber hears on the way. */
import { endPath, tell, type Ended } from "../reaching.ts";
import { asksOnceOut } from "./questionnaires.ts";
import type { Living, Step, Story } from "./story.ts";

const DOORS = ["comeBack", "prescriber", "partner"] as const;

export const tellThem: Step = async (story, doing, { code }) => story.note("prescriber", await tell(doing, code));

const ends: Step = async (story, doing, living) => {
  const { how = "noNews" } = living.plan.ends ?? {};
  const ended: Ended = { how, door: DOORS[living.at % DOORS.length] ?? "comeBack" };
  story.note(`ended ${how}`, await endPath(doing, living.code, ended));
  if (how === "death") return;
  story.on(story.in(1, 5), living, tellThem, true);
  await asksOnceOut(story, living);
};
export const endOf = (story: Story, living: Living): void => {
  if (living.plan.ends !== null) story.on(living.plan.ends.on, living, ends);
};
