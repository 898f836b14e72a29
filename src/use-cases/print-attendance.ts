import { z } from "zod";
import type { Session } from "../domain/activation/records.ts";
import { sessionDays } from "../domain/activation/sessions.ts";
import type { Day } from "../domain/participant/codes.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { done, refused } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";
import { loadSession } from "./parts/on-session.ts";
import { readExpected, readsNames, type Expected } from "./parts/expected.ts";

const input = z.strictObject({ session: z.string().max(80) });

export interface AttendanceView {
  readonly session: Session;
  readonly days: readonly Day[];
  /** As they are read aloud: by family name. */
  readonly people: readonly Identity[];
}

interface Loaded {
  readonly session: Session;
  readonly expected: readonly Expected[];
}

/** The attendance sheet, for whoever reads the names: it goes round the table, each finds theirs. */
export const printAttendance = query<z.infer<typeof input>, Loaded, AttendanceView>({
  act: "attendance.print",
  input,
  load: async (services, actor, request) => {
    const session = await loadSession(services, actor, request);
    if (!session.ok) return session;
    if (session.value.doc.state === "cancelled") return refused("sessionClosed");
    return done({ session: session.value.doc, expected: await readExpected(services, actor, session.value.doc) });
  },
  allow: (actor, { session, expected }) => (readsNames(actor, session, expected) ? null : "roleMayNot"),
  run: (services, _actor, { session, expected }) =>
    done({
      session,
      days: sessionDays(session, (day) => services.calendar.isWorkingDay(day)),
      people: expected
        .filter(({ gone }) => !gone)
        .map(({ identity }) => identity)
        .toSorted((one, other) => one.familyName.localeCompare(other.familyName, "fr")),
    }),
});
