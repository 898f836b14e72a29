/**
 * What a case counts for by the day on which it happened, parcours by parcours. The référent of a mark is whoever accompanies the person today: they
 * may open the list behind it.
 */
import type { CaseFile } from "../participant/case-file.ts";
import { firstEnding } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import { daysBetween } from "../participant/days.ts";
import { ageBandOf } from "../review/age-band.ts";
import { isExit, isWayOut, type ReviewOutcome } from "../review/outcomes.ts";
import type { Review } from "../review/records.ts";
import type { SituationFacts } from "../suggestion/facts.ts";
import { leaveOf } from "./file-marks.ts";
import { handoverMarks } from "./handover-marks.ts";
import type { Mark } from "./measures.ts";
import { isCounted, type Picture } from "./picture.ts";

/** On a day: what tells the month. */
export type DatedMark = Mark & { readonly on: Day };
type Decided = Pick<Review, "id" | "cell" | "secondedBy"> & { readonly decided: NonNullable<Review["decided"]> };

const STAYS: ReadonlySet<ReviewOutcome> = new Set(["stay", "stayWithRelays"]);
/** *Poursuite*, by either cell. */
const GOES_ON: ReadonlySet<ReviewOutcome> = new Set(["stay", "stayWithRelays", "goOn"]);

/**
 * What was decided in a parcours, earliest first; an opinion on practice is no decision. A review that is studied again stands for nothing until it is
 * decided again.
 */
const decidedIn = ({ reviews }: Picture, parcours: number): readonly Decided[] =>
  reviews
    .flatMap((review) =>
      review.parcours === parcours && review.cell !== "gta" && review.decided !== null
        ? [{ ...review, decided: review.decided }]
        : [],
    )
    .sort((one, other) => one.decided.at.localeCompare(other.decided.at) || one.id.localeCompare(other.id));

/** A second study, once decided, replaces the first. */
const standing = (decided: readonly Decided[]): readonly Decided[] => {
  const ids = new Set(decided.map(({ id }) => id));
  return decided.filter(({ secondedBy }) => secondedBy === null || !ids.has(secondedBy));
};

const known = (answer: string | null | undefined): string =>
  answer === "yes" || answer === "no" || answer === "requested" ? answer : "unknown";

/**
 * Who stays and who goes out at the end of the first phase: *poursuite* by the entry cell against a reorientation, or an exit before any *poursuite*.
 * A later exit says nothing of the orientation. Not asked, not known and declined are all *unknown*.
 */
const fairMarks = (
  birthDate: Day | null,
  facts: Pick<SituationFacts, "rsa" | "rqth" | "qpv"> | undefined,
  { outcome, on }: Decided["decided"],
  during: boolean,
): readonly DatedMark[] => {
  const way = STAYS.has(outcome) ? "stay" : isWayOut(outcome) && (during || !isExit(outcome)) ? "out" : null;
  if (way === null) return [];
  const values = [
    ["age", ageBandOf(birthDate, on)],
    ["rsa", known(facts?.rsa)],
    ["rqth", known(facts?.rqth)],
    ["qpv", known(facts?.qpv)],
  ] as const;
  return values.map(([what, value]) => ({ measure: ["fair", what, value, way], referent: null, on }));
};

const CONCORDANCE = { true: "yes", false: "no", null: "none" } as const;

const decisionMarks = (picture: Picture, head: CaseFile): readonly DatedMark[] => {
  const { birthDate } = picture.identity;
  const referent = picture.head.referentId;
  const all = standing(decidedIn(picture, head.parcours));
  return all.flatMap(({ cell, decided }, at): readonly DatedMark[] => {
    const { outcome, to, concordant, on } = decided;
    const during = !all.slice(0, at).some((before) => GOES_ON.has(before.decided.outcome));
    return [
      { measure: ["decided", outcome, to?.lead ?? "none"], referent, on },
      ...(cell === "entree" ? [{ measure: ["concordance", CONCORDANCE[`${concordant}`]], referent, on }] : []),
      ...(isExit(outcome) ? [{ measure: ["exit", during ? "during" : "after", outcome], referent, on }] : []),
      ...fairMarks(birthDate, picture.facts.get(head.parcours), decided, during),
    ];
  });
};

/** The first answer that the person had at the end of the first phase, whatever a second study said of it. */
const firstDecisionOn = (picture: Picture, { parcours }: CaseFile): Day | null =>
  decidedIn(picture, parcours).find(
    ({ cell, decided }) => cell === "entree" && (STAYS.has(decided.outcome) || decided.outcome === "reorient"),
  )?.decided.on ?? null;

const delayMarks = (picture: Picture, head: CaseFile): readonly DatedMark[] => {
  if (head.entry === null) return [];
  const entered = head.entry.on;
  const t0 = picture.rounds.find(({ parcours, round }) => parcours === head.parcours && round === 0);
  const ended = [
    ["entry", head.orientedOn, entered],
    ["t0", entered, t0?.metOn ?? null],
    ["decision", entered, firstDecisionOn(picture, head)],
  ] as const;
  const referent = picture.head.referentId;
  return ended.flatMap(([what, from, on]) =>
    on === null ? [] : [{ measure: ["delay", what, String(Math.max(0, daysBetween(from, on)))], referent, on }],
  );
};

/** What became of an orientation; null: it was made in error, or the person was received and then cancelled. */
const became = ({ status, entry, cancelled }: CaseFile, isPresent: boolean): "met" | "waiting" | "notMet" | null => {
  if (status === "cancelled") return entry === null && cancelled?.reason === "request" ? "notMet" : null;
  if (entry !== null) return "met";
  return isPresent && status === "oriented" ? "waiting" : "notMet";
};

/** Who sent whoever comes, from where, and why somebody was never met: of the territory, never of one référent. */
const originMarks = ({ origin }: Picture, head: CaseFile, what: "met" | "waiting" | "notMet"): readonly DatedMark[] => {
  const on = head.orientedOn;
  const why = firstEnding(head)?.how ?? head.cancelled?.reason ?? "unsaid";
  return [
    { measure: ["sentBy", origin.prescriber, what], referent: null, on },
    { measure: ["sentFrom", origin.group, what], referent: null, on },
    ...(what === "notMet" ? [{ measure: ["notMet", why], referent: null, on }] : []),
  ];
};

const leaveMarks = (head: CaseFile, isPresent: boolean, referent: string): readonly DatedMark[] => {
  const left = leaveOf(head, isPresent);
  return left === null ? [] : [{ measure: ["leaves", left.how], referent, on: left.on }];
};

const parcoursMarks = (picture: Picture, head: CaseFile, isPresent: boolean): readonly DatedMark[] => {
  const referent = picture.head.referentId;
  const what = became(head, isPresent);
  if (what === null) return [];
  return [
    { measure: ["oriented", what], referent, on: head.orientedOn },
    ...(what === "waiting" && head.outreach !== null ? [{ measure: ["reaching"], referent, on: head.orientedOn }] : []),
    ...originMarks(picture, head, what),
    ...(head.entry === null ? [] : [{ measure: ["entered"], referent, on: head.entry.on }]),
    ...delayMarks(picture, head),
    ...decisionMarks(picture, head),
    ...leaveMarks(head, isPresent, referent),
  ];
};

/** Somebody else's record, or somebody already counted: nobody. */
const isNobody = ({ mergedInto, cancelled, status }: CaseFile): boolean =>
  mergedInto !== null || (status === "cancelled" && cancelled?.reason === "duplicate");

export const monthMarks = (picture: Picture): readonly DatedMark[] => {
  const { head, past } = picture;
  if (isNobody(head)) return [];
  const present = isCounted(picture) || head.status === "cancelled" ? parcoursMarks(picture, head, true) : [];
  return [
    ...past.flatMap((former) => parcoursMarks(picture, former, false)),
    ...present,
    ...handoverMarks(
      picture.handovers.filter(({ parcours }) => head.status !== "cancelled" || parcours !== head.parcours),
      head,
    ),
  ];
};
