import { z } from "zod";
import type { Host, Session } from "../domain/activation/records.ts";
import { hasDied } from "../domain/participant/clock-facts.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { maySeeCase } from "../domain/people/actor.ts";
import { done, refused } from "./frame/result.ts";
import { noteOpening } from "./frame/note-opening.ts";
import { query } from "./frame/use-case.ts";
import { loadAction, type ActionOfCase } from "./prepare-action.ts";

const input = z.strictObject({ action: z.string().max(80) });

/** All that the sheets of an action are made of; each says what is for its reader only. */
export interface ActionSheetView extends ActionOfCase {
  readonly identity: Identity;
  readonly host: Host | null;
  readonly session: Session | null;
  readonly referent: string | null;
}

/** For whoever reads the case. An action that was cancelled, or whose record was, has no sheet any more. */
export const printActionSheet = query<z.infer<typeof input>, ActionOfCase, ActionSheetView>({
  act: "actionSheet.print",
  input,
  load: async (services, actor, { action }) => {
    const known = await services.store.get("action", action);
    if (known === undefined || known.doc.state === "cancelled") return refused("noSuchCase");
    return loadAction(services, actor, { code: known.doc.code, action });
  },
  allow: (actor, { dossier }) => {
    if (!maySeeCase(actor, dossier.file.doc)) return "noSuchCase";
    if (dossier.file.doc.status === "cancelled") return "caseClosed";
    return hasDied(dossier.file.doc) ? "personDied" : null;
  },
  run: async (services, actor, found) => {
    const { code, pmsmp, session } = found.action.doc;
    await noteOpening(services, actor, code);
    const [identity, host, held] = await Promise.all([
      services.store.get("identity", code),
      pmsmp === null ? undefined : services.store.get("host", pmsmp.hostId),
      session === null ? undefined : services.store.get("session", session),
    ]);
    if (identity === undefined) return refused("noSuchCase");
    const referent = services.people.byObjectId(found.dossier.file.doc.referentId)?.name ?? null;
    return done({ ...found, identity: identity.doc, host: host?.doc ?? null, session: held?.doc ?? null, referent });
  },
});
