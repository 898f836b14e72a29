/** Whose files were erased since a backup was made, as a list of codes or the server's own log names them. */
import { z } from "zod";
import { participantCode, type Instant, type ParticipantCode } from "../participant/codes.ts";

export interface NamedErased {
  readonly code: ParticipantCode;
  /** When it was erased; null: it is not said. */
  readonly at: Instant | null;
}

/** A line of the log, of any event. */
const logged = z.looseObject({ event: z.string() });
const erasure = z.looseObject({ event: z.literal("person.erased"), time: z.iso.datetime(), caseId: participantCode });

const jsonIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** `blank`: nothing is said. `log`: a line of the log that erases nobody. `other`: nothing that is known. */
type LineRead = NamedErased | "blank" | "log" | "other";

export const namedIn = (line: string): LineRead => {
  const said = line.trim();
  if (said === "") return "blank";
  const code = participantCode.safeParse(said);
  if (code.success) return { code: code.data, at: null };
  const json = jsonIn(said);
  const erased = erasure.safeParse(json);
  if (erased.success) return { code: erased.data.caseId, at: erased.data.time };
  return logged.safeParse(json).success ? "log" : "other";
};
