/** *Suspendre, reprendre*; *Point à trois mois*; *Six mois après la sortie*. */
import { z } from "zod";
import { action, code, ofCase, rev, typed, whole } from "./action.ts";

export const pauseFields = { reason: typed, from: typed, returnOn: typed, resumedOn: typed } as const;
export const followUpFields = { on: typed, agreed: typed, nextOn: typed } as const;
export const exitNewsFields = { on: typed, still: typed, proof: typed } as const;

const pause = z.strictObject({ code, rev, whole, ...pauseFields });
const followUp = z.strictObject({ code, rev, whole, ...followUpFields });
const exitNews = z.strictObject({ code, rev, whole, ...exitNewsFields });

export const parcoursActions = {
  openPause: action("pause.open", ofCase),
  savePause: action("pause.save", pause),
  planReturn: action("pause.plan", pause),
  resumeParcours: action("pause.resume", pause),
  leavePause: action("pause.leave", pause),
  openFollowUp: action("followUp.open", ofCase),
  saveFollowUp: action("followUp.save", followUp),
  leaveFollowUp: action("followUp.leave", followUp),
  openExitNews: action("exitNews.open", ofCase),
  saveExitNews: action("exitNews.save", exitNews),
  leaveExitNews: action("exitNews.leave", exitNews),
} as const;
