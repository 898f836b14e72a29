/** Which items of a case are to be told to a member now. Pure: what was told already is compared by the caller. */
import type { Day } from "../participant/codes.ts";
import { addDays } from "../participant/days.ts";
import type { Milestone } from "../participant/milestones.ts";
import type { ReminderCard } from "./codes.ts";
import { remindedId, type Reminded } from "./records.ts";

/** What is due on a Monday is told on the Friday before, while something can still be arranged. */
export const TOLD_AHEAD_DAYS = 3;
/** A cell that has no date is told to the chargé de projet while there is time to announce one. */
export const NO_DATE_AHEAD_DAYS = 30;

/** What is due for one case, as its summary says. */
export interface DueLine {
  readonly code: string;
  readonly parcours: number;
  readonly due: readonly Milestone[];
  /** The cell that the case aims at has no date of the PLIE's calendar. */
  readonly noCellDate: boolean;
}
export type DueItem = Pick<Reminded, "code" | "parcours" | "milestone" | "on" | "when">;

const itemOf = ({ code, parcours }: DueLine, { milestone, on }: Milestone, when: DueItem["when"]): DueItem => ({
  ...{ code, parcours, milestone, on, when },
});

/** For whoever carries the case: what comes, and what is late. */
export const ownItems = (line: DueLine, today: Day): readonly DueItem[] =>
  line.due
    .filter(({ on }) => on <= addDays(today, TOLD_AHEAD_DAYS))
    .map((due) => itemOf(line, due, due.on < today ? "late" : "due"));

/** For the chargé de projet: what is late, and the cell that no date of the PLIE's calendar is known for. */
export const leadItems = (line: DueLine, today: Day): readonly DueItem[] => [
  ...line.due.filter(({ on }) => on < today).map((due) => itemOf(line, due, "late")),
  ...(line.noCellDate ? line.due : [])
    .filter(({ milestone, on }) => milestone === "cell" && on >= today && on <= addDays(today, NO_DATE_AHEAD_DAYS))
    .map((due) => itemOf(line, due, "noDate")),
];

const inOrder = (one: DueItem, other: DueItem): number =>
  one.on.localeCompare(other.on) || one.code.localeCompare(other.code) || one.milestone.localeCompare(other.milestone);

/** The same thing to do, whether it comes or is late. */
export const sameTask = (one: DueItem, other: DueItem): boolean =>
  one.code === other.code &&
  one.parcours === other.parcours &&
  one.milestone === other.milestone &&
  one.on === other.on;

export interface Told {
  readonly memberId: string;
  readonly card: ReminderCard;
}

export interface Gathered<Held extends DueItem> {
  /** Never told before. */
  readonly fresh: readonly DueItem[];
  /** Told on a card that was put off, and still to do. */
  readonly moved: readonly Held[];
  /** What did not fit: told on the next card. */
  readonly more: number;
}

/** What one card gathers: what was put off first, then what is new, the oldest first. */
export const gather = <Held extends DueItem>(
  whom: Told,
  now: readonly DueItem[],
  told: ReadonlySet<string>,
  held: readonly Held[],
  atMost: number,
): Gathered<Held> => {
  const fresh = now.filter((item) => !told.has(remindedId({ ...whom, ...item }))).sort(inOrder);
  const stillDue = held.filter((one) => now.some((item) => sameTask(item, one)));
  const moved = stillDue.filter((one) => !fresh.some((item) => sameTask(item, one))).slice(0, atMost);
  const room = atMost - moved.length;
  return { fresh: fresh.slice(0, room), moved, more: Math.max(0, fresh.length - room) };
};
