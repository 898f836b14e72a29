/** `GET /api/services` (one page of the directory) and `POST /api/services/import` (data·inclusion v1). */
import * as z from "zod/mini";
import { ELIGIBILITIES } from "./codes.ts";
import { PROBLEM_CODES } from "./problem.ts";

const text = z.nullable(z.string());
const figure = z.nullable(z.int());

export const listedService = z.strictObject({
  id: z.string(),
  name: z.string(),
  structure: z.string(),
  role: z.enum(["lead", "step", "relay"]),
  lead: text,
  themes: z.readonly(z.array(z.string())),
  /** False once it vanished from its source. */
  open: z.boolean(),
  reachable: z.boolean(),
  places: figure,
  waitingDays: figure,
  commune: text,
  openedOn: z.string(),
  contact: z.strictObject({
    phone: text,
    email: text,
    link: text,
    modes: z.readonly(z.array(z.string())),
    precisions: text,
    person: text,
    known: text,
    howTo: text,
  }),
  /** With `code`, for that person; null otherwise. */
  forPerson: z.nullable(
    z.strictObject({
      eligibility: z.enum(ELIGIBILITIES),
      conditions: z.readonly(z.array(z.string())),
      metres: figure,
    }),
  ),
});
export type ListedService = z.infer<typeof listedService>;

/** `cursor` is given back as it is for the next page; null on the last one. */
export const servicesPage = z.strictObject({
  items: z.readonly(z.array(listedService)),
  cursor: text,
  /** Null while nothing was ever imported. */
  directory: z.nullable(z.strictObject({ number: z.int(), fictional: z.boolean() })),
});
export type ServicesPage = z.infer<typeof servicesPage>;

const count = z.int().check(z.nonnegative());

/** What an import did. `moved` false: the file says what the directory already says. */
export const importReport = z.strictObject({
  kind: z.enum(["services", "structures"]),
  added: count,
  changed: count,
  unchanged: count,
  closed: count,
  reopened: count,
  rejected: count,
  /** The first hundred rejected. */
  first: z.readonly(
    z.array(
      z.strictObject({
        rank: z.int().check(z.positive()),
        id: text,
        reasons: z.readonly(z.array(z.string())),
      }),
    ),
  ),
  /** A record without an id may be any of those that are missing: nothing was closed. */
  closedNothing: z.boolean(),
  directory: z.nullable(z.strictObject({ moved: z.boolean(), number: count })),
});
export type ImportReport = z.infer<typeof importReport>;

/** A file that changed nothing: RFC 9457, with why and what was rejected. */
export const importProblem = z.strictObject({
  type: z.literal("about:blank"),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  fault: z.string(),
  report: importReport,
});
export type ImportProblem = z.infer<typeof importProblem>;
