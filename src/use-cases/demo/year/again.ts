/** What comes back at any moment of a parcours: it is assessed again, suspended, taken up again. */
import { assess } from "../doing.ts";
import { assessAgain, resume, suspend } from "../going-on.ts";
import type { Step } from "./story.ts";

/** *Refaire le point*, once something was seen in action: what was hard has often moved. */
export const assessedAgain: Step = async (story, doing, living) => {
  story.note("assessed again", await assessAgain(doing, living.code));
  const [first] = living.person.levels;
  if (first !== undefined && first.severity > 1)
    await assess({ ...doing, step: `${doing.step}.t1` }, living.code, { ...first, severity: first.severity - 1 });
};

const takesUpAgain: Step = async (story, doing, { code }) => story.note("taken up again", await resume(doing, code));
export const isSuspended: Step = async (story, doing, living) => {
  const returnOn = story.in(16, 60);
  story.note("suspended", await suspend(doing, living.code, story.decks.pause(), returnOn));
  story.on(returnOn, living, takesUpAgain);
};
