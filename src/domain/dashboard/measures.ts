/**
 * What the dashboard counts. A case brings its marks; a counter is how many cases bear a mark; the list behind a number is the cases that bear it.
 * A mark holds codes, levels and dates: never a name.
 */
import { z } from "zod";
import { day, memberId } from "../participant/codes.ts";

/** Of today (`now`, `pieces`), or of a month (`2026-11`): what happened in it. */
export const PART_NOW = "now";
/** Pieces that are missing, apart: nobody reads them with the dashboard. */
export const PART_PIECES = "pieces";
export const part = z.union([z.literal(PART_NOW), z.literal(PART_PIECES), z.string().regex(/^\d{4}-\d{2}$/)]);
export type Part = z.infer<typeof part>;

/** Letters, digits, dashes and dots: what a code of the trade, a theme of data·inclusion or a figure is made of. Commune groups go by their rank. */
const word = z.string().regex(/^[\p{L}\p{N}._-]+$/u);

/**
 * `measure`, as the tables below say; `referent` and `on` where it is read by référent or by day. Measures of the territory bear no référent: by
 * difference, one would show a small number.
 */
export const mark = z.strictObject({
  measure: z.array(word).min(1).max(5),
  referent: memberId.nullable(),
  on: day.nullable(),
});
export type Mark = z.infer<typeof mark>;

/**
 * Measures of today:
 *   `file` (référent: received, neither gone elsewhere nor out) · `step.<step>` (référent) · `due.<milestone>` (référent, day it is due) · `waiting` (référent, day of the orientation: not received yet)
 * and of the territory, people followed only:
 *   `barrier.<domain>.<severity 0–4>` (last word on the domain, from one assessment to another) · `moved.<domain>.<better|same|worse>` (T0 to latest)
 *   `unmet.<theme or domain>.<rank of the commune group, or x>` · `saturated.<…>.<…>`
 * Measures of a month (référent; the day is kept with the mark, and counted by month: periods are whole months, as the lists are):
 *   `oriented.<met|waiting|notMet>` by day of orientation, what became of it since · `reaching`: those among them who wait and are looked for now ·
 *   `entered` · `exit.<during|after>.<exitJob|exitTraining|exitOther>`
 *   (during the first phase: before any *poursuite*, by either cell) · `leaves.<exitJob|exitTraining|exitOther|reorient|an ending>` by day on which a
 *   parcours left the file
 *   `decided.<outcome>.<destination or none>` · `concordance.<yes|no|none>` by day of decision; none: no lead to compare with. Opinions on practice are
 *   no decisions, and exits have no concordance.
 *   `delay.<entry|t0|decision>.<days>` by day it ended: from the orientation to the entry, from the entry to the others (the first decision of the
 *   entry cell that ends the phase)
 * and of the territory, by month of decision:
 *   `fair.<age|rsa|rqth|qpv>.<value>.<stay|out>`: *poursuite* by the entry cell; a reorientation, or an exit during the first phase. Age is an
 *   `AgeBand` on that day; the others `yes`, `no`, `requested` (RQTH) or `unknown` (not asked, not known, declined)
 *
 * Measures of pieces (référent, day from which it is missing; no day where it is missing as soon as it is known of):
 *   `missing.<piece>` · `incomplete`: people with one piece at least
 *
 * and by month of orientation:
 *   `sentBy.<rank of the prescriber, or x>.<met|waiting|notMet>` · `sentFrom.<rank of the commune group, or x>.<met|waiting|notMet>`
 *   `notMet.<why it ended, or unsaid>`
 *
 * and of hand-overs (référent; the list behind `handedOver.<reorient|relay>` is everyone handed over):
 *   `handedOver.<reorient|relay>.<inTime|later|underWay|without>` by month of decision: first appointment held in time after the latest sending, held
 *   later, not yet, closed without; once a person, relays by the best of them; what was undone by another decision is nothing
 *   `refused.<lead kind, or relay>.<reason, or noAnswer>` · `refusedBy.<service of the directory, or x>` by month of the answer
 *
 * A person counts once for a measure in a part, for its last day: a number is the length of the list behind it. A review counts once, by its latest
 * study, and a second study replaces the first once it is decided. The référent is whoever accompanies the person today: who reads their own numbers
 * may open the lists behind them.
 */
export const MEASURES = [
  "step",
  "due",
  "waiting",
  "barrier",
  "moved",
  "unmet",
  "saturated",
  "oriented",
  "reaching",
  "sentBy",
  "sentFrom",
  "notMet",
  "entered",
  "file",
  "leaves",
  "exit",
  "decided",
  "concordance",
  "delay",
  "fair",
  "handedOver",
  "refused",
  "refusedBy",
] as const;
export type MeasureKind = (typeof MEASURES)[number];

/** Read by whoever answers for the territory only, small numbers masked. */
export const TERRITORY_MEASURES: readonly MeasureKind[] = [
  "barrier",
  "moved",
  "unmet",
  "saturated",
  "fair",
  "sentBy",
  "sentFrom",
  "notMet",
];

/** Numbers that are read as a sum have a list of their own, by so many of their first words: everyone oriented, everyone whom a delay counts. */
const SUMMED: Partial<Readonly<Record<string, number>>> = { oriented: 1, leaves: 1, delay: 2, handedOver: 2 };

/** The sum that a measure is a part of; null: it is read by itself only. */
export const sumOf = (measure: readonly string[]): readonly string[] | null => {
  const words = SUMMED[measure[0] ?? ""];
  return words === undefined ? null : measure.slice(0, words);
};

const BETWEEN = "|";
/** The key of a counter: `measure|référent|day`, empty where there is none; a month is counted as a whole. */
export const counterKey = ({ measure, referent, on }: Mark): string =>
  [measure.join("/"), referent ?? "", on ?? ""].join(BETWEEN);

export const counterKeyIn = (of: Part, mark: Mark): string =>
  counterKey(of === PART_NOW || of === PART_PIECES ? mark : { ...mark, on: null });

export const readCounterKey = (key: string): Mark => {
  const [measure = "", referent = "", on = ""] = key.split(BETWEEN);
  return {
    measure: measure.split("/"),
    referent: referent === "" ? null : referent,
    on: on === "" ? null : on,
  };
};

/** The key of the list behind a number: `measure@part`, for one référent `measure@part|référent`. */
export const listKey = (measure: readonly string[], of: Part, referent: string | null = null): string =>
  `${measure.join("/")}@${of}${referent === null ? "" : `${BETWEEN}${referent}`}`;

/** What one case counts for, part by part. */
export const marks = z.record(part, z.array(mark).max(200));
export type Marks = z.infer<typeof marks>;
export type Counts = Readonly<Record<string, number>>;
