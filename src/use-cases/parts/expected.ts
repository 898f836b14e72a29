/** Who is expected at a collective action, and who reads their names. */
import type { Action, Session } from "../../domain/activation/records.ts";
import { mayLeadSession } from "../../domain/activation/sessions.ts";
import { hasDied } from "../../domain/participant/clock-facts.ts";
import type { Identity } from "../../domain/participant/identity.ts";
import { mayCarryCase, mayListAllCases, type Actor } from "../../domain/people/actor.ts";
import type { Versioned } from "../../ports/store.ts";
import type { Services } from "../frame/services.ts";
import { readActions } from "./on-session.ts";

export interface Expected {
  readonly identity: Identity;
  /** This actor accompanies them. */
  readonly mine: boolean;
  readonly came: boolean;
  readonly action: Action | undefined;
  /** Their parcours had ended before the first day: nobody waits for them there, and their name is on no sheet. */
  readonly gone: boolean;
}

export const byCode = <D extends { readonly code: string }>(found: readonly Versioned<D>[]): ReadonlyMap<string, D> =>
  new Map(found.map(({ doc }) => [doc.code, doc]));

export const readExpected = async (
  services: Services,
  actor: Actor,
  session: Session,
): Promise<readonly Expected[]> => {
  const [identities, files, actions] = await Promise.all([
    services.store.getMany("identity", session.codes),
    services.store.getMany("case", session.codes),
    readActions(services, `session:${session.id}`),
  ]);
  const [named, heads] = [byCode(identities), byCode(files)];
  return session.codes.flatMap((code) => {
    const [identity, file] = [named.get(code), heads.get(code)];
    const came = session.came.includes(code);
    // A record that was made in error, or that became another one, is expected nowhere; nor is somebody who died.
    if (identity === undefined || file === undefined || file.status === "cancelled") return [];
    if (hasDied(file) && !came) return [];
    const action = actions.findLast((one) => one.doc.code === code)?.doc;
    const gone = !came && file.ended !== null && file.ended.on <= session.from;
    return [{ identity, mine: mayCarryCase(actor, file), came, action, gone }];
  });
};

/** Names are for whoever leads it, has someone in it, or finds everyone anyway. */
export const readsNames = (actor: Actor, session: Session, people: readonly Expected[]): boolean =>
  mayLeadSession(actor, session) || mayListAllCases(actor) || people.some(({ mine }) => mine);
