import type { Actor } from "../domain/people/actor.ts";
import type { Conversation } from "../domain/records/bookkeeping.ts";
import type { Services } from "./frame/services.ts";

/** Where an activity came from. */
export interface Meeting {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId: string | null;
  readonly userId: string;
  readonly botId: string;
}

const sameChat = (known: Conversation, meeting: Meeting): boolean =>
  known.conversationId === meeting.conversationId &&
  known.serviceUrl === meeting.serviceUrl &&
  known.userId === meeting.userId &&
  known.botId === meeting.botId &&
  known.refused === null;

/** Remembers where a chat can be answered; `key` is the member for their own chat. The service's address may change: the last one wins. */
export const rememberChat = async (services: Services, key: string, meeting: Meeting): Promise<void> => {
  const known = await services.store.get("conversation", key);
  if (known !== undefined && sameChat(known.doc, meeting)) return;
  const at = services.clock.now().toISOString();
  await services.store.commit([
    { op: "put", doc: { kind: "conversation", schemaVersion: 1, memberId: key, ...meeting, refused: null, at } },
  ]);
};

/** The app was removed from a member's chat: where to reach them is forgotten. */
export const forgetChat = async (services: Services, key: string): Promise<void> => {
  await services.store.commit([{ op: "delete", kind: "conversation", id: key }]);
};

/** Who acts: the member of the team file, or the one whose part they play in local mode. Undefined for a stranger. */
export const readActor = async (services: Services, objectId: string, local: boolean): Promise<Actor | undefined> => {
  const member = services.people.byObjectId(objectId);
  if (member === undefined) return undefined;
  const today = services.clock.today();
  const real = { memberId: member.aadObjectId, name: member.name, roles: member.roles, playedBy: null, today };
  if (!local) return real;
  const part = await services.store.get("persona", member.aadObjectId);
  const played = part === undefined ? undefined : services.people.byObjectId(part.doc.plays);
  return played === undefined || played.aadObjectId === member.aadObjectId
    ? real
    : { memberId: played.aadObjectId, name: played.name, roles: played.roles, playedBy: member.aadObjectId, today };
};
