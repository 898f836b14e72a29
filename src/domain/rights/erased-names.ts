/** Whose files were erased since a backup was made, as a list of codes or the server's own log names them. */
import { z } from "zod";
import { participantCode, type Instant, type ParticipantCode } from "../participant/codes.ts";

export interface NamedErased {
  readonly code: ParticipantCode;
  /** When it was erased; null: it is not said. */
  readonly at: Instant | null;
}

/** A line of the log, of any event. */
const logged = z.looseObject({ event: z.string(), plieId: z.string().optional() });
const erasure = z.looseObject({
  ...{ event: z.literal("person.erased"), plieId: z.string(), time: z.iso.datetime(), caseId: participantCode },
});
/** Said at the level `info`, as an erasure is: where it is not, nothing says that nobody was erased. */
const STARTED = "app.started";

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/**
 * `blank`: nothing is said. `started`: the log's, of this PLIE from its start. `log`: another line of the log, that erases nobody here. `damaged`: a
 * code or a line of the log that cannot be read. `other`: nothing that is known.
 */
type LineRead = NamedErased | "blank" | "started" | "log" | "damaged" | "other";

/** The same numbers are given in every PLIE, and among the fictional people: `plieId` says whose log is read. */
export const namedIn = (plieId: string, line: string): LineRead => {
  const said = line.trim();
  if (said === "") return "blank";
  const code = participantCode.safeParse(said);
  if (code.success) return { code: code.data, at: null };
  const json = jsonIn(said);
  const erased = erasure.safeParse(json);
  if (erased.success) return erased.data.plieId === plieId ? { code: erased.data.caseId, at: erased.data.time } : "log";
  const { success, data } = logged.safeParse(json);
  if (success && data.event !== "person.erased")
    return data.event === STARTED && data.plieId === plieId ? "started" : "log";
  return success || /^(?:P-|\{)/.test(said) ? "damaged" : "other";
};
