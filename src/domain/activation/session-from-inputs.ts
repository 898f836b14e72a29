/** From what was typed of a collective action to the session: what is proposed, when, how long, where, with whom. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Day, MemberId } from "../participant/codes.ts";
import { addYears, daysBetween } from "../participant/days.ts";
import { anyDayFrom, shortTextFrom, type Parsed } from "../participant/typed.ts";
import { cleanText } from "../text.ts";
import { SESSION_PLACES_AT_MOST, type Session } from "./records.ts";
import type { ActivationRules } from "./rules.ts";
import { SESSION_DAYS_AT_MOST } from "./sessions.ts";

export const SESSION_FIELDS = [
  "what",
  "title",
  "from",
  "until",
  "hours",
  "place",
  "leaderId",
  "leader",
  "places",
] as const;
export type SessionField = (typeof SESSION_FIELDS)[number];
export type SessionProblem =
  "empty" | "notADate" | "tooLong" | "tooEarly" | "tooLate" | "tooManyDays" | "notADuration" | "notACount";
export type SessionProblems = Partial<Readonly<Record<SessionField, SessionProblem>>>;

/** In the list of who leads: nobody of the team. */
export const FROM_OUTSIDE = "outside";
export const LONGEST_SESSION_LINE = 120;
const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 12 * 60;

type Read<V> = Parsed<V, SessionProblem>;
const read = <V>(value: V): Read<V> => ({ ok: true, value });
const wrong = (problem: SessionProblem): { readonly ok: false; readonly problem: SessionProblem } => ({
  ok: false,
  problem,
});

/** « 3 h », « 3h30 », « 3:30 », « 3,5 », « 45 min ». */
const minutesFrom = (text: string): number | undefined => {
  const short = /^(\d{1,3})(?:min|mn|minutes?)$/.exec(text);
  if (short !== null) return Number(short[1]);
  const hours = /^(\d{1,2})(?:h|:|heures?)?(\d{2})?(?:min|mn)?$/.exec(text);
  if (hours !== null) return Number(hours[1]) * 60 + Number(hours[2] ?? 0);
  const decimal = /^(\d{1,2})[.,](\d{1,2})h?$/.exec(text);
  return decimal === null ? undefined : Math.round(Number(`${decimal[1] ?? ""}.${decimal[2] ?? ""}`) * 60);
};

const durationFrom = (typed: string): Read<number> => {
  const text = cleanText(typed).toLowerCase().replace(/\s+/gu, "");
  if (text === "") return wrong("empty");
  const minutes = minutesFrom(text);
  return minutes === undefined || minutes < SHORTEST_MINUTES || minutes > LONGEST_MINUTES
    ? wrong("notADuration")
    : read(minutes);
};

const placesFrom = (typed: string): Read<number> => {
  const text = cleanText(typed);
  if (text === "") return wrong("empty");
  const places = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return places < 1 || places > SESSION_PLACES_AT_MOST ? wrong("notACount") : read(places);
};

const firstDayFrom = (typed: string, today: Day): Read<Day> => {
  const from = anyDayFrom(typed, today);
  if (!from.ok) return from;
  if (from.value < today) return wrong("tooEarly");
  return from.value > addYears(today, 1) ? wrong("tooLate") : from;
};

/** A session of one day needs one date only. */
const lastDayFrom = (typed: string, from: Day | undefined, today: Day): Read<Day> => {
  const until = anyDayFrom(typed, today);
  if (!until.ok) return until.problem === "empty" ? read(from ?? today) : until;
  if (from === undefined) return until;
  if (until.value < from) return wrong("tooEarly");
  return daysBetween(from, until.value) >= SESSION_DAYS_AT_MOST ? wrong("tooManyDays") : until;
};

export type SessionDetails = Pick<
  Session,
  "what" | "title" | "from" | "until" | "minutes" | "place" | "leader" | "leaderId" | "places"
>;
export type SessionRead =
  { readonly ok: true; readonly session: SessionDetails } | { readonly ok: false; readonly problems: SessionProblems };

/** What the form is read with. */
export interface SessionReading {
  readonly rules: Pick<ActivationRules, "kinds">;
  readonly today: Day;
  /** The name of a member of the team; undefined: of nobody. */
  readonly nameOf: (id: MemberId) => string | undefined;
}

const leaderFrom = (inputs: TypedInputs, nameOf: SessionReading["nameOf"]): Read<string> => {
  const chosen = inputs["leaderId"] ?? "";
  if (chosen === FROM_OUTSIDE) return shortTextFrom(inputs["leader"] ?? "", LONGEST_SESSION_LINE);
  const name = nameOf(chosen);
  return name === undefined ? wrong("empty") : read(name);
};

const problemIn = (field: SessionField, parsed: Read<unknown>): SessionProblems =>
  parsed.ok ? {} : { [field]: parsed.problem };

export const sessionFromInputs = (inputs: TypedInputs, { rules, today, nameOf }: SessionReading): SessionRead => {
  const typed = (field: SessionField): string => inputs[field] ?? "";
  const kind = rules.kinds.find(({ id }) => id === typed("what"));
  const what: Read<string> = kind === undefined ? wrong("empty") : read(kind.id);
  const title = shortTextFrom(typed("title"), LONGEST_SESSION_LINE);
  const from = firstDayFrom(typed("from"), today);
  const until = lastDayFrom(typed("until"), from.ok ? from.value : undefined, today);
  const minutes = durationFrom(typed("hours"));
  const place = shortTextFrom(typed("place"), LONGEST_SESSION_LINE);
  const leader = leaderFrom(inputs, nameOf);
  const places = placesFrom(typed("places"));
  const outside = typed("leaderId") === FROM_OUTSIDE;
  if (what.ok && title.ok && from.ok && until.ok && minutes.ok && place.ok && leader.ok && places.ok)
    return {
      ok: true,
      session: {
        ...{ what: what.value, title: title.value, from: from.value, until: until.value, minutes: minutes.value },
        ...{ place: place.value, leader: leader.value, leaderId: outside ? null : typed("leaderId") },
        places: places.value,
      },
    };
  const problems = [
    problemIn("what", what),
    problemIn("title", title),
    problemIn("from", from),
    problemIn("until", until),
    problemIn("hours", minutes),
    problemIn("place", place),
    problemIn(outside ? "leader" : "leaderId", leader),
    problemIn("places", places),
  ];
  return { ok: false, problems: problems.reduce((all, one) => ({ ...all, ...one }), {}) };
};
