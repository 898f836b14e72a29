/** `GET /api/cells`, `GET /api/cells/{cell}`, `GET /api/channel?channel`: what the cells study, by labels; no participant is named. */
import * as z from "zod/mini";
import type { CellLink } from "../domain/review/records.ts";
import { OUTCOMES, REVIEW_CELLS, REVIEW_STATUSES } from "./reviews.ts";

const count = z.int().check(z.nonnegative());
const cell = z.enum(REVIEW_CELLS);

/** How many of each opinion. `place`: the other accompaniment, as the framework of the PLIE names it. */
const opinionCounts = z.readonly(
  z.array(z.strictObject({ outcome: z.enum(OUTCOMES), place: z.nullable(z.string()), count })),
);

export const opinionsStand = z.strictObject({
  given: count,
  voters: count,
  present: count,
  quorum: count,
  /** Null until they are revealed. */
  counts: z.nullable(opinionCounts),
});

const caseFields = {
  /** Its label, which the page puts in words: « Situation 2026-001 ». */
  id: z.string(),
  cell,
  status: z.enum(REVIEW_STATUSES),
  track: z.enum(["short", "full"]),
  dueOn: z.nullable(z.string()),
  stand: opinionsStand,
};

const waitingCase = z.strictObject({
  ...caseFields,
  /** The caller accompanies this person. */
  own: z.boolean(),
  /** The caller's own opinion; null: none is asked of them. */
  opinion: z.nullable(z.enum(["given", "toGive"])),
  toDecide: z.boolean(),
});
export type WaitingCase = z.infer<typeof waitingCase>;

const decidedCase = z.strictObject({
  id: z.string(),
  outcome: z.enum(OUTCOMES),
  place: z.nullable(z.string()),
  on: z.string(),
  track: z.enum(["short", "full"]),
  /** Whether the caller may open it. */
  opens: z.boolean(),
});
export type DecidedCase = z.infer<typeof decidedCase>;

const overview = z.strictObject({
  cell,
  /** The next date, or the day of the open sitting; null: none is known. */
  on: z.nullable(z.string()),
  open: z.boolean(),
  onAgenda: count,
  /** Null: no case is the caller's to study. */
  waiting: z.nullable(count),
  late: count,
});

export const cellsView = z.strictObject({
  today: z.string(),
  cells: z.readonly(z.array(overview)),
  /** What waits for the caller: an opinion, a decision. */
  forMe: z.readonly(z.array(waitingCase)),
});
export type CellsView = z.infer<typeof cellsView>;

const agendaCase = z.strictObject({
  ...caseFields,
  /** A colleague. */
  presentedBy: z.nullable(z.string()),
  /** Null: not the caller's to read here. */
  question: z.nullable(z.string()),
  outcome: z.nullable(z.enum(OUTCOMES)),
  current: z.boolean(),
  opens: z.boolean(),
});
export type AgendaCase = z.infer<typeof agendaCase>;

/** The open sitting. */
const sitting = z.strictObject({
  openedAt: z.string(),
  ledBy: z.nullable(z.string()),
  secretary: z.nullable(z.string()),
  /** Colleagues. */
  present: z.readonly(z.array(z.string())),
  /** When the current case was taken. */
  currentSince: z.nullable(z.string()),
});

const LINK_STATES = ["toConfirm", "linked", "gone", "botRemoved"] as const satisfies readonly CellLink["state"][];

export const cellView = z.strictObject({
  today: z.string(),
  timeZone: z.string(),
  cell,
  on: z.nullable(z.string()),
  open: z.boolean(),
  /** Null: none is open, or it is not the caller's to follow. */
  sitting: z.nullable(sitting),
  agenda: z.readonly(z.array(agendaCase)),
  later: count,
  minutesEach: z.strictObject({ presentation: count, whole: count }),
  /** Decided in the short circuit, to be told at the next sitting. */
  toTell: z.readonly(z.array(decidedCase)),
  /** Null: no case is the caller's to study. */
  waiting: z.nullable(z.readonly(z.array(waitingCase))),
  decided: z.readonly(z.array(decidedCase)),
  past: z.readonly(z.array(z.strictObject({ meeting: z.string(), on: z.string() }))),
  /** Of who leads; null: not the caller's to know. */
  channel: z.nullable(z.strictObject({ state: z.enum([...LINK_STATES, "none"]), outsiders: count })),
});
export type CellView = z.infer<typeof cellView>;

const channelCase = z.strictObject(caseFields);
export type ChannelCase = z.infer<typeof channelCase>;

export const channelView = z.strictObject({
  today: z.string(),
  cells: z.readonly(
    z.array(
      z.strictObject({
        cell,
        confirmed: z.boolean(),
        on: z.nullable(z.string()),
        open: z.boolean(),
        current: z.nullable(z.string()),
        /** On the agenda, in its order. */
        agenda: z.readonly(z.array(channelCase)),
        later: z.readonly(z.array(channelCase)),
        decided: z.readonly(z.array(z.omit(decidedCase, { opens: true }))),
      }),
    ),
  ),
});
export type ChannelView = z.infer<typeof channelView>;
