import { z } from "zod";
import { memberId } from "../domain/participant/codes.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({ local: z.boolean(), plays: memberId });
export type PlayedPart = { readonly plays: string };

/** "Je suis…": in local mode, what follows is done as another member of the team file. Refused elsewhere. */
export const playPart = command<z.infer<typeof input>, string, PlayedPart>({
  act: "part.play",
  input,
  queue: (actor) => `part ${actor.playedBy ?? actor.memberId}`,
  load: (services, _actor, { plays }) => {
    const member = services.people.byObjectId(plays);
    return Promise.resolve(member === undefined ? refused("choiceMissing") : done(member.aadObjectId));
  },
  allow: (_actor, _plays, { local }) => (local ? null : "localOnly"),
  decide: (services, actor, plays) => {
    const real = actor.playedBy ?? actor.memberId;
    const at = services.clock.now().toISOString();
    return done({
      outcome: { plays },
      head: null,
      writes: [{ op: "put", doc: { kind: "persona", schemaVersion: 1, memberId: real, plays, at } }],
      audit: { act: "part.played", code: null, details: { plays } },
    });
  },
});
