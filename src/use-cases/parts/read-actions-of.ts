/** Every action of a person, with what was made of it; who reads completeness only has the actions alone. */
import type { Action, ActionBilan, ActionDeferral, Host, Session } from "../../domain/activation/records.ts";
import type { Framework } from "../../domain/framework/schema.ts";
import type { Services } from "../frame/services.ts";

export interface ActionSeen {
  readonly action: Action;
  /** The one that it was planned with: its words are read from it. */
  readonly framework: Framework;
  readonly bilan: ActionBilan | null;
  readonly host: Host | null;
  readonly session: Session | null;
}
export interface ActionsSeen {
  /** The last first. */
  readonly actions: readonly ActionSeen[];
  /** Null: not for this reader. */
  readonly deferrals: readonly ActionDeferral[] | null;
}

const ACTIONS_AT_MOST = 100;

const distinct = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== null && id !== undefined)),
];

const frameworksOf = async (
  services: Services,
  actions: readonly Action[],
): Promise<ReadonlyMap<string, Framework>> => {
  const { frameworks } = services;
  const versions = distinct(actions.map(({ frameworkVersion }) => frameworkVersion));
  const found = await Promise.all(versions.map((version) => frameworks.version(version)));
  return new Map(versions.map((version, index) => [version, found[index] ?? frameworks.current]));
};

/** `whole`: with what was said, seen and prepared. */
export const readActionsOf = async (services: Services, code: string, whole: boolean): Promise<ActionsSeen> => {
  const { store, frameworks } = services;
  const of = { key: `case:${code}`, limit: ACTIONS_AT_MOST, descending: true } as const;
  const { items } = await store.list({ kind: "action", ...of });
  const actions = items.map(({ doc }) => doc);
  const made = await frameworksOf(services, actions);
  const alone = actions.map((action) => ({
    action,
    framework: made.get(action.frameworkVersion) ?? frameworks.current,
    ...{ bilan: null, host: null, session: null },
  }));
  if (!whole) return { actions: alone, deferrals: null };
  const [bilans, hosts, sessions, deferrals] = await Promise.all([
    store.getMany("actionBilan", distinct(actions.map(({ id }) => id))),
    store.getMany("host", distinct(actions.map(({ pmsmp }) => pmsmp?.hostId))),
    store.getMany("session", distinct(actions.map(({ session }) => session))),
    store.list({ kind: "actionDeferral", ...of }),
  ]);
  return {
    actions: alone.map((one) => ({
      ...one,
      bilan: bilans.find(({ doc }) => doc.id === one.action.id)?.doc ?? null,
      host: hosts.find(({ doc }) => doc.id === one.action.pmsmp?.hostId)?.doc ?? null,
      session: sessions.find(({ doc }) => doc.id === one.action.session)?.doc ?? null,
    })),
    deferrals: deferrals.items.map(({ doc }) => doc),
  };
};
