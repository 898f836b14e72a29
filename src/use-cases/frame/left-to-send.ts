import type { MemberId } from "../../domain/participant/codes.ts";
import { NAMED_AT_MOST, type OutboxEntry } from "../../domain/records/bookkeeping.ts";
import type { Write } from "../../ports/store.ts";
import type { Services } from "./services.ts";

type Sending = Pick<OutboxEntry, "what" | "memberId" | "conversationId" | "activityId" | "code" | "screen"> &
  Partial<Pick<OutboxEntry, "id" | "review" | "notBefore">>;

/** Something to send to Teams, due at once: written in the batch of what causes it, so that neither exists without the other. */
export const leftToSend = ({ clock, ids }: Pick<Services, "clock" | "ids">, sending: Sending): Write => {
  const at = clock.now().toISOString();
  return {
    op: "put",
    expected: "new",
    doc: {
      kind: "outbox",
      schemaVersion: 1,
      id: ids.next(),
      state: "pending",
      review: null,
      notBefore: at,
      ...sending,
      createdAt: at,
      attempts: 0,
      reason: null,
      sentActivityId: null,
    },
  };
};

interface Place {
  readonly memberId: MemberId;
  readonly conversationId: string;
  readonly activityId: string | null;
}

/** A card that names someone is found again by its place, so that it can be withdrawn. Nothing to find where it names nobody, or its place is unknown. */
export const postedWrites = (
  { clock }: Pick<Services, "clock">,
  { memberId, conversationId, activityId }: Place,
  code: string | null,
  named: readonly string[] = [],
): readonly Write[] => {
  const names = named.filter((name) => name !== code).slice(0, NAMED_AT_MOST);
  if ((code === null && names.length === 0) || activityId === null) return [];
  const at = clock.now().toISOString();
  const place = { memberId, conversationId, activityId };
  return [{ op: "put", doc: { kind: "posted", schemaVersion: 1, ...place, code, names, at } }];
};
