/** What each chargé de projet hears of in their own chat, without hearing it again and again. */
import type { MemberId } from "../../domain/participant/codes.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import { leftToSend } from "../frame/left-to-send.ts";
import type { Services } from "../frame/services.ts";

interface Telling {
  readonly screen: ScreenRef;
  /** Said once a day under this name; null: each time. */
  readonly oncePerDay: string | null;
  /** Whom there is no point in telling. */
  readonly except?: MemberId;
}

const guardOf = (services: Services, id: string): Write => ({
  op: "put",
  expected: "new",
  doc: { kind: "seen", schemaVersion: 1, id, at: services.clock.now().toISOString(), screen: {} },
});

/** Nothing where nobody can be reached, or where it was said today already: the day is used up only once somebody is told. */
export const tellLeadsOnce = async (
  services: Services,
  { screen, oncePerDay, except }: Telling,
): Promise<readonly Write[]> => {
  const guard = oncePerDay === null ? null : `${oncePerDay}.${services.clock.today()}`;
  if (guard !== null && (await services.store.get("seen", guard)) !== undefined) return [];
  const leads = services.people
    .members()
    .filter((member) => member.roles.includes("chargeDeProjet") && member.aadObjectId !== except);
  const chats = await services.store.getMany(
    "conversation",
    leads.map((member) => member.aadObjectId),
  );
  const reachable = chats.filter(({ doc }) => doc.refused === null);
  if (reachable.length === 0) return [];
  return [
    ...(guard === null ? [] : [guardOf(services, guard)]),
    ...reachable.map(({ doc: { memberId, conversationId } }) =>
      leftToSend(services, { what: "message", memberId, conversationId, activityId: null, code: null, screen }),
    ),
  ];
};
