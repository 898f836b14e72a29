/** One command, one atomic batch: what changes, who did it, what to send, and how a second delivery is recognised. */
import type { Actor } from "../../domain/people/actor.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import type { ScreenRef } from "../../domain/records/bookkeeping.ts";
import type { Version, Write } from "../../ports/store.ts";
import { auditWrites, caseChain, memberChain, type Act } from "./audit-trail.ts";
import type { Delivery } from "./delivery.ts";
import { leftToSend, postedWrites } from "./left-to-send.ts";
import type { Services } from "./services.ts";

/** What a command decided. `writes` guard themselves with the versions that were read. */
export interface Decision<Outcome> {
  readonly outcome: Outcome;
  readonly writes: readonly Write[];
  /** The case after the command, written with its event; its version as read, or "new". Null for a command about no case. */
  readonly head: Head | null;
  readonly audit: Act;
  /** A second case touched by the same command (two records merged), with its own event and its own link in its own chain. */
  readonly also?: { readonly head: Head; readonly audit: Act };
}

interface Head {
  readonly next: CaseFile;
  readonly version: Version;
}

const headWrites = (services: Services, actor: Actor, head: Head, act: Act): Write[] => {
  const next = { ...head.next, edition: head.next.edition + 1 };
  const at = services.clock.now().toISOString();
  return [
    { op: "put", doc: next, expected: head.version },
    {
      op: "put",
      doc: {
        kind: "event",
        schemaVersion: 1,
        code: next.code,
        edition: next.edition,
        at,
        by: actor.memberId,
        what: act.act,
        details: { ...act.details },
      },
      expected: "new",
    },
    {
      op: "put",
      doc: { kind: "marker", schemaVersion: 1, code: next.code, edition: next.edition, at },
      expected: "new",
    },
  ];
};

const deliveryWrites = (
  services: Services,
  delivery: Delivery,
  screen: ScreenRef,
): { guard: Write; click: Write[] } => {
  const at = services.clock.now().toISOString();
  return {
    guard: {
      op: "put",
      doc: { kind: "seen", schemaVersion: 1, id: delivery.activityKey, at, screen },
      expected: "new",
    },
    click:
      delivery.click === null
        ? []
        : [
            {
              op: "put",
              doc: { kind: "click", schemaVersion: 1, id: delivery.click.key, hash: delivery.click.hash, at, screen },
            },
          ],
  };
};

/**
 * The answer to send: it replaces the message that was pressed, or is a new message of the same chat. A pressed message shows a case from
 * now on, whether or not it can be replaced as well: it is noted as `posted` here, a new one once Teams gave its id.
 */
export const answerWrites = (
  services: Services,
  actor: Actor,
  delivery: Delivery,
  screen: ScreenRef,
  code: string | null,
): readonly Write[] => {
  if (delivery.answerTo === null) return [];
  const { conversationId, activityId } = delivery.answerTo;
  const memberId = actor.playedBy ?? actor.memberId;
  const what = activityId === null ? "message" : "update";
  const entry = leftToSend(services, { what, memberId, conversationId, activityId, code, screen });
  return [entry, ...postedWrites(services, { memberId, conversationId, activityId }, code)];
};

/** The whole batch, guards first. */
export const batchOf = async <Outcome>(
  services: Services,
  actor: Actor,
  delivery: Delivery,
  decision: Decision<Outcome>,
  screen: ScreenRef,
): Promise<readonly Write[]> => {
  const { guard, click } = deliveryWrites(services, delivery, screen);
  const code = decision.head?.next.code ?? decision.audit.code;
  const chain = decision.head === null ? memberChain(actor.memberId) : caseChain(decision.head.next.code);
  const audits = await auditWrites(services, chain, actor, decision.audit);
  const { also } = decision;
  const alsoWrites =
    also === undefined
      ? []
      : [
          ...headWrites(services, actor, also.head, also.audit),
          ...(await auditWrites(services, caseChain(also.head.next.code), actor, also.audit)),
        ];
  const head = decision.head === null ? [] : headWrites(services, actor, decision.head, decision.audit);
  return [
    guard,
    ...head,
    ...audits,
    ...alsoWrites,
    ...decision.writes,
    ...click,
    ...answerWrites(services, actor, delivery, screen, code),
  ];
};
