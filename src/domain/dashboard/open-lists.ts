/** The lists behind the numbers: of which people each is, and who may open it. */
import { z } from "zod";
import { hasRole, maySeeTerritory, type Actor } from "../people/actor.ts";
import {
  listKey,
  MEASURES,
  PART_NOW,
  sumOf,
  TERRITORY_MEASURES,
  type Mark,
  type MeasureKind,
  type Part,
} from "./measures.ts";

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** A number of the dashboard: of today, or of the months from one to another. */
export const behindNumber = z.strictObject({
  measure: z.tuple([z.enum(MEASURES)], z.string().min(1).max(100)).refine((words) => words.length <= 5),
  months: z.strictObject({ from: month, to: month }).nullable(),
});
export type BehindNumber = z.infer<typeof behindNumber>;

const COUNTED: Readonly<Record<MeasureKind, "today" | "byMonth">> = {
  step: "today",
  due: "today",
  waiting: "today",
  barrier: "today",
  moved: "today",
  unmet: "today",
  saturated: "today",
  oriented: "byMonth",
  reaching: "byMonth",
  sentBy: "byMonth",
  sentFrom: "byMonth",
  notMet: "byMonth",
  entered: "byMonth",
  file: "today",
  leaves: "byMonth",
  exit: "byMonth",
  decided: "byMonth",
  concordance: "byMonth",
  delay: "byMonth",
  fair: "byMonth",
  handedOver: "byMonth",
  refused: "byMonth",
  refusedBy: "byMonth",
};

/** Where each person is received, and what is due: nothing of what was decided or found out. */
const OF_COMPLETENESS: readonly MeasureKind[] = ["step", "due", "waiting", "oriented", "reaching", "entered", "delay"];

export const isOfTerritory = ({ measure }: Pick<BehindNumber, "measure">): boolean =>
  TERRITORY_MEASURES.includes(measure[0]);

/** `ownOnly`: the list is narrowed to the people whom the actor accompanies. */
export const mayOpenBehind = (actor: Actor, behind: BehindNumber, ownOnly: boolean): boolean => {
  if (maySeeTerritory(actor)) return true;
  if (isOfTerritory(behind)) return false;
  if (ownOnly) return hasRole(actor, "referent");
  return hasRole(actor, "assistante") && OF_COMPLETENESS.includes(behind.measure[0]);
};

export const LONGEST_PERIOD = 36;

const monthAfter = (of: string): string => {
  const [year = 0, rank = 0] = of.split("-").map(Number);
  return rank === 12 ? `${year + 1}-01` : `${year}-${String(rank + 1).padStart(2, "0")}`;
};

/** The parts that a number adds up, latest first; null: it is not counted so. */
export const partsBehind = ({ measure, months }: BehindNumber): readonly Part[] | null => {
  if (COUNTED[measure[0]] === "today") return months === null ? [PART_NOW] : null;
  if (months === null) return null;
  const parts: Part[] = [];
  for (let at = months.from; at <= months.to; at = monthAfter(at)) {
    if (parts.length === LONGEST_PERIOD) return null;
    parts.unshift(at);
  }
  return parts.length === 0 ? null : parts;
};

export const keyBehind = (behind: BehindNumber, of: Part, referent: string | null): string =>
  listKey(behind.measure, of, referent);

export const bears = (marks: readonly Mark[], { measure }: BehindNumber, referent: string | null): boolean =>
  marks.some((mark) => {
    const asked = measure.join("/");
    const counts = [mark.measure, sumOf(mark.measure) ?? []].some((of) => of.join("/") === asked);
    return counts && (referent === null || mark.referent === referent);
  });
