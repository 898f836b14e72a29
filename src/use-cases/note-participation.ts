import { z } from "zod";
import type { Session } from "../domain/activation/records.ts";
import { mayLeadSession, withPresent } from "../domain/activation/sessions.ts";
import { participantCode, type ParticipantCode } from "../domain/participant/codes.ts";
import { mayCarryCase } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { loadSession, queueOfSession, sessionWrite } from "./parts/on-session.ts";

const input = z.strictObject({
  session: z.string().max(80),
  /** Who was ticked when the card was made, and who is now. */
  shown: z.array(participantCode),
  ticked: z.array(participantCode),
});

interface Loaded {
  readonly session: Versioned<Session>;
  /** Whom this actor says something of: everyone, or the people whom they accompany. */
  readonly theirs: ReadonlySet<ParticipantCode>;
}

/** *Qui a participé ?*: those who took part, and nothing of the others. It moves no case: each bilan is made with the person. */
export const noteParticipation = command<z.infer<typeof input>, Loaded, null>({
  act: "session.came",
  input,
  queue: queueOfSession,
  load: async (services, actor, request) => {
    const session = await loadSession(services, actor, request);
    if (!session.ok) return session;
    const { codes } = session.value.doc;
    if (mayLeadSession(actor, session.value.doc)) return done({ session: session.value, theirs: new Set(codes) });
    const files = await services.store.getMany("case", codes);
    const own = files.filter(({ doc }) => mayCarryCase(actor, doc)).map(({ doc }) => doc.code);
    return done({ session: session.value, theirs: new Set(own) });
  },
  allow: (actor, { session, theirs }) => (mayLeadSession(actor, session.doc) || theirs.size > 0 ? null : "roleMayNot"),
  decide: (services, _actor, { session, theirs }, { shown, ticked }) => {
    const { doc } = session;
    if (doc.state === "cancelled" || doc.from > services.clock.today()) return refused("sessionClosed");
    const said = (codes: readonly ParticipantCode[]) => codes.filter((code) => theirs.has(code));
    const next = withPresent(doc, said(shown), said(ticked));
    return done({
      outcome: null,
      writes: [sessionWrite(session, next)],
      head: null,
      audit: { act: "session.came", code: null, details: { session: doc.id } },
    });
  },
});
