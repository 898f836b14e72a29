/** Which people a member lists: how a list is narrowed, and whose people it holds. */
import { z } from "zod";
import {
  behindNumber,
  isOfTerritory,
  keyBehind,
  mayOpenBehind,
  partsBehind,
} from "../../domain/dashboard/open-lists.ts";
import { SOON_DAYS } from "../../domain/dashboard/dashboard.ts";
import { milestoneKey, peopleKey, sinceOrder, type ListSort } from "../../domain/dashboard/lists.ts";
import type { Part } from "../../domain/dashboard/measures.ts";
import { STEPS } from "../../domain/dashboard/steps.ts";
import { caseStatus } from "../../domain/participant/case-file.ts";
import { memberId, type Day, type MemberId } from "../../domain/participant/codes.ts";
import { addDays } from "../../domain/participant/days.ts";
import { MILESTONES } from "../../domain/participant/milestones.ts";
import { mayListAllCases, mayListOwnCases, type Actor } from "../../domain/people/actor.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

/** Codes only. */
export const narrowing = z.strictObject({
  place: z.union([z.strictObject({ status: caseStatus }), z.strictObject({ step: z.enum(STEPS) })]).nullable(),
  milestone: z.enum(MILESTONES).nullable(),
  /** Only whoever has a milestone that is past. */
  late: z.boolean(),
  /** Only whoever has a milestone in the days that the dashboard looks ahead. */
  soon: z.boolean(),
  /** Only whoever was oriented and not received since before the outreach was to be reviewed. */
  outreach: z.boolean(),
  /** Null: the actor's own people where they have some, everyone otherwise; behind a number, everyone for whoever may list everyone. */
  whose: z.union([z.enum(["mine", "everyone"]), z.strictObject({ referent: memberId })]).nullable(),
  sort: z.enum(["name", "since", "due"]),
  behind: behindNumber.nullable(),
});
export type Narrowing = z.infer<typeof narrowing>;

/** Where lines stand: one list, or one for each month, latest first. */
export interface Segment {
  /** Null: not behind a number. */
  readonly part: Part | null;
  readonly key: string;
}

export interface Plan {
  readonly sortedBy: ListSort;
  readonly segments: readonly Segment[];
  /** Null: everyone's. */
  readonly referent: MemberId | null;
  /** What bounds the order that it is read in: `from` in, `to` out; null: nothing does. */
  readonly from: string | null;
  readonly to: string | null;
}

/** In which days a list is read. */
interface Days {
  readonly today: Day;
  readonly outreachReviewDays: number;
}

const whoseIn = (actor: Actor, { whose, behind }: Narrowing): MemberId | null => {
  if (whose === "everyone") return null;
  if (whose === "mine") return actor.memberId;
  if (whose !== null) return whose.referent;
  if (behind !== null && isOfTerritory(behind)) return null;
  const everyone = behind === null ? !mayListOwnCases(actor) : mayListAllCases(actor);
  return everyone ? null : actor.memberId;
};

const segmentsOf = (
  { place, milestone, behind, outreach }: Narrowing,
  sortedBy: ListSort,
  referent: MemberId | null,
): readonly Segment[] | null => {
  if (outreach) {
    if (place !== null || milestone !== null || behind !== null) return null;
    return [{ part: null, key: peopleKey(sortedBy, { place: { status: "oriented" }, referent }) }];
  }
  if (behind !== null) {
    if (place !== null || milestone !== null || (referent !== null && isOfTerritory(behind))) return null;
    return partsBehind(behind)?.map((part) => ({ part, key: keyBehind(behind, part, referent) })) ?? null;
  }
  if (milestone === null) return [{ part: null, key: peopleKey(sortedBy, { place, referent }) }];
  return place === null ? [{ part: null, key: milestoneKey(milestone, referent) }] : null;
};

/** In which order a list is read: what is due is read soonest first, and what stands behind a number by name. */
const sortOf = ({ behind, milestone, late, soon, outreach, sort }: Narrowing): ListSort => {
  if (behind !== null) return "name";
  if (outreach) return "since";
  return milestone !== null || late || soon ? "due" : sort;
};

const boundsOf = (
  { late, soon, outreach }: Narrowing,
  { today, outreachReviewDays }: Days,
): Pick<Plan, "from" | "to"> => {
  if (late) return { from: null, to: today };
  if (soon) return { from: today, to: addDays(today, SOON_DAYS + 1) };
  // The latest come first: whoever was oriented before that day comes after it.
  return { from: outreach ? sinceOrder(addDays(today, -outreachReviewDays - 1)) : null, to: null };
};

/** One at most of what the days narrow, and none behind a number. */
const goTogether = ({ behind, late, soon, outreach }: Narrowing): boolean =>
  [behind !== null, late, soon, outreach].filter(Boolean).length <= 1;

/** `choiceMissing`: these narrowings do not go together. */
export const planOf = ({ clock, frameworks }: Services, actor: Actor, asked: Narrowing): Result<Plan> => {
  const referent = whoseIn(actor, asked);
  const sortedBy = sortOf(asked);
  const segments = goTogether(asked) ? segmentsOf(asked, sortedBy, referent) : null;
  if (segments === null) return refused("choiceMissing");
  const { outreachReviewDays } = frameworks.current.milestones;
  return done({ sortedBy, segments, referent, ...boundsOf(asked, { today: clock.today(), outreachReviewDays }) });
};

/** A référent lists the people whom they accompany; the others are listed by whoever answers for the PLIE. */
export const mayList = (actor: Actor, { referent }: Plan, { behind }: Narrowing): RefusalCode | null => {
  const isOwn = mayListOwnCases(actor) && referent === actor.memberId;
  const allowed = isOwn || mayListAllCases(actor);
  return allowed && (behind === null || mayOpenBehind(actor, behind, isOwn)) ? null : "roleMayNot";
};
