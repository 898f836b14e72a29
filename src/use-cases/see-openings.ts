import { z } from "zod";
import { participantCode, type Instant } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import type { Role } from "../domain/people/member.ts";
import { caseChain } from "./frame/audit-trail.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { aboutCode } from "./parts/on-case.ts";
import { mergedInto } from "./parts/merged-records.ts";
import { readsRightsIn } from "./parts/on-rights.ts";
import { readRecord, type RecordOf } from "./parts/record.ts";

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

/** *Qui a ouvert le dossier*: who opened it or did something of it, what they are in the PLIE and when, as its trail says, back to the first day, then in the records that became this one. */
export const seeOpenings = query<z.infer<typeof input>, RecordOf, OpeningsView>({
  act: "openings.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: (services, _actor, request) => readRecord(services, request.code),
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
    return done({
      identity: identity.doc,
      openings,
      next: page.cursor === undefined ? further : `${place}.${page.cursor}`,
    });
  },
});
