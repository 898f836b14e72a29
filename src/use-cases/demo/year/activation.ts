/** A first action: an immersion, a collective one, or put off. */
import { plan } from "../acting.ts";
import type { FirstAction } from "./decks.ts";
import { hasTime, immersion } from "./immersion.ts";
import { joinsOthers } from "./sessions.ts";
import type { Step } from "./story.ts";

const putOff: Step = async (story, doing, living) => {
  const againOn = story.in(25, 40);
  const inputs = { type: "differee", reason: story.decks.deferral(), words: "", againOn };
  story.note("action put off", await plan(doing, living.code, inputs));
  if (hasTime(story, living, 70)) story.on(againOn, living, joinsOthers);
};

const ACTS: Readonly<Record<FirstAction, Step>> = { immersion, collective: joinsOthers, deferred: putOff };
export const acts: Step = (story, doing, living) => ACTS[story.decks.firstAction()](story, doing, living);
