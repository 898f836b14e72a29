import { z } from "zod";
import { bears } from "../domain/dashboard/open-lists.ts";
import { listedOrder, sinceOrder } from "../domain/dashboard/lists.ts";
import type { Listed } from "../domain/dashboard/records.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { findPeople, LONGEST_SEARCH } from "./parts/find-people.ts";
import { LONGEST_PAGE, type Line } from "./parts/page-of-lines.ts";
import { mayList, narrowing, planOf, type Narrowing, type Plan } from "./parts/whose-people.ts";

const input = z.strictObject({
  /** A name or a code, as typed. */
  query: z.string().max(LONGEST_SEARCH),
  narrowing,
  /** The code at the top of the page; null: the first page. */
  cursor: participantCode.nullable(),
  limit: z.number().int().min(1).max(LONGEST_PAGE),
});

export interface FoundPeople {
  readonly lines: readonly Line[];
  readonly count: number;
  /** More names begin so than were read. */
  readonly partial: boolean;
  readonly next: string | null;
  readonly previous: string | null;
  readonly plan: Plan;
}

type NameLine = Extract<Listed, { sortedBy: "name" }>;

const isNameLine = (of: Listed): of is NameLine => of.sortedBy === "name";

const placed = ({ row }: NameLine, place: Narrowing["place"]): boolean =>
  place === null ||
  ("status" in place ? row.status === place.status : row.step === place.step && row.status !== "cancelled");

/** The same people as the list that is narrowed so. */
const kept =
  ({ place, milestone, behind, late, soon, outreach }: Narrowing, { referent, segments, from, to }: Plan) =>
  (line: NameLine): boolean => {
    const { row, marks } = line;
    if (behind !== null) return segments.some(({ part }) => bears(marks[part ?? ""] ?? [], behind, referent));
    if (referent !== null && row.referentId !== referent && row.substituteId !== referent) return false;
    const isIn = (order: string): boolean => (from === null || order >= from) && (to === null || order < to);
    if (outreach) return row.status === "oriented" && isIn(sinceOrder(row.orientedOn));
    // A list of everyone's next milestone holds the soonest of each.
    const due = milestone === null ? row.due.slice(0, 1) : row.due.filter((one) => one.milestone === milestone);
    return placed(line, place) && ((milestone === null && !late && !soon) || due.some(({ on }) => isIn(on)));
  };

const lineOf = (line: NameLine, { milestone }: Narrowing): Line => ({
  row: line.row,
  due: line.row.due.find((one) => milestone === null || one.milestone === milestone) ?? null,
  part: null,
});

/** Found by its code only, without a name. */
const unlisted = async (services: Services, code: string): Promise<NameLine | undefined> => {
  const file = (await services.store.get("case", code))?.doc;
  if (file?.status !== "cancelled") return undefined;
  const { referentId, status, orientedOn, entry } = file;
  const row = { code, referentId, substituteId: null, status, orientedOn, enteredOn: entry?.on ?? null } as const;
  return {
    ...{ kind: "listed", schemaVersion: 1, sortedBy: "name", marks: {} },
    row: { ...row, givenName: "", familyName: "", step: "left", due: [], addressed: null, review: null },
  };
};

const linesOf = async (services: Services, found: readonly Identity[]): Promise<readonly NameLine[]> => {
  const ids = found.map(({ code }) => `name.${code}`);
  const lines = (await services.store.getMany("listed", ids)).map(({ doc }) => doc).filter(isNameLine);
  const [only] = found;
  if (lines.length > 0 || only === undefined || only.listed) return lines;
  const line = await unlisted(services, only.code);
  return line === undefined ? [] : [line];
};

const inOrder = (one: NameLine, other: NameLine): number => (listedOrder(one) < listedOrder(other) ? -1 : 1);

/** Whom a name or a code may mean, with one typing error, among the people whom a member may list, narrowed in the same way. */
export const searchParticipants = query<z.infer<typeof input>, Plan, FoundPeople>({
  act: "participants.search",
  input,
  load: (services, actor, asked) => Promise.resolve(planOf(services, actor, asked.narrowing)),
  allow: (actor, plan, asked) => mayList(actor, plan, asked.narrowing),
  run: async (services, actor, plan, { query: typed, narrowing: asked, cursor, limit }) => {
    const { identities, partial } = await findPeople(services, actor, typed, plan.referent);
    const lines = await linesOf(services, identities);
    const found = lines.filter(kept(asked, plan)).toSorted(inOrder);
    const start = Math.max(
      0,
      found.findIndex(({ row }) => row.code === cursor),
    );
    const before = Math.max(0, start - limit);
    return done({
      lines: found.slice(start, start + limit).map((line) => lineOf(line, asked)),
      ...{ count: found.length, partial, plan },
      next: found[start + limit]?.row.code ?? null,
      previous: start === 0 ? null : (found[before]?.row.code ?? null),
    });
  },
});
