import { z } from "zod";
import { participantCode, type Instant } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Role } from "../domain/people/member.ts";
import { caseChain } from "./frame/audit-trail.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode, loadDossier } from "./parts/on-case.ts";
import type { Dossier } from "./parts/dossier.ts";
import { readsRights } from "./parts/on-rights.ts";

const input = z.strictObject({
  code: participantCode,
  /** Null: the latest ones. */
  cursor: z.string().max(600).nullable(),
});

const PAGE = 40;

export interface Opening {
  readonly at: Instant;
  /** Null once they left the team. */
  readonly by: { readonly name: string; readonly roles: readonly Role[] } | null;
  /** As the trail names it. */
  readonly act: string;
}

export interface OpeningsView {
  readonly identity: Identity;
  /** The latest first. */
  readonly openings: readonly Opening[];
  /** Null: there is nothing older. */
  readonly next: string | null;
}

interface Loaded {
  readonly dossier: Dossier;
  readonly identity: Identity;
}

/** *Qui a ouvert le dossier*: who opened it or did something of it, what they are in the PLIE and when, as its trail says, back to the first day. */
export const seeOpenings = query<z.infer<typeof input>, Loaded, OpeningsView>({
  act: "openings.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, actor, request) => {
    const [dossier, identity] = await Promise.all([
      loadDossier(services, actor, request),
      services.store.get("identity", request.code),
    ]);
    return dossier.ok && identity !== undefined
      ? done({ dossier: dossier.value, identity: identity.doc })
      : refused("noSuchCase");
  },
  allow: (actor, { dossier }) => readsRights(actor, dossier.file.doc),
  run: async ({ store, people }, _actor, { identity }, { code, cursor }) => {
    const key = `chain:${caseChain(code)}`;
    const page = await store.list({
      ...{ kind: "audit", key, limit: PAGE, descending: true },
      ...(cursor === null ? {} : { cursor }),
    });
    const openings = page.items.map(({ doc: { at, by, act } }) => {
      const member = people.byObjectId(by);
      return { at, act, by: member === undefined ? null : { name: member.name, roles: member.roles } };
    });
    return done({ identity, openings, next: page.cursor ?? null });
  },
});
