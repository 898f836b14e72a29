import type { OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Services } from "./frame/services.ts";
import { tellLeadsOnceADay } from "./parts/tell-leads.ts";

/** A member's chat refuses our messages: it is remembered, and each chargé de projet is told what to do, once a day at most. */
export const tellChatRefused = async (services: Services, entry: OutboxEntry, reason: string): Promise<void> => {
  const { memberId } = entry;
  const known = await services.store.get("conversation", memberId);
  if (known !== undefined && known.doc.refused === null)
    await services.store.commit([{ op: "put", doc: { ...known.doc, refused: reason }, expected: known.version }]);
  const screen = { screen: "chatRefused", member: memberId, notice: null, at: null };
  const writes = await tellLeadsOnceADay(services, `chatRefused.${memberId}`, screen, { except: memberId });
  if (writes.length > 0) await services.store.commit(writes);
};
