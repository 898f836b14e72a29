/** What a référent says of a service, read from what was chosen and typed; and what a confirmed note changes. Pure. */
import type { Day } from "../participant/codes.ts";
import { nameParts } from "../participant/names.ts";
import type { Parsed } from "../participant/typed.ts";
import { NOTE_KINDS, type OfferNote, type OfferState } from "./records.ts";

export type NoteKind = (typeof NOTE_KINDS)[number];

const MOST_WEEKS = 104;
const DAYS_A_WEEK = 7;
const NUMBERS = "zero un deux trois quatre cinq six sept huit neuf dix onze douze".split(" ");

/** « 3 », « 3 semaines », « trois semaines », « une semaine »: a whole number of weeks, from 1 to 104. */
export const weeksFrom = (typed: string): Parsed<number, "empty" | "notWeeks" | "tooManyWeeks"> => {
  const words = nameParts(typed.normalize("NFKC")).map((word) => (word === "une" ? "un" : word));
  const [count, unit] = words;
  if (count === undefined) return { ok: false, problem: typed.trim() === "" ? "empty" : "notWeeks" };
  const glued = /^(\d{1,4})(sem|semaines?|s)?$/.exec(count);
  const weeks = glued === null ? NUMBERS.indexOf(count) : Number(glued[1]);
  const wellSaid = words.length <= 2 && (unit === undefined || /^sem(?:aines?)?$/.test(unit));
  if (!wellSaid || weeks < 1 || /[-−,.]\s*\d/u.test(typed)) return { ok: false, problem: "notWeeks" };
  return weeks > MOST_WEEKS ? { ok: false, problem: "tooManyWeeks" } : { ok: true, value: weeks };
};

export type NoteProblems = Partial<
  Record<"service", "missing"> & Record<"what", "missing"> & Record<"weeks", "empty" | "notWeeks" | "tooManyWeeks">
>;

export interface SaidOfService {
  readonly service: string;
  readonly what: NoteKind;
  readonly weeks: number | null;
}

/** What was said, or what has to be mended, field by field. Weeks only count for a delay. */
export const noteFrom = (typed: {
  readonly service: string;
  readonly what: string;
  readonly weeks: string;
}): { readonly said: SaidOfService | null; readonly problems: NoteProblems } => {
  const what = NOTE_KINDS.find((kind) => kind === typed.what);
  const weeks = what === "delay" ? weeksFrom(typed.weeks) : undefined;
  const problems: NoteProblems = {
    ...(typed.service === "" ? { service: "missing" as const } : {}),
    ...(what === undefined ? { what: "missing" as const } : {}),
    ...(weeks === undefined || weeks.ok ? {} : { weeks: weeks.problem }),
  };
  if (what === undefined || Object.keys(problems).length > 0) return { said: null, problems };
  return { said: { service: typed.service, what, weeks: weeks?.ok === true ? weeks.value : null }, problems };
};

export const saysTheSame = (
  note: Pick<OfferNote, "what" | "weeks">,
  other: Pick<OfferNote, "what" | "weeks">,
): boolean => note.what === other.what && note.weeks === other.weeks;

/** What is known of a service before anything was confirmed: what its record says. */
export interface KnownOfService {
  readonly places: number | null;
  readonly waitingDays: number | null;
}

const CHANGES: Readonly<
  Record<NoteKind, (weeks: number | null) => Partial<Pick<OfferState, "places" | "waitingDays" | "reachable">>>
> = {
  full: () => ({ places: 0 }),
  unreachable: () => ({ reachable: false }),
  // A delay is told by someone who was answered.
  delay: (weeks) => ({ waitingDays: weeks === null ? null : weeks * DAYS_A_WEEK, reachable: true }),
  // How many places, and how soon, is not said: not known any more, whatever the record says.
  available: () => ({ places: null, waitingDays: null, reachable: true }),
};

/** What is known of the service once the note is confirmed. */
export const stateAfter = (
  note: Pick<OfferNote, "service" | "what" | "weeks">,
  before: OfferState | undefined,
  record: KnownOfService,
  today: Day,
): OfferState => ({
  kind: "offerState",
  schemaVersion: 1,
  service: note.service,
  places: before === undefined ? record.places : before.places,
  waitingDays: before === undefined ? record.waitingDays : before.waitingDays,
  reachable: before?.reachable ?? true,
  ...CHANGES[note.what](note.weeks),
  edition: (before?.edition ?? 0) + 1,
  confirmedOn: today,
});
