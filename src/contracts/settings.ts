/** The page *Réglages*, for the coordinatrice: what the PLIE's own files say, and how the channels of its cells stand. */
import * as z from "zod/mini";
import { DOMAINS } from "./codes.ts";
import { MEMBER_ROLES } from "./me.ts";
import { REVIEW_CELLS } from "./reviews.ts";

const text = z.nullable(z.string());
const figure = z.int().check(z.nonnegative());
const many = <T>(item: z.ZodMiniType<T>) => z.readonly(z.array(item));

const thresholds = z.strictObject({
  prioritiesAtMost: figure,
  needFromSeverity: figure,
  t0Addressed: figure,
  synthesisAddressed: figure,
  gapFrom: figure,
  ftStrongFromWeight: figure,
});

const milestones = z.strictObject({
  firstContactWorkingDays: figure,
  firstAppointmentDays: figure,
  outreachReviewDays: figure,
  t0Days: figure,
  decisionDays: figure,
  cellWithoutDateDays: figure,
  synthesisWorkingDaysBeforeCell: figure,
  firstActionDays: figure,
  actionDoneDays: figure,
  actionDoneWorkingDaysBeforeSynthesis: figure,
  bilanWorkingDays: figure,
  t1WorkingDays: figure,
  handoverSendWorkingDays: figure,
  handoverReminderDays: figure,
  handoverCallDays: figure,
  handoverFallbackDays: figure,
  handoverAppointmentDays: figure,
  handoverFollowDays: figure,
  followUpMonths: figure,
  exitFollowUpMonths: figure,
  esfEntryWorkingDays: figure,
  esfExitDays: figure,
  esfLaterMonths: figure,
});

const reviews = z.strictObject({
  drawnPercent: figure,
  smallestGroup: figure,
  presentationMinutes: figure,
  caseMinutes: figure,
  casesAtMost: figure,
  letterWorkingDays: figure,
  secondStudyDays: figure,
  completeDays: figure,
  unseenMinutes: figure,
  concordanceAlarmPercent: figure,
  concordanceAlarmDecisions: figure,
});

const suggestion = z.strictObject({
  manyLightFrom: figure,
  needsOutsideCoreFrom: figure,
  reinforcedFromExtent: figure,
  equivalentWithin: figure,
  prescriberMonths: figure,
  stepsAtMost: figure,
  relaysAtMost: figure,
  worksUpToUnlessSaid: figure,
  exhaustiveUpTo: figure,
  doubleScoredPercent: figure,
});

const channel = z.strictObject({
  /** `unread`: who is in the channel could not be read yet; `toConfirm`: people who are not of the team are in it. */
  state: z.enum(["linked", "toConfirm", "unread", "gone", "botRemoved"]),
  outsiders: figure,
  by: text,
  at: z.string(),
});

/** `GET /api/settings`. */
export const settings = z.strictObject({
  today: z.string(),
  timeZone: z.string(),
  plie: z.strictObject({
    name: z.string(),
    communes: figure,
    groups: many(z.string()),
    prescribers: many(z.string()),
    /** Known dates of the entry cell, soonest first. */
    entryCellDates: many(z.string()),
  }),
  directory: z.nullable(z.strictObject({ number: figure, services: figure, structures: figure, at: z.string() })),
  team: z.strictObject({
    members: many(z.strictObject({ name: z.string(), roles: many(z.enum(MEMBER_ROLES)) })),
    /** Why the last version of the file was not taken; empty: it was. */
    refused: many(z.string()),
  }),
  cells: many(
    z.strictObject({
      cell: z.enum(REVIEW_CELLS),
      quorum: figure,
      /** Who sits in it, among the team. */
      members: many(z.string()),
      dates: many(z.string()),
      /** Null: no channel was ever linked. */
      channel: z.nullable(channel),
    }),
  ),
  framework: z.strictObject({ version: z.string(), publishedOn: z.string(), levels: many(z.string()) }),
  rules: z.strictObject({ thresholds, milestones, reviews, suggestion }),
});
export type SettingsOut = z.infer<typeof settings>;
export type Channel = z.infer<typeof channel>;

export const changesQuery = z.strictObject({
  from: z.optional(z.string().check(z.maxLength(20))),
  to: z.optional(z.string().check(z.maxLength(20))),
});

const told = z.union([z.string(), z.number(), z.boolean(), z.null(), many(z.string())]);

const change = z.strictObject({
  path: many(
    z.union([
      z.strictObject({ field: z.string() }),
      z.strictObject({ entry: z.string() }),
      z.strictObject({ rank: figure }),
    ]),
  ),
  kind: z.enum(["added", "removed", "changed", "order"]),
  before: told,
  after: told,
});
export type ChangeOut = z.infer<typeof change>;

/** `GET /api/settings/framework?from&to`: without them, what the version in force changed. */
export const frameworkHistory = z.strictObject({
  today: z.string(),
  timeZone: z.string(),
  /** Last first; `at`: since when this PLIE works with it. */
  versions: many(z.strictObject({ version: z.string(), publishedOn: text, at: z.string() })),
  /** Null: there is only one. */
  compared: z.nullable(z.strictObject({ from: z.string(), to: z.string(), changes: many(change) })),
  domains: many(z.strictObject({ id: z.enum(DOMAINS), label: z.string() })),
});
export type FrameworkHistory = z.infer<typeof frameworkHistory>;
