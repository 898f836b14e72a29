/** Which people a member lists: how a list is narrowed, and whose people it holds. */
import { z } from "zod";
import {
  behindNumber,
  isOfTerritory,
  keyBehind,
  mayOpenBehind,
  partsBehind,
} from "../../domain/dashboard/open-lists.ts";
import { milestoneKey, peopleKey, type ListSort } from "../../domain/dashboard/lists.ts";
import type { Part } from "../../domain/dashboard/measures.ts";
import { STEPS } from "../../domain/dashboard/steps.ts";
import { caseStatus } from "../../domain/participant/case-file.ts";
import { memberId, type Day, type MemberId } from "../../domain/participant/codes.ts";
import { MILESTONES } from "../../domain/participant/milestones.ts";
import { mayListAllCases, mayListOwnCases, type Actor } from "../../domain/people/actor.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";

/** Codes only. */
export const narrowing = z.strictObject({
  place: z.union([z.strictObject({ status: caseStatus }), z.strictObject({ step: z.enum(STEPS) })]).nullable(),
  milestone: z.enum(MILESTONES).nullable(),
  /** Only whoever has a milestone that is past. */
  late: z.boolean(),
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
  /** Due before this day only. */
  readonly dueBefore: Day | null;
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
  { place, milestone, behind }: Narrowing,
  sortedBy: ListSort,
  referent: MemberId | null,
): readonly Segment[] | null => {
  if (behind !== null) {
    if (place !== null || milestone !== null || (referent !== null && isOfTerritory(behind))) return null;
    return partsBehind(behind)?.map((part) => ({ part, key: keyBehind(behind, part, referent) })) ?? null;
  }
  if (milestone === null) return [{ part: null, key: peopleKey(sortedBy, { place, referent }) }];
  return place === null ? [{ part: null, key: milestoneKey(milestone, referent) }] : null;
};

/** In which order a list is read: what is due is read soonest first, and what stands behind a number by name. */
const sortOf = ({ behind, milestone, late, sort }: Narrowing): ListSort => {
  if (behind !== null) return "name";
  return milestone !== null || late ? "due" : sort;
};

/** `choiceMissing`: these narrowings do not go together. */
export const planOf = (actor: Actor, asked: Narrowing, today: Day): Result<Plan> => {
  const referent = whoseIn(actor, asked);
  const sortedBy = sortOf(asked);
  const segments = asked.behind !== null && asked.late ? null : segmentsOf(asked, sortedBy, referent);
  return segments === null
    ? refused("choiceMissing")
    : done({ sortedBy, segments, referent, dueBefore: asked.late ? today : null });
};

/** A référent lists the people whom they accompany; the others are listed by whoever answers for the PLIE. */
export const mayList = (actor: Actor, { referent }: Plan, { behind }: Narrowing): RefusalCode | null => {
  const isOwn = mayListOwnCases(actor) && referent === actor.memberId;
  const allowed = isOwn || mayListAllCases(actor);
  return allowed && (behind === null || mayOpenBehind(actor, behind, isOwn)) ? null : "roleMayNot";
};
