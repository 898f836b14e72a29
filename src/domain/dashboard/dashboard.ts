/** *Tableau de bord*, from what is counted: pure, so that the same counts give the same page, the same print and the same file. */
import type { MemberId } from "../participant/codes.ts";
import { addDays } from "../participant/days.ts";
import { MILESTONES, type MilestoneId } from "../participant/milestones.ts";
import type { Framework } from "../framework/schema.ts";
import { DELAYS, delaysOf, type Delay } from "./delays.ts";
import { activeFileOf, type ActiveFile } from "./active-file.ts";
import { decisionsOf, type Decisions } from "./decisions.ts";
import { equityOf, type Equity } from "./equity.ts";
import { figureOf, gridOf, partsOfSaid, rowOf, type Figure, type FigureGrid } from "./figures.ts";
import { handoversOf, type Handovers } from "./handed-over.ts";
import { PART_NOW } from "./measures.ts";
import { originsOf, type Origins } from "./orientations.ts";
import { needsTable, type NeedsTable } from "./needs-table.ts";
import {
  countedIn,
  monthsBetween,
  monthsSince,
  ofReferent,
  tallyOf,
  yearAsked,
  type Asked,
  type Counted,
  type CountsByPart,
} from "./reading.ts";
import { FIRST_PHASE, type Step } from "./steps.ts";
import { barriersOf, movementsOf, type TerritoryRow } from "./territory.ts";

/** Milestones to come are those of the next two weeks. */
export const SOON_DAYS = 14;

/** People whom a référent accompanies now: in the first phase, then in their path. */
export const WORKLOAD_STEPS = [...FIRST_PHASE, "inPath"] as const satisfies readonly Step[];

export interface MilestoneRow {
  readonly milestone: MilestoneId;
  readonly late: Figure;
  readonly coming: Figure;
}
/** What whoever follows the files sees: entries, milestones, completeness. */
export interface Follow {
  readonly steps: readonly { readonly step: Step; readonly people: Figure }[];
  /** On the screen only: its parts are what goes out. */
  readonly inFirstPhase: number;
  readonly oriented: Readonly<Record<"total" | "met" | "waiting" | "reaching" | "notMet", Figure>>;
  readonly entered: Figure;
  /** Today, those who were not received when they should have been, and those among them who wait since the outreach was to be reviewed. */
  readonly late: Figure;
  readonly outreach: Figure;
  /** Those that somebody is late for, or has to meet soon. */
  readonly milestones: readonly MilestoneRow[];
  readonly delays: readonly Delay[];
}
export interface WorkloadRow {
  readonly referent: MemberId;
  readonly cells: readonly { readonly step: Step; readonly people: Figure }[];
  readonly total: Figure;
}
/** What whoever answers for the PLIE sees besides. */
export interface Lead {
  readonly decisions: Decisions;
  readonly file: ActiveFile;
  /** In the order of the names. */
  readonly workload: readonly WorkloadRow[];
  readonly barriers: readonly TerritoryRow[];
  readonly moved: readonly TerritoryRow[];
  readonly equity: Equity;
  readonly origins: Origins;
  readonly handovers: Handovers;
  readonly unmet: NeedsTable;
  readonly saturated: NeedsTable;
}
export interface Dashboard {
  readonly follow: Follow;
  readonly lead: Lead;
}

/** What is not counted: whom and what the numbers are of. */
export interface Around {
  readonly framework: Pick<Framework, "milestones" | "reviews">;
  /** Référents of the team, in the order of their names. */
  readonly referents: readonly MemberId[];
  /** Commune groups, in the order of the PLIE's file. */
  readonly groups: readonly string[];
  /** Prescribers, in the order of the PLIE's file. */
  readonly prescribers: readonly string[];
}

const none = figureOf(0);

const isAccompanied = (step: string | undefined): boolean => WORKLOAD_STEPS.some((one) => one === step);

/** Everyone who accompanies somebody, those who left the team last. */
const everyReferent = (now: readonly Counted[], known: readonly MemberId[]): readonly MemberId[] => {
  const counted = now.flatMap(({ measure, referent, count }) =>
    measure[0] === "step" && isAccompanied(measure[1]) && count > 0 && referent !== null ? [referent] : [],
  );
  return [...new Set([...known, ...counted.sort()])];
};

/** One table for the steps and for who accompanies: each number that goes out is masked once, whoever asks for it. */
const workloadOf = (now: readonly Counted[], referents: readonly MemberId[]): FigureGrid =>
  gridOf(
    referents.map((referent) => {
      const own = tallyOf(ofReferent(now, referent));
      return WORKLOAD_STEPS.map((step) => own.of("step", step));
    }),
  );

const milestoneRow = (
  milestone: MilestoneId,
  now: readonly Counted[],
  { today }: Asked,
  toMeet: Figure,
): MilestoneRow => {
  const due = now.filter(({ measure: [what, which] }) => what === "due" && which === milestone);
  const soon = addDays(today, SOON_DAYS);
  const people = (isIn: (on: string) => boolean): number =>
    due.reduce((sum, { on, count }) => sum + (on !== null && isIn(on) ? count : 0), 0);
  const row = rowOf([people((on) => on < today), people((on) => on >= today && on <= soon), people((on) => on > soon)]);
  const [late = none, coming = none] = (milestone === "firstAppointment" ? partsOfSaid(row, toMeet) : row).cells;
  return { milestone, late, coming };
};

const followOf = (
  asked: Asked,
  { framework }: Around,
  steps: readonly Figure[],
  now: readonly Counted[],
  period: readonly Counted[],
): Follow => {
  const own = tallyOf(period);
  const oriented = rowOf([own.of("oriented", "met"), own.of("oriented", "waiting"), own.of("oriented", "notMet")]);
  const [met = none, waiting = none, notMet = none] = oriented.cells;
  const reached = own.of("reaching");
  const parts = partsOfSaid(rowOf([Math.max(0, waiting.count - reached), reached]), waiting);
  const reaching = parts.cells[1] ?? none;
  const milestones = MILESTONES.map((milestone) => milestoneRow(milestone, now, asked, steps[0] ?? none));
  const withSomebody = milestones.filter((row) => row.late.count + row.coming.count > 0);
  const late = milestones.find(({ milestone }) => milestone === "firstAppointment")?.late ?? none;
  const before = addDays(asked.today, -framework.milestones.outreachReviewDays);
  const since = now.filter(({ measure, on }) => measure[0] === "waiting" && on !== null && on < before);
  const outreach = since.reduce((sum, { count }) => sum + count, 0);
  const [, longest = none] = partsOfSaid(rowOf([Math.max(0, late.count - outreach), outreach]), late).cells;
  return {
    steps: FIRST_PHASE.map((step, at) => ({ step, people: steps[at] ?? none })),
    inFirstPhase: FIRST_PHASE.reduce((sum, _, at) => sum + (steps[at]?.count ?? 0), 0),
    oriented: { total: oriented.total, met, waiting, reaching, notMet },
    entered: figureOf(own.of("entered")),
    ...{ late, outreach: longest, milestones: withSomebody },
    delays: delaysOf(own, DELAYS),
  };
};

export const dashboardOf = (counts: CountsByPart, asked: Asked, around: Around): Dashboard => {
  const now = countedIn(counts, [PART_NOW]);
  const months = countedIn(counts, monthsBetween(asked.from, asked.to));
  const year = countedIn(counts, monthsBetween(...yearAsked(asked)));
  const period = ofReferent(months, asked.referent);
  const referents = everyReferent(now, around.referents);
  const grid = workloadOf(now, referents);
  const own = asked.referent === null ? undefined : grid.rows[referents.indexOf(asked.referent)];
  const steps = asked.referent === null ? grid.columns : (own?.cells ?? []);
  const territory = tallyOf(now);
  const decisions = decisionsOf(tallyOf(period), around.framework.reviews);
  const since = countedIn(counts, monthsSince(asked));
  const ownNow = ofReferent(now, asked.referent);
  const file = activeFileOf(
    tallyOf(ownNow),
    tallyOf(period),
    tallyOf(ofReferent(since, asked.referent)),
    decisions.exits,
  );
  return {
    follow: followOf(asked, around, steps, ownNow, period),
    lead: {
      decisions,
      file,
      workload: referents.map((referent, row) => ({
        referent,
        cells: WORKLOAD_STEPS.map((step, at) => ({ step, people: grid.rows[row]?.cells[at] ?? none })),
        total: grid.rows[row]?.total ?? none,
      })),
      barriers: barriersOf(territory),
      moved: movementsOf(territory),
      equity: equityOf(tallyOf(year)),
      origins: originsOf(tallyOf(months), { prescribers: around.prescribers.length, groups: around.groups.length }),
      handovers: handoversOf(
        tallyOf(period),
        [...decisions.entries, ...file.exits].map(({ people }) => people),
      ),
      unmet: needsTable("unmet", counts.get(PART_NOW) ?? {}, around.groups),
      saturated: needsTable("saturated", counts.get(PART_NOW) ?? {}, around.groups),
    },
  };
};
