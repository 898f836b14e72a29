import type { Write } from "../../ports/store.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";

/** Leaves room in one batch for the command itself. */
const SHORTENED_AT_MOST = 25;

/**
 * Replaces the latest cards about a case by one line: what they said is not to be read in a chat's history any more. The cards of whoever
 * carried the case before are shortened too. Older ones than the last twenty-five are left: Teams gives no list to go through.
 */
export const shortenCards = async (services: Services, code: string): Promise<readonly Write[]> => {
  const posted = await services.store.list({
    kind: "posted",
    key: `case:${code}`,
    limit: SHORTENED_AT_MOST,
    descending: true,
  });
  return posted.items.map(({ doc: { memberId, conversationId, activityId } }) =>
    leftToSend(services, {
      what: "erase",
      memberId,
      conversationId,
      activityId,
      code,
      screen: { screen: "withdrawn", notice: null, at: null },
    }),
  );
};
