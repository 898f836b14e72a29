/** *Bilan d'action*, its grid, and what was observed, as they were left. */
import { z } from "zod";
import type { Action, ActionBilan } from "../domain/activation/records.ts";
import type { Framework } from "../domain/framework/schema.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import { loadBilan, loadEvidence, type BilanCase, type EvidenceCase } from "./parts/bilan-form.ts";
import { aboutCode, carrierAfterEntry } from "./parts/on-case.ts";
import { carriesBilan } from "./record-bilan.ts";

const input = z.strictObject({ code: participantCode, action: z.string() });

/** Where an action took place: the host's name, or what the session is called; null: neither is known. */
const placeOf = async (services: Services, action: Action): Promise<string | null> => {
  if (action.pmsmp !== null) return (await services.store.get("host", action.pmsmp.hostId))?.doc.name ?? null;
  return action.session === null ? null : ((await services.store.get("session", action.session))?.doc.title ?? null);
};

export interface BilanView extends BilanCase {
  readonly identity: Identity;
  readonly place: string | null;
}

export const seeBilan = query<z.infer<typeof input>, BilanCase, BilanView>({
  act: "bilan.see",
  input,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadBilan,
  allow: carriesBilan,
  run: async (services, _actor, loaded, { code }) => {
    const identity = await services.store.get("identity", code);
    if (identity === undefined) return refused("noSuchCase");
    return done({ ...loaded, identity: identity.doc, place: await placeOf(services, loaded.action.doc) });
  },
});

/** An action that something seen comes from. */
export interface ActionSeen {
  readonly action: Action;
  readonly bilan: ActionBilan | undefined;
  readonly place: string | null;
  readonly framework: Framework;
}

export interface EvidenceView extends EvidenceCase {
  readonly identity: Identity;
  readonly actions: ReadonlyMap<string, ActionSeen>;
}

const readAction = async (services: Services, id: string): Promise<readonly (readonly [string, ActionSeen])[]> => {
  const [action, bilan] = await Promise.all([services.store.get("action", id), services.store.get("actionBilan", id)]);
  if (action === undefined) return [];
  const [place, planned] = await Promise.all([
    placeOf(services, action.doc),
    services.frameworks.version(action.doc.frameworkVersion),
  ]);
  const framework = planned ?? services.frameworks.current;
  return [[id, { action: action.doc, bilan: bilan?.doc, place, framework }]];
};

const ofCase = z.strictObject({ code: participantCode });

/** *Ce qui a été observé*: for the référent of the case. */
export const seeEvidence = query<z.infer<typeof ofCase>, EvidenceCase, EvidenceView>({
  act: "evidence.see",
  input: ofCase,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadEvidence,
  allow: (actor, { dossier }) => carrierAfterEntry(actor, dossier),
  run: async (services, _actor, loaded, { code }) => {
    const identity = await services.store.get("identity", code);
    if (identity === undefined) return refused("noSuchCase");
    const ids = [...new Set(loaded.waiting.map(({ doc }) => doc.action))];
    const actions = new Map((await Promise.all(ids.map((id) => readAction(services, id)))).flat());
    return done({ ...loaded, identity: identity.doc, actions });
  },
});
