/**
 * `GET /api/dashboard?from&to&referent` (days; the last twelve months where they are not said) and `GET /api/dashboard/export?format&from&to&referent`.
 * Numbers of the territory come masked; the others are exact, beside what may leave the screen (`out`).
 */
import * as z from "zod/mini";
import type { DelayId } from "../domain/dashboard/delays.ts";
import type { EXIT_OUTCOMES, Phase } from "../domain/dashboard/decisions.ts";
import type { Criterion, CriterionValue } from "../domain/dashboard/equity.ts";
import type { Leave } from "../domain/dashboard/file-marks.ts";
import type { HandedOverRow } from "../domain/dashboard/handed-over.ts";
import type { PartnerKind, RefusedFor } from "../domain/dashboard/handover-marks.ts";
import type { NOT_MET_REASONS } from "../domain/dashboard/orientations.ts";
import { DOMAINS, ENDINGS, LEAD_KINDS, MILESTONES, STEPS } from "./codes.ts";
import { OUTCOMES } from "./reviews.ts";

const DELAYS = ["entry", "t0", "decision"] as const satisfies readonly DelayId[];
const PHASES = ["during", "after"] as const satisfies readonly Phase[];
const EXITS = ["exitJob", "exitTraining", "exitOther"] as const satisfies typeof EXIT_OUTCOMES;
const CRITERIA = ["age", "rsa", "rqth", "qpv"] as const satisfies readonly Criterion[];
const NOT_MET = [...ENDINGS, "unsaid"] as const satisfies typeof NOT_MET_REASONS;
const VALUES = [
  "under26",
  "26to29",
  "30to44",
  "45to54",
  "55up",
  "yes",
  "requested",
  "no",
  "unknown",
] as const satisfies readonly CriterionValue[];
const LEAVES = [...EXITS, "reorient", ...ENDINGS] as const satisfies readonly Leave[];
const HANDOVERS = ["reorient", "relay"] as const satisfies readonly HandedOverRow["what"][];
const PARTNERS = [
  "franceTravail",
  "accompagnementGlobal",
  "missionLocale",
  "capEmploi",
  "accompagnementSocial",
  "creationActivite",
  "relay",
] as const satisfies readonly PartnerKind[];
const REFUSED_FOR = [
  "full",
  "notEligible",
  "incomplete",
  "otherNeed",
  "person",
  "other",
  "noAnswer",
] as const satisfies readonly RefusedFor[];
export const EXPORT_FORMATS = ["xlsx", "csv"] as const;

const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const whole = z.int().check(z.nonnegative());
const many = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item));
const percent = z.nullable(z.int());

export const dashboardQuery = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  referent: z.optional(z.string()),
});
export const dashboardExportQuery = z.extend(dashboardQuery, { format: z.enum(EXPORT_FORMATS) });

const masked = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("count"), count: whole }),
  /** From 1 to 4. */
  z.strictObject({ kind: z.literal("few") }),
  /** A small number would be found from it. */
  z.strictObject({ kind: z.literal("hidden") }),
]);
export type MaskedFigure = z.infer<typeof masked>;

const figure = z.strictObject({ count: whole, out: masked });
export type DashboardFigure = z.infer<typeof figure>;

const atStep = z.strictObject({ step: z.enum(STEPS), people: figure });

const delayOut = z.strictObject({
  delay: z.enum(DELAYS),
  people: whole,
  median: z.nullable(z.number()),
  mayGoOut: z.boolean(),
});
export type DashboardDelay = z.infer<typeof delayOut>;

const follow = z.strictObject({
  steps: many(atStep),
  inFirstPhase: whole,
  oriented: z.strictObject({ total: figure, met: figure, waiting: figure, reaching: figure, notMet: figure }),
  entered: figure,
  late: figure,
  outreach: figure,
  milestones: many(z.strictObject({ milestone: z.enum(MILESTONES), late: figure, coming: figure })),
  delays: many(delayOut),
});
export type DashboardFollow = z.infer<typeof follow>;

const exitsOf = z.strictObject({
  phase: z.enum(PHASES),
  outcomes: many(z.strictObject({ outcome: z.enum(EXITS), people: figure })),
});
export type DashboardExits = z.infer<typeof exitsOf>;

const decisions = z.strictObject({
  entries: many(z.strictObject({ outcome: z.enum(OUTCOMES), to: z.nullable(z.enum(LEAD_KINDS)), people: figure })),
  entriesTotal: figure,
  goOn: figure,
  exits: many(exitsOf),
  concordance: z.strictObject({ yes: figure, no: figure, none: figure, percent, alarm: z.boolean() }),
});
export type DashboardDecisions = z.infer<typeof decisions>;

const territoryRow = z.strictObject({ domain: z.enum(DOMAINS), cells: many(masked), total: masked });
export type DashboardTerritory = z.infer<typeof territoryRow>;

const ways = { stay: masked, out: masked, total: masked, outPercent: percent };
const equity = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nobody") }),
  z.strictObject({ kind: z.literal("tooFew") }),
  z.strictObject({
    kind: z.literal("tables"),
    tables: many(
      z.strictObject({
        criterion: z.enum(CRITERIA),
        rows: many(z.strictObject({ value: z.enum(VALUES), ...ways })),
      }),
    ),
    whole: z.strictObject(ways),
  }),
]);
export type DashboardEquity = z.infer<typeof equity>;

/** By commune group, in the order of the PLIE's file; an empty group is of those whose commune is not known. */
const need = z.strictObject({
  theme: z.string(),
  total: masked,
  groups: many(z.strictObject({ group: z.string(), people: masked })),
});
export type DashboardNeed = z.infer<typeof need>;

/** By prescriber or commune group, a row each: met, not yet met, never met. Ranks in the PLIE's file; x: not known. */
const origin = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("nobody") }),
  z.strictObject({ kind: z.literal("tooFew") }),
  z.strictObject({
    kind: z.literal("table"),
    rows: many(z.strictObject({ rank: z.string(), cells: many(masked), total: masked })),
  }),
]);
export type DashboardOrigin = z.infer<typeof origin>;
const origins = z.strictObject({
  prescribers: origin,
  groups: origin,
  notMet: many(z.strictObject({ reason: z.enum(NOT_MET), people: masked })),
});

const file = z.strictObject({
  start: figure,
  entries: figure,
  exits: many(z.strictObject({ how: z.enum(LEAVES), people: figure })),
  exitsTotal: figure,
  end: figure,
  positive: whole,
  percent,
  mayGoOut: z.boolean(),
});
export type DashboardFile = z.infer<typeof file>;

const handovers = z.strictObject({
  rows: many(
    z.strictObject({
      what: z.enum(HANDOVERS),
      people: z.strictObject({ inTime: figure, later: figure, underWay: figure, without: figure }),
      total: figure,
    }),
  ),
  refusals: z.strictObject({
    reasons: many(z.enum(REFUSED_FOR)),
    rows: many(z.strictObject({ partner: z.enum(PARTNERS), cells: many(figure), total: figure })),
    structures: many(z.strictObject({ service: z.string(), people: figure })),
  }),
});
export type DashboardHandovers = z.infer<typeof handovers>;

const lead = z.strictObject({
  decisions,
  file,
  workload: many(z.strictObject({ referent: z.string(), cells: many(atStep), total: figure })),
  barriers: many(territoryRow),
  moved: many(territoryRow),
  equity,
  origins,
  handovers,
  unmet: many(need),
  saturated: many(need),
});
export type DashboardLead = z.infer<typeof lead>;

const named = z.record(z.string(), z.string());

export const dashboardPage = z.strictObject({
  asked: z.strictObject({ from: day, to: day, referent: z.nullable(z.string()), today: day }),
  /** Everything recorded until then is counted, to the minute; null: nothing was counted yet. */
  upTo: z.nullable(z.string()),
  timeZone: z.string(),
  readingAgain: z.boolean(),
  referents: many(z.strictObject({ id: z.string(), name: z.nullable(z.string()) })),
  /** What the framework and the PLIE call their codes. */
  names: z.strictObject({
    domains: named,
    leads: named,
    levels: many(z.string()),
    groups: many(z.string()),
    prescribers: many(z.string()),
    /** Services of the directory that said no, for whoever answers for the PLIE. */
    partners: named,
  }),
  follow,
  /** Null for whoever follows files and answers for nothing else. */
  lead: z.nullable(lead),
});
export type DashboardPage = z.infer<typeof dashboardPage>;
export type DashboardNames = DashboardPage["names"];
