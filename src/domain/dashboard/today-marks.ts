/** What a case counts for today. */
import type { Findings } from "../diagnostic/findings.ts";
import { levelled } from "../diagnostic/findings.ts";
import { movement } from "../diagnostic/movement.ts";
import type { DomainId } from "../framework/domains.ts";
import type { Finding } from "../diagnostic/assessment.ts";
import type { Mark } from "./measures.ts";
import { isFollowed } from "./followed.ts";
import { isCounted, type Picture } from "./picture.ts";
import { stepOf, type Step } from "./steps.ts";

/** Null for a record that was cancelled. */
export const stepIn = ({ head, rounds }: Picture): Step | null => {
  const open = rounds.find(({ parcours, round }) => parcours === head.parcours && round === head.round);
  return stepOf({
    status: head.status,
    // From T1 on, T0 is behind.
    t0Met: (head.round ?? 0) > 0 || (open?.metOn ?? null) !== null,
    synthesisDone: (open?.synthesisOn ?? null) !== null,
    underReview: head.review !== null,
    toComplete: head.toComplete !== null,
  });
};

const ADDRESSED: ReadonlySet<Finding["state"]> = new Set(["nothing", "assessed", "declined", "notApplicable"]);

/**
 * The last word on each domain, from one round to another: an assessment that has just been opened hides nothing of the one before. Nothing of health
 * without the agreement.
 */
const latestFindings = ({ head, assessments }: Picture, rounds: (round: number) => boolean): Findings => {
  const found = new Map<DomainId, Finding>();
  const ordered = assessments
    .filter(({ parcours, round }) => parcours === head.parcours && rounds(round))
    .sort((one, other) => one.round - other.round);
  for (const { domain, finding } of ordered)
    if (finding !== null && ADDRESSED.has(finding.state)) found.set(domain, finding);
  if (head.health !== "agreed") found.delete("sante");
  return found;
};

const territory = (...measure: string[]): Mark => ({ measure, referent: null, on: null });

const territoryMarks = (picture: Picture): readonly Mark[] => {
  const latest = latestFindings(picture, () => true);
  const atT0 = latestFindings(picture, (round) => round === 0);
  const since = latestFindings(picture, (round) => round > 0);
  const { group, unmet, saturated } = picture.needs ?? { group: "", unmet: [], saturated: [] };
  return [
    ...levelled(latest).map(({ domain, severity }) => territory("barrier", domain, String(severity))),
    ...movement(atT0, since).domains.flatMap(({ domain, kind }) =>
      kind === "new" ? [] : [territory("moved", domain, kind)],
    ),
    ...unmet.map((subject) => territory("unmet", subject, group)),
    ...saturated.map((subject) => territory("saturated", subject, group)),
  ];
};

export const todayMarks = (picture: Picture): readonly Mark[] => {
  const { head, due } = picture;
  if (!isCounted(picture)) return [];
  const referent = head.referentId;
  const step = stepIn(picture);
  return [
    ...(step === null ? [] : [{ measure: ["step", step], referent, on: null }]),
    ...due.map(({ milestone, on }) => ({ measure: ["due", milestone], referent, on })),
    ...(isFollowed(head) ? [{ measure: ["file"], referent, on: null }] : []),
    ...(head.status === "oriented" ? [{ measure: ["waiting"], referent, on: head.orientedOn }] : []),
    ...(isFollowed(head) ? territoryMarks(picture) : []),
  ];
};
