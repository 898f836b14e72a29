import { z } from "zod";
import type { Action, ActionBilan, ActionDeferral, Host } from "../domain/activation/records.ts";
import type { Identity } from "../domain/participant/identity.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { maySeeCase, type Actor } from "../domain/people/actor.ts";
import { everyDocument } from "./frame/every-document.ts";
import { done, refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { query } from "./frame/use-case.ts";
import type { Dossier } from "./parts/dossier.ts";
import { isOfParcours, loadAction, plansActions } from "./parts/on-action.ts";
import { aboutCode, loadDossier } from "./parts/on-case.ts";
import { actionsOf, bilansOf } from "./parts/read-actions.ts";

export interface SeenAction {
  readonly action: Action;
  readonly host: Host | null;
  readonly bilan: ActionBilan | null;
  /** The immersion that goes on with it, not cancelled. */
  readonly renewedBy: string | null;
}

export interface ActionsView {
  readonly dossier: Dossier;
  readonly identity: Identity;
  /** The latest first. */
  readonly actions: readonly SeenAction[];
  /** The latest time that the first action was put off, while nothing was planned since; null otherwise. */
  readonly deferral: ActionDeferral | null;
  /** Plans, changes and cancels: whoever carries the case. */
  readonly plans: boolean;
}

const hostsOf = async ({ store }: Services, actions: readonly Action[]): Promise<ReadonlyMap<string, Host>> => {
  const ids = [...new Set(actions.flatMap(({ pmsmp }) => (pmsmp === null ? [] : [pmsmp.hostId])))];
  return new Map((await store.getMany("host", ids)).map(({ doc }) => [doc.id, doc]));
};

const latestDeferral = async (services: Services, code: string, parcours: number): Promise<ActionDeferral | null> => {
  let latest: ActionDeferral | null = null;
  for await (const { doc } of everyDocument(services.store, { kind: "actionDeferral", key: `case:${code}` }))
    if (doc.parcours === parcours) latest = doc;
  return latest;
};

const seenOf = async (services: Services, code: string): Promise<readonly SeenAction[]> => {
  const [found, bilans] = await Promise.all([actionsOf(services, code), bilansOf(services, code)]);
  const actions = found.map(({ doc }) => doc);
  const hosts = await hostsOf(services, actions);
  const renewal = (id: string): string | null =>
    actions.find(({ state, pmsmp }) => state !== "cancelled" && pmsmp?.renews?.action === id)?.id ?? null;
  return actions.toReversed().map((action) => ({
    action,
    host: action.pmsmp === null ? null : (hosts.get(action.pmsmp.hostId) ?? null),
    bilan: bilans.get(action.id) ?? null,
    renewedBy: renewal(action.id),
  }));
};

const readView = async (services: Services, actor: Actor, dossier: Dossier): Promise<Result<ActionsView>> => {
  const { code, parcours } = dossier.file.doc;
  const identity = await services.store.get("identity", code);
  if (identity === undefined) return refused("noSuchCase");
  const [actions, deferral] = await Promise.all([seenOf(services, code), latestDeferral(services, code, parcours)]);
  const since = actions.some(
    ({ action }) => deferral !== null && action.state !== "cancelled" && action.at > deferral.at,
  );
  return done({
    dossier,
    identity: identity.doc,
    actions,
    deferral: since ? null : deferral,
    plans: plansActions(actor, dossier) === null,
  });
};

const listed = z.strictObject({ code: participantCode });

/** *Actions*: what was planned and done with a person, for who reads the whole file. */
export const listActions = query<z.infer<typeof listed>, Dossier, ActionsView>({
  act: "actions.list",
  input: listed,
  about: aboutCode,
  opens: ({ code }) => code,
  load: loadDossier,
  allow: (actor, dossier) => (maySeeCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: readView,
});

const one = z.strictObject({ code: participantCode, action: z.string().max(100) });

export interface ActionView extends Omit<ActionsView, "actions"> {
  readonly seen: SeenAction;
}

/** One action, with its host and its bilan. */
export const seeAction = query<z.infer<typeof one>, Dossier, ActionView>({
  act: "action.see",
  input: one,
  about: aboutCode,
  opens: ({ code }) => code,
  load: async (services, actor, request) => {
    const loaded = await loadAction(services, actor, request);
    return loaded.ok ? done(loaded.value.dossier) : loaded;
  },
  allow: (actor, dossier) => (maySeeCase(actor, dossier.file.doc) ? null : "noSuchCase"),
  run: async (services, actor, dossier, { action: id }) => {
    const view = await readView(services, actor, dossier);
    if (!view.ok) return view;
    const { actions, ...rest } = view.value;
    const seen = actions.find(({ action }) => action.id === id);
    if (seen === undefined) return refused("noSuchCase");
    return done({ ...rest, plans: rest.plans && isOfParcours(dossier, seen.action), seen });
  },
});
