/** *Accueil*, *Aide*, the participants and what is due. */
import { z } from "zod";
import { action, nothing, typed } from "./action.ts";

const cursor = z.string().max(600).nullable();

export const listActions = {
  openHome: action("home.open", nothing),
  openHelp: action("help.open", nothing),
  openParticipants: action("participants.open", nothing),
  searchParticipants: action("participants.search", z.strictObject({ query: typed, choice: typed, cursor })),
  pageParticipants: action(
    "participants.page",
    z.strictObject({ query: typed, choice: typed, shownQuery: z.string().max(200), cursor }),
  ),
  pickParticipant: action("participants.pick", z.strictObject({ query: typed, choice: typed, cursor })),
  openMilestones: action("milestones.open", nothing),
  pageMilestones: action("milestones.page", z.strictObject({ choice: typed, cursor })),
  pickMilestone: action("milestones.pick", z.strictObject({ choice: typed, cursor })),
} as const;
