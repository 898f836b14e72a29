import type { OutboxEntry } from "../domain/records/bookkeeping.ts";
import type { Write } from "../ports/store.ts";
import { leftToSend } from "./frame/left-to-send.ts";
import type { Services } from "./frame/services.ts";

/** A member's chat refuses our messages: it is remembered, and each chargé de projet is told what to do, once a day at most. */
export const tellChatRefused = async (services: Services, entry: OutboxEntry, reason: string): Promise<void> => {
  const known = await services.store.get("conversation", entry.memberId);
  if (known !== undefined && known.doc.refused === null)
    await services.store.commit([{ op: "put", doc: { ...known.doc, refused: reason }, expected: known.version }]);
  const at = services.clock.now().toISOString();
  const guard: Write = {
    op: "put",
    expected: "new",
    doc: {
      kind: "seen",
      schemaVersion: 1,
      id: `chatRefused.${entry.memberId}.${services.clock.today()}`,
      at,
      screen: {},
    },
  };
  const leads = services.people
    .members()
    .filter((member) => member.roles.includes("chargeDeProjet") && member.aadObjectId !== entry.memberId);
  const chats = await services.store.getMany(
    "conversation",
    leads.map((member) => member.aadObjectId),
  );
  const reachable = chats.filter(({ doc }) => doc.refused === null);
  // Nobody to tell: the day is not used up, a lead who comes later the same day is told.
  if (reachable.length === 0) return;
  await services.store.commit([
    guard,
    ...reachable.map(({ doc: { memberId, conversationId } }) =>
      leftToSend(services, {
        what: "message",
        memberId,
        conversationId,
        activityId: null,
        code: null,
        screen: { screen: "chatRefused", member: entry.memberId, notice: null, at: null },
      }),
    ),
  ]);
};
