import type { PostedMessage } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import { everyDocument } from "../frame/every-document.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";

/** `withdrawn`: what it said is not to be read any more; `fileClosed`: the file is archived or erased. */
type ShortenedAs = "withdrawn" | "fileClosed";

/** Replaces one card by one line. `code` null: nothing says whom it was about. */
export const shortened = (
  services: Pick<Services, "clock" | "ids">,
  { memberId, conversationId, activityId }: Pick<PostedMessage, "memberId" | "conversationId" | "activityId">,
  as: ShortenedAs,
  code: string | null,
): Write => {
  const screen = { screen: as, notice: null, at: null };
  return leftToSend(services, { what: "erase", memberId, conversationId, activityId, code, screen });
};

/**
 * Replaces every card about a case by one line, the latest first: what they said is not to be read in a chat's history any more. In all chats: those
 * of whoever carried the case before, of who sat in a cell that studied it, of who decided.
 */
export const shortenCards = async (
  services: Services,
  code: string,
  as: ShortenedAs = "withdrawn",
): Promise<readonly Write[]> => {
  const writes: Write[] = [];
  // A list that names somebody whose file is closed is emptied as well.
  const keys = [`case:${code}`, ...(as === "fileClosed" ? [`names:${code}`] : [])];
  for (const key of keys)
    for await (const { doc } of everyDocument(services.store, { kind: "posted", key, descending: true }))
      writes.push(shortened(services, doc, as, code));
  return writes;
};
