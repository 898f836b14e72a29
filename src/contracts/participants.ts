/**
 * `GET /api/participants?…` (a page of people, asked again and again) and `POST /api/participants/search` (by name or code). An address holds codes
 * only; a name that is searched is in a body.
 */
import * as z from "zod/mini";
import type { ListSort } from "../domain/dashboard/lists.ts";
import { CASE_STATUSES, MILESTONES, STEPS } from "./codes.ts";

export const SORTS = ["name", "since", "due"] as const satisfies readonly ListSort[];

const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

/** Said in the same way in an address and in a body. */
export const participantsFilters = z.strictObject({
  status: z.optional(z.enum(CASE_STATUSES)),
  step: z.optional(z.enum(STEPS)),
  milestone: z.optional(z.enum(MILESTONES)),
  late: z.optional(z.literal("1")),
  /** A milestone in the days that the dashboard looks ahead. */
  soon: z.optional(z.literal("1")),
  /** Oriented, and not received since before the outreach was to be reviewed. */
  outreach: z.optional(z.literal("1")),
  /** `mine`, `everyone`, or the id of a référent; the caller's own people, or everyone's, where it is not said. */
  referent: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  sort: z.optional(z.enum(SORTS)),
  /** The measure of a number of the dashboard: `oriented/waiting`. */
  behind: z.optional(z.string().check(z.minLength(1), z.maxLength(400))),
  /** The months that it adds up; neither for a number of today. */
  from: z.optional(month),
  to: z.optional(month),
});
export type ParticipantsFilters = z.infer<typeof participantsFilters>;

const cursor = z.string().check(z.maxLength(60));

export const participantsQuery = z.extend(participantsFilters, {
  cursor: z.optional(cursor),
  limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|100)$/))),
});

export const LONGEST_SEARCH = 100;
export const participantsSearch = z.strictObject({
  query: z.string().check(z.maxLength(LONGEST_SEARCH)),
  filters: participantsFilters,
  cursor: z.nullable(cursor),
});
export type ParticipantsSearch = z.infer<typeof participantsSearch>;

const colleague = z.strictObject({ id: z.string(), name: z.string() });

const participantLine = z.strictObject({
  code: z.string(),
  /** Both empty for a record that was cancelled. */
  givenName: z.string(),
  familyName: z.string(),
  /** Null: not in the team any more. */
  referent: z.nullable(z.string()),
  status: z.enum(CASE_STATUSES),
  step: z.enum(STEPS),
  orientedOn: z.string(),
  enteredOn: z.nullable(z.string()),
  due: z.nullable(z.strictObject({ milestone: z.enum(MILESTONES), on: z.string(), late: z.boolean() })),
  /** Behind a number of several months: the one that it stands in. */
  month: z.nullable(z.string()),
});
export type ParticipantLine = z.infer<typeof participantLine>;

export const participantsPage = z.strictObject({
  items: z.readonly(z.array(participantLine)),
  /** Given back as they are for the page after, or before; null where there is none. */
  next: z.nullable(z.string()),
  previous: z.nullable(z.string()),
  /** How many answer a search; null: not counted. */
  count: z.nullable(z.int()),
  /** More names begin so than are read. */
  partial: z.boolean(),
  today: z.string(),
  sort: z.enum(SORTS),
  /** Whose people these are, without a name once they left the team; null: everyone's. */
  referent: z.nullable(z.strictObject({ id: z.string(), name: z.nullable(z.string()) })),
  /** Whom the list may be narrowed to, besides the caller; empty where there is no choice. */
  referents: z.readonly(z.array(colleague)),
  /** Whether the caller has people of their own, and whether these are they. */
  own: z.boolean(),
  mine: z.boolean(),
  behind: z.nullable(
    z.strictObject({
      measure: z.readonly(z.array(z.string())),
      /** Beside each word of the measure, its name where the method or the PLIE names it. */
      names: z.readonly(z.array(z.nullable(z.string()))),
      from: z.nullable(z.string()),
      to: z.nullable(z.string()),
    }),
  ),
});
export type ParticipantsPage = z.infer<typeof participantsPage>;
