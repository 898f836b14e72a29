import { z } from "zod";
import { memberId } from "../domain/participant/codes.ts";
import { mayTransfer, type CaseMove } from "../domain/people/absence.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { loadMove, seesMove } from "./parts/on-move.ts";

const input = z.strictObject({ move: z.string().min(1).max(100), toId: memberId });

export interface AcceptedCaseMove {
  readonly kind: "planned";
}

/** *Donner suite*: a chargé de projet says who accompanies the person from now on, or from the day that was asked. */
export const acceptCaseMove = command<z.infer<typeof input>, Versioned<CaseMove>, AcceptedCaseMove>({
  act: "move.accept",
  input,
  queue: (_actor, { move }) => `move ${move}`,
  load: loadMove,
  allow: (actor, found) => seesMove(actor, found) ?? (mayTransfer(actor) ? null : "roleMayNot"),
  decide: (services, actor, { doc, version }, { move, toId }) => {
    if (doc.state !== "asked") return refused("alreadyDone");
    const successor = services.people.byObjectId(toId);
    if (successor === undefined || !successor.roles.includes("referent") || toId === doc.fromId)
      return refused("choiceMissing");
    const today = services.clock.today();
    const from = doc.from < today ? today : doc.from;
    return done({
      outcome: { kind: "planned" },
      head: null,
      writes: [
        { op: "put", doc: { ...doc, toId, from, state: "planned", settledBy: actor.memberId }, expected: version },
      ],
      audit: { act: "move.accepted", code: doc.code, details: { move, to: toId } },
    });
  },
});
