/** A collective action that will not be held: it closes at once, then the case of each person who was expected is told so. */
import { z } from "zod";
import type { Session } from "../domain/activation/records.ts";
import { cancelled } from "../domain/activation/sessions.ts";
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

const referentOf = (services: Services, id: string): Actor | undefined => {
  const member = services.people.byObjectId(id);
  return member === undefined
    ? undefined
    : { memberId: id, name: member.name, roles: member.roles, playedBy: null, today: services.clock.today() };
};

/** Whoever was expected where nothing is held any more, on behalf of their référent: once each, whoever does it. */
export const undoCancelledSessions = async (services: Services): Promise<void> => {
  const { items } = await services.store.list({ kind: "session", key: "toUndo", limit: AT_ONCE });
  for (const { doc } of items)
    for (const file of await services.store.getMany("case", doc.codes)) {
      const actor = referentOf(services, file.doc.referentId);
      if (actor === undefined) continue;
      const delivery = { activityKey: `session.undo.${doc.id}.${file.doc.code}`, click: null, answerTo: null };
      await perform(
        services,
        actor,
        withdrawFromSession,
        { session: doc.id, code: file.doc.code },
        delivery,
        () => ({}),
      );
    }
};
