import { z } from "zod";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { mayRegister } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

/** The name of whoever follows a person that someone else was about to register: a transfer is asked of them. Null: they left the team. */
export const seeWhoFollows = query<Input, Versioned<CaseFile>, string | null>({
  act: "case.whoFollows",
  input,
  about: aboutCode,
  load: async ({ store }, _actor, { code }) => {
    const file = await store.get("case", code);
    return file === undefined ? refused("noSuchCase") : done(file);
  },
  allow: (actor) => (mayRegister(actor) ? null : "roleMayNot"),
  run: ({ people }, _actor, { doc }) => done(people.byObjectId(doc.referentId)?.name ?? null),
});
