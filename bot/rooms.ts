/** What Teams tells of its places, through the connector. */
import type { ChatOpened, Rooms, RosterRead } from "../src/ports/rooms.ts";
import type { Connector } from "./door/connector.ts";

/** Also what could not be told clearly is asked again later: nothing is posted by asking. */
export const createRooms = (connector: Connector, tenantId: string): Rooms => ({
  roster: async ({ serviceUrl, channelId }): Promise<RosterRead> => {
    const outcome = await connector.members({ serviceUrl, conversationId: channelId });
    if (outcome.kind === "members") return { kind: "read", people: outcome.people };
    return outcome.kind === "refused" ? { kind: "refused", reason: outcome.reason } : { kind: "later" };
  },
  openChat: async ({ serviceUrl, memberId }): Promise<ChatOpened> => {
    const outcome = await connector.createPersonal({ serviceUrl, tenantId, memberId });
    if (outcome.kind === "created") return { kind: "opened", conversationId: outcome.conversationId };
    return outcome.kind === "refused" ? { kind: "refused", reason: outcome.reason } : { kind: "later" };
  },
});

/** Where nothing is ever asked of Teams: a command line. */
export const noRooms: Rooms = {
  roster: () => Promise.resolve({ kind: "later" }),
  openChat: () => Promise.resolve({ kind: "later" }),
};
