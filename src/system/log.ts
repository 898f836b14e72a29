import { pino, type DestinationStream, type LevelWithSilent } from "pino";
import type { Log, LogEvent, LogFields } from "../ports/log.ts";

const TEXT_FIELDS = [
  "reference",
  "code",
  "verb",
  "method",
  "route",
  "plieId",
  "memberId",
  "caseId",
  "conversationId",
  "activityId",
  "entryId",
  "version",
] as const satisfies readonly (keyof LogFields)[];
const NUMBER_FIELDS = ["status", "count", "durationMs"] as const satisfies readonly (keyof LogFields)[];
const LONGEST_TEXT = 200;
const DEEPEST_CAUSE = 3;

type Line = Record<string, string | number | readonly object[]>;

/**
 * Structured lines on stdout (or on `destination`). Fields are copied one by one: what is not in the closed list is not written,
 * even when the compiler was told otherwise.
 */
export function createLog(level: LevelWithSilent, destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: levelName } };
  const writer = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: (event, fields) => writer.info(line(event, fields)),
    warn: (event, fields) => writer.warn(line(event, fields)),
    error: (event, fields) => writer.error(line(event, fields)),
  };
}

const levelName = (label: string): object => ({ level: label });

function line(event: LogEvent, fields: LogFields = {}): Line {
  const written: Line = { event };
  for (const name of TEXT_FIELDS) {
    const value = fields[name];
    if (typeof value === "string") written[name] = value.slice(0, LONGEST_TEXT);
  }
  for (const name of NUMBER_FIELDS) {
    const value = fields[name];
    if (typeof value === "number") written[name] = value;
  }
  if (fields.cause !== undefined) written["causes"] = causes(fields.cause);
  return written;
}

/** Name, code and places of an error and of what caused it. Its message may quote what a person typed: it is left out. */
function causes(thrown: unknown, depth = 0): readonly object[] {
  if (!(thrown instanceof Error)) return [{ name: `valeur de type ${typeof thrown}` }];
  const code = "code" in thrown && isCode(thrown.code) ? { code: thrown.code } : {};
  const own = { name: thrown.name.slice(0, LONGEST_TEXT), ...code, at: places(thrown) };
  if (thrown.cause === undefined || depth + 1 >= DEEPEST_CAUSE) return [own];
  return [own, ...causes(thrown.cause, depth + 1)];
}

const isCode = (value: unknown): value is string | number =>
  typeof value === "number" || (typeof value === "string" && /^[\w.:-]{1,60}$/.test(value));

function places(error: Error): readonly string[] {
  const stack = error.stack ?? "";
  // The message comes first and may hold lines that look like places.
  const start = stack.indexOf(error.message) + error.message.length;
  const frames = stack.slice(start).split("\n");
  return frames
    .filter((frame) => /^\s+at .+:\d+:\d+\)?$/.test(frame))
    .slice(0, 12)
    .map((frame) => frame.trim());
}
