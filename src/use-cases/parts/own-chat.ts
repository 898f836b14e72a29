/** What goes to a member's own chat with Repère, and how that chat is opened when it is not known yet. */
import type { MemberId } from "../../domain/participant/codes.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";

/** Whoever pressed waits for the answer. */
const PATIENCE_MS = 1_500;

/** A message to a member's own chat; undefined where that chat is not known, or takes nothing from us any more. */
export const toOwnChat = async (
  services: Services,
  memberId: MemberId,
  screen: ScreenRef,
  about: { readonly code: string | null; readonly review: string | null },
): Promise<readonly Write[] | undefined> => {
  const chat = await services.store.get("conversation", memberId);
  if (chat === undefined || chat.doc.refused !== null) return undefined;
  const { conversationId } = chat.doc;
  return [leftToSend(services, { what: "message", memberId, conversationId, activityId: null, screen, ...about })];
};

/** Opens the chat from the address of any chat that is known, and remembers where it is. */
const open = async (services: Services, memberId: MemberId): Promise<boolean> => {
  const { items } = await services.store.list({ kind: "conversation", key: "all", limit: 1 });
  const known = items[0]?.doc;
  if (known === undefined) return false;
  const { serviceUrl, botId } = known;
  const opened = await services.rooms.openChat({ serviceUrl, memberId });
  if (opened.kind !== "opened") return false;
  const { conversationId } = opened;
  const { tenantId } = services.plie;
  const at = services.clock.now().toISOString();
  const committed = await services.store.commit([
    {
      op: "put",
      expected: "new",
      doc: {
        ...{ kind: "conversation", schemaVersion: 1, memberId, tenantId, userId: "", botId },
        ...{ conversationId, serviceUrl, refused: null, at },
      },
    },
  ]);
  return committed.ok || (await services.store.get("conversation", memberId)) !== undefined;
};

/** True when the member's own chat can be written in. A chat that refused us opens again by itself once its owner writes or installs the app. */
export const openOwnChat = async (services: Services, memberId: MemberId): Promise<boolean> => {
  const known = await services.store.get("conversation", memberId);
  if (known !== undefined) return known.doc.refused === null;
  return Promise.race([open(services, memberId), services.clock.pause(PATIENCE_MS).then(() => false)]);
};

/** A message to a member's own chat, opened where it is not known yet; undefined where it cannot be reached, or where they left the team. */
export const reachOwnChat = async (...of: Parameters<typeof toOwnChat>): ReturnType<typeof toOwnChat> => {
  const [services, memberId] = of;
  if (services.people.byObjectId(memberId) === undefined) return undefined;
  return (await openOwnChat(services, memberId)) ? toOwnChat(...of) : undefined;
};
