/** What was planned, done and cancelled of a person's actions, and the structures that receive. */
import type { Action, ActionBilan, Host } from "../../domain/activation/records.ts";
import type { ParticipantCode } from "../../domain/participant/codes.ts";
import type { Versioned } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import type { Services } from "../frame/services.ts";

/** Of every parcours, the soonest first, those that were cancelled included. */
export const actionsOf = async ({ store }: Services, code: ParticipantCode): Promise<readonly Versioned<Action>[]> => {
  const found: Versioned<Action>[] = [];
  for await (const action of everyDocument(store, { kind: "action", key: `case:${code}` })) found.push(action);
  return found;
};

/** By the id of their action. */
export const bilansOf = async (
  { store }: Services,
  code: ParticipantCode,
): Promise<ReadonlyMap<string, ActionBilan>> => {
  const found = new Map<string, ActionBilan>();
  for await (const { doc } of everyDocument(store, { kind: "actionBilan", key: `case:${code}` }))
    found.set(doc.id, doc);
  return found;
};

export const everyHost = async ({ store }: Services): Promise<readonly Versioned<Host>[]> => {
  const found: Versioned<Host>[] = [];
  for await (const host of everyDocument(store, { kind: "host", key: "all" })) found.push(host);
  return found;
};
