import { z } from "zod";
import { choice, problemsOf, rev, text, top } from "../common.ts";

/** *Nouvelle action collective*: what is proposed, when, how long, where, with whom, for how many. */
export const sessionFormModel = z.strictObject({
  ...top,
  rev,
  fields: z.strictObject({
    what: text,
    title: text,
    from: text,
    until: text,
    hours: text,
    place: text,
    leaderId: text,
    leader: text,
    places: text,
  }),
  choices: z.strictObject({ what: z.array(choice).min(1), leaderId: z.array(choice).min(1) }),
  problems: problemsOf(["what", "title", "from", "until", "hours", "place", "leaderId", "leader", "places"]),
});
export type SessionFormModel = z.infer<typeof sessionFormModel>;
