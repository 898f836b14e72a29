import { z } from "zod";
import { mayEndMove, type CaseMove } from "../domain/people/absence.ts";
import { hasRole } from "../domain/people/actor.ts";
import type { Versioned } from "../ports/store.ts";
import { done, refused } from "./frame/result.ts";
import { command } from "./frame/use-case.ts";
import { loadMove, seesMove } from "./parts/on-move.ts";
import { reachOwnChat } from "./parts/own-chat.ts";

const input = z.strictObject({ move: z.string().min(1).max(100) });

/** `ending`: a suppléance that has begun is being taken off its cases. `declined`: what was asked will not be done. */
export interface EndedCaseMove {
  readonly kind: "cancelled" | "declined" | "ending";
}

const endOf = ({ doc }: Versioned<CaseMove>, today: string): EndedCaseMove["kind"] | null => {
  if (doc.state === "asked") return "declined";
  if (doc.what === "absence") return doc.state === "planned" && doc.from > today ? "cancelled" : "ending";
  return doc.from > today ? "cancelled" : null;
};

/** *Annuler*, *Terminer*, *Ne pas donner suite*. A transfer that has begun is not undone: another one is planned. */
export const endCaseMove = command<z.infer<typeof input>, Versioned<CaseMove>, EndedCaseMove>({
  act: "move.end",
  input,
  queue: (_actor, { move }) => `move ${move}`,
  load: loadMove,
  allow: (actor, found) => {
    if (seesMove(actor, found) !== null) return "noSuchCase";
    if (mayEndMove(actor, found.doc)) return null;
    return hasRole(actor, "chargeDeProjet", "coordinatrice", "referent") &&
      !mayEndMove({ ...actor, roles: ["chargeDeProjet"] }, found.doc)
      ? "alreadyDone"
      : "roleMayNot";
  },
  decide: async (services, actor, found, { move }) => {
    const kind = endOf(found, services.clock.today());
    if (kind === null) return refused("alreadyDone");
    const { by, code } = found.doc;
    const withdrawn = kind === "declined" && by === actor.memberId ? "cancelled" : kind;
    const screen = { screen: "move", move, notice: null, at: null };
    const told =
      withdrawn === "declined" ? await reachOwnChat(services, by, screen, { code, review: null }) : undefined;
    return done({
      outcome: { kind: withdrawn },
      head: null,
      writes: [
        { op: "put", doc: { ...found.doc, state: withdrawn, settledBy: actor.memberId }, expected: found.version },
        ...(told ?? []),
      ],
      audit: { act: `move.${withdrawn}`, code, details: { move } },
    });
  },
});
