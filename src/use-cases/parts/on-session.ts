/** What the verbs of a collective action share: reading it, and who may. */
import type { Action, Session } from "../../domain/activation/records.ts";
import { mayLeadSession, mayReadSessions } from "../../domain/activation/sessions.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned, Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

export const queueOfSession = (_actor: Actor, input: { readonly session: string }): string =>
  `session ${input.session}`;

/** Who may not read sessions learns nothing of which exist. */
export const loadSession = async (
  services: Services,
  actor: Actor,
  input: { readonly session: string },
): Promise<Result<Versioned<Session>>> => {
  if (!mayReadSessions(actor)) return refused("roleMayNot");
  const session = await services.store.get("session", input.session);
  return session === undefined ? refused("noSuchSession") : done(session);
};

export const readsSessions = (actor: Actor): RefusalCode | null => (mayReadSessions(actor) ? null : "roleMayNot");

export const leadsSession = (actor: Actor, { doc }: Versioned<Session>): RefusalCode | null =>
  mayLeadSession(actor, doc) ? null : "roleMayNot";

export const sessionWrite = ({ version }: Versioned<Session>, doc: Session): Write => ({
  op: "put",
  doc,
  expected: version,
});

/** The actions of a session, or of a case; those that were cancelled are left out. */
export const readActions = async (
  services: Services,
  key: `session:${string}` | `case:${string}`,
): Promise<readonly Versioned<Action>[]> => {
  const found: Versioned<Action>[] = [];
  for await (const action of everyDocument(services.store, { kind: "action", key }))
    if (action.doc.state !== "cancelled") found.push(action);
  return found;
};
