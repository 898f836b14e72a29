import { z } from "zod";
import { mayCarryCase, mayListOwnCases } from "../domain/people/actor.ts";
import { memberId } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { createdIn } from "./parts/tell-imported.ts";

const input = z.strictObject({
  run: z.string().min(1).max(80),
  /** Whom they stand in for; null: the people came to them. */
  standsFor: memberId.nullable(),
});

export interface ImportedPeople {
  /** A few of them, in the order of the file; nobody once its lines are gone. */
  readonly people: readonly Identity[];
}

const SHOWN_AT_MOST = 5;

/** Whom an import brought to this member, or to whom they stand in for, among those they carry now: a few, the rest is in their list. */
export const seeImported = query<z.infer<typeof input>, null, ImportedPeople>({
  act: "import.mine",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (mayListOwnCases(actor) ? null : "roleMayNot"),
  run: async (services, actor, _loaded, { run, standsFor }) => {
    const people: Identity[] = [];
    for await (const identities of createdIn(services, run)) {
      const mine = identities.filter(({ referentId }) => referentId === (standsFor ?? actor.memberId));
      const files = await services.store.getMany(
        "case",
        mine.map(({ code }) => code),
      );
      const carried = new Set(files.flatMap(({ doc }) => (mayCarryCase(actor, doc) ? [doc.code] : [])));
      people.push(...mine.filter(({ code }) => carried.has(code)));
      if (people.length >= SHOWN_AT_MOST) break;
    }
    return done({ people: people.slice(0, SHOWN_AT_MOST) });
  },
});
