import { z } from "zod";
import { participantCode, type Instant } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Role } from "../domain/people/member.ts";
import { caseChain } from "./frame/audit-trail.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode, loadDossier } from "./parts/on-case.ts";
import type { Dossier } from "./parts/dossier.ts";
import { mergedInto } from "./parts/merged-records.ts";
import { readsRightsIn } from "./parts/on-rights.ts";

const input = z.strictObject({
  code: participantCode,
  inTab: z.boolean(),
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

const PLACED = /^(\d{1,3})\.(.*)$/s;
/** Which of the records of the same person, and where in its trail. */
const placeOf = (cursor: string | null): { readonly at: number; readonly from: string } => {
  const [, at = "0", from = ""] = PLACED.exec(cursor ?? "") ?? [];
  return { at: Number(at), from };
};

interface Loaded {
  readonly dossier: Dossier;
  readonly identity: Identity;
}

/** *Qui a ouvert le dossier*: who opened it or did something of it, what they are in the PLIE and when, as its trail says, back to the first day, then in the records that became this one. */
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
  allow: (actor, { dossier }, { inTab }) => readsRightsIn(inTab, actor, dossier.file.doc),
  run: async (services, _actor, { identity }, { code, cursor }) => {
    const { store, people } = services;
    const records = [code, ...(await mergedInto(services, code))];
    const { at: place, from } = placeOf(cursor);
    const page = await store.list({
      ...{ kind: "audit", key: `chain:${caseChain(records[place] ?? code)}`, limit: PAGE, descending: true },
      ...(from === "" ? {} : { cursor: from }),
    });
    const openings = page.items.map(({ doc: { at, by, act } }) => {
      const member = people.byObjectId(by);
      return { at, act, by: member === undefined ? null : { name: member.name, roles: member.roles } };
    });
    // Then the records that became this one.
    const further = place + 1 < records.length ? `${place + 1}.` : null;
    return done({ identity, openings, next: page.cursor === undefined ? further : `${place}.${page.cursor}` });
  },
});
