/** A collective action that will not be held: it closes at once, then the case of each person who was expected is told so. */
import { z } from "zod";
import type { Session } from "../domain/activation/records.ts";
import { cancelled, withoutPerson } from "../domain/activation/sessions.ts";
import type { CaseFile } from "../domain/participant/case-file.ts";
import type { ParticipantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { withdrawFromSession } from "./enrol-in-session.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command, perform } from "./frame/use-case.ts";
import { leadsSession, loadSession, queueOfSession, sessionWrite } from "./parts/on-session.ts";

const input = z.strictObject({ session: z.string().max(80) });

/** Once someone took part, it was held: nothing is cancelled any more. */
export const cancelSession = command<z.infer<typeof input>, Versioned<Session>, { readonly kind: "cancelled" }>({
  act: "session.cancel",
  input,
  queue: queueOfSession,
  load: loadSession,
  allow: leadsSession,
  decide: (_services, _actor, session) => {
    if (session.doc.state === "cancelled") return refused("alreadyDone");
    if (session.doc.came.length > 0) return refused("sessionClosed");
    return done({
      outcome: { kind: "cancelled" as const },
      writes: [sessionWrite(session, cancelled(session.doc))],
      head: null,
      audit: { act: "session.cancel", code: null, details: { session: session.doc.id } },
    });
  },
});

const AT_ONCE = 20;

/** Whoever accompanies them, who may have left the team since. */
const referentOf = ({ people, clock }: Services, id: string): Actor => {
  const name = people.byObjectId(id)?.name ?? "";
  return { memberId: id, name, roles: ["referent"], playedBy: null, today: clock.today() };
};

/** Nothing is left to undo in these cases: their record is cancelled, or the action has its bilan. Only the seat goes. */
const freeSeats = async ({ store }: Services, id: string, codes: readonly ParticipantCode[]): Promise<void> => {
  const session = codes.length === 0 ? undefined : await store.get("session", id);
  if (session !== undefined) await store.commit([sessionWrite(session, codes.reduce(withoutPerson, session.doc))]);
};

/** True: the case has nothing to undo. */
const undo = async (services: Services, session: string, { code, referentId, status }: CaseFile): Promise<boolean> => {
  if (status === "cancelled") return true;
  const actor = referentOf(services, referentId);
  const delivery = { activityKey: `session.undo.${session}.${code}`, click: null, answerTo: null };
  const undone = await perform(services, actor, withdrawFromSession, { session, code }, delivery, () => ({}));
  return !undone.ok && undone.refusal === "changedMeanwhile";
};

/** Whoever was expected where nothing is held any more, on behalf of their référent: once each, whoever does it. */
export const undoCancelledSessions = async (services: Services): Promise<void> => {
  const { items } = await services.store.list({ kind: "session", key: "toUndo", limit: AT_ONCE });
  for (const { doc } of items) {
    const seats: ParticipantCode[] = [];
    for (const file of await services.store.getMany("case", doc.codes))
      if (await undo(services, doc.id, file.doc)) seats.push(file.doc.code);
    await freeSeats(services, doc.id, seats);
  }
};
