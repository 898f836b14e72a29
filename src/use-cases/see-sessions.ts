/** *Actions collectives*: what is planned or was held lately, and one of them. */
import { z } from "zod";
import type { Session } from "../domain/activation/records.ts";
import { enrolProblem, isOver, mayLeadSession, mayOrganise } from "../domain/activation/sessions.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import { participantCode, type ParticipantCode } from "../domain/participant/codes.ts";
import { addDays } from "../domain/participant/days.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { hasRole, mayCarryCase, type Actor } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { byCode, readExpected, readsNames, type Expected } from "./parts/expected.ts";
import { loadSession, readsSessions } from "./parts/on-session.ts";

const LOOKED_BACK_DAYS = 60;
const SHOWN_AT_MOST = 40;
const ENROLLED_FROM = 200;

export interface SessionsView {
  readonly sessions: readonly Session[];
  /** There are more, later. */
  readonly more: boolean;
  readonly mayOpen: boolean;
}

const nothing = z.strictObject({});

/** The latest that began come last: what is ahead is never hidden by what is behind. */
export const seeSessions = query<z.infer<typeof nothing>, null, SessionsView>({
  act: "session.list",
  input: nothing,
  load: () => Promise.resolve(done(null)),
  allow: readsSessions,
  run: async (services, actor) => {
    const from = addDays(services.clock.today(), -LOOKED_BACK_DAYS);
    const { items, cursor } = await services.store.list({ kind: "session", key: "open", limit: SHOWN_AT_MOST, from });
    return done({
      sessions: items.map(({ doc }) => doc),
      more: cursor !== undefined,
      mayOpen: mayOrganise(actor),
    });
  },
});

export interface SessionView {
  readonly session: Versioned<Session>;
  /** Null: how many they are, and nobody's name. */
  readonly people: readonly Expected[] | null;
  /** People of this actor who may still join. */
  readonly toEnrol: readonly Identity[];
  readonly may: { readonly lead: boolean; readonly note: boolean };
}

const isFollowed = ({ entry, status }: CaseFile): boolean =>
  entry !== null && status !== "cancelled" && status !== "left" && status !== "reoriented";

/** `first`: who the session was opened for. */
const toEnrolOf = async (
  services: Services,
  actor: Actor,
  { doc }: Versioned<Session>,
  first: ParticipantCode | null,
): Promise<readonly Identity[]> => {
  if (!hasRole(actor, "referent")) return [];
  const key = `referent:${actor.memberId}`;
  const { items } = await services.store.list({ kind: "identity", key, limit: ENROLLED_FROM });
  const codes = [...new Set([...(first === null ? [] : [first]), ...items.map((one) => one.doc.code)])];
  const files = await services.store.getMany("case", codes);
  const today = services.clock.today();
  const may = files.filter(
    (file) => mayCarryCase(actor, file.doc) && isFollowed(file.doc) && enrolProblem(doc, file.doc.code, today) === null,
  );
  const named = byCode([...items, ...(first === null ? [] : await services.store.getMany("identity", [first]))]);
  return may.flatMap((file) => named.get(file.doc.code) ?? []);
};

const input = z.strictObject({ session: z.string().max(80), code: participantCode.nullable() });

export const seeSession = query<z.infer<typeof input>, Versioned<Session>, SessionView>({
  act: "session.see",
  input,
  load: loadSession,
  allow: readsSessions,
  run: async (services, actor, session, { code }) => {
    const people = await readExpected(services, actor, session.doc);
    const lead = mayLeadSession(actor, session.doc);
    const began = session.doc.from <= services.clock.today();
    return done({
      session,
      people: readsNames(actor, session.doc, people) ? people : null,
      toEnrol:
        session.doc.state === "cancelled" || isOver(session.doc, services.clock.today())
          ? []
          : await toEnrolOf(services, actor, session, code),
      may: { lead, note: began && session.doc.state === "open" && (lead || people.some(({ mine }) => mine)) },
    });
  },
});
