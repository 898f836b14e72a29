/**
 * What tells in two requests to the store whether anything of a person changed for this reader: whoever looks at a page asks every two seconds. Every
 * command on a case moves its head; those of a cell alone (opinions, their reveal) move the review.
 */
import { z } from "zod";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { mayReadArchived, maySeeCompleteness } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { everyDocument } from "./frame/every-document.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode } from "./parts/on-case.ts";

const input = z.strictObject({ code: participantCode });
type Input = z.infer<typeof input>;

const readHead = async (services: Services, code: string): Promise<Result<Versioned<CaseFile>>> => {
  const file = await services.store.get("case", code);
  return file === undefined ? refused("noSuchCase") : done(file);
};

export const seePersonMark = query<Input, Versioned<CaseFile>, string>({
  act: "person.see",
  input,
  about: aboutCode,
  load: (services, _actor, { code }) => readHead(services, code),
  allow: (actor, { doc }) => (maySeeCompleteness(actor, doc) || mayReadArchived(actor, doc) ? null : "noSuchCase"),
  run: async ({ store, clock, people, frameworks, ids }, { memberId, roles }, { version }, { code }) => {
    const reviews: string[] = [];
    for await (const review of everyDocument(store, { kind: "review", key: `case:${code}` }))
      reviews.push(review.version);
    const reader = [memberId, roles, people.members(), clock.today(), frameworks.current.version];
    return done(ids.digest(JSON.stringify([version, reviews, reader])));
  },
});
