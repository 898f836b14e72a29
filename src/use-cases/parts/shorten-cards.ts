import type { Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";

/**
 * Replaces every card about a case by one line, the latest first: what they said is not to be read in a chat's history any more. In all chats: those
 * of whoever carried the case before, of who sat in a cell that studied it, of who decided.
 */
export const shortenCards = async (services: Services, code: string): Promise<readonly Write[]> => {
  const writes: Write[] = [];
  for await (const { doc } of everyDocument(services.store, {
    kind: "posted",
    key: `case:${code}`,
    descending: true,
  })) {
    const { memberId, conversationId, activityId } = doc;
    const screen = { screen: "withdrawn", notice: null, at: null };
    writes.push(leftToSend(services, { what: "erase", memberId, conversationId, activityId, code, screen }));
  }
  return writes;
};
