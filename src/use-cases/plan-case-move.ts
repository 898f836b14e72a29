import { z } from "zod";
import { typedInputs } from "../domain/diagnostic/assessment.ts";
import { memberId, participantCode } from "../domain/participant/codes.ts";
import type { CaseMove } from "../domain/people/absence.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { PlannedMove } from "../domain/people/move-from-inputs.ts";
import { done, refused } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { loadMovePlanning, mayPlanMove, readPlan, type MovePlanning } from "./parts/move-planning.ts";
import { tellLeads } from "./parts/tell-leads.ts";

const input = z.strictObject({
  /** Null: all the cases of a référent. */
  code: participantCode.nullable(),
  /** Who accompanied the person when the form was shown; null: nobody in particular. */
  shownFrom: memberId.nullable(),
  inputs: typedInputs,
});

/** `asked`: a chargé de projet answers; nothing moves until then. */
export interface PlannedCaseMove {
  readonly kind: "planned" | "asked";
  readonly move: string;
}

const newMove = (
  services: Services,
  actor: Actor,
  code: string | null,
  planned: PlannedMove,
  asks: boolean,
): CaseMove => ({
  ...{ kind: "caseMove", schemaVersion: 1, id: services.ids.next(), code, ...planned },
  ...{ state: asks ? "asked" : "planned", by: actor.memberId, at: services.clock.now().toISOString(), settledBy: null },
});

/**
 * *Noter une suppléance*, *changer de référent·e*: for one case, or for all those of a référent. Cases pass one by one on the first day. A référent
 * asks for a change, also when the person does; a chargé de projet answers.
 */
export const planCaseMove = command<z.infer<typeof input>, MovePlanning, PlannedCaseMove>({
  act: "move.plan",
  input,
  about: ({ code }) => code,
  queue: (_actor, { code }) => `move ${code ?? "all"}`,
  load: loadMovePlanning,
  allow: mayPlanMove,
  decide: async (services, actor, planning, { code, shownFrom, inputs }) => {
    const { asks, fromId } = planning.context;
    if (code !== null && fromId !== shownFrom) return refused("changedMeanwhile");
    const read = await readPlan(services, planning, inputs);
    if (!read.ok) return refused("choiceMissing");
    const waits = asks && read.move.what === "transfer";
    const move = newMove(services, actor, code, read.move, waits);
    const { id, what, why, from, until, toId } = move;
    const kind = waits ? "asked" : "planned";
    const screen = { screen: "move", move: id, notice: null, at: null };
    return done({
      outcome: { kind, move: id },
      head: null,
      writes: [
        { op: "put", doc: move, expected: "new" },
        ...(waits ? await tellLeads(services, screen, { except: actor.memberId }) : []),
      ],
      audit: {
        act: `move.${kind}`,
        code,
        details: { move: id, what, why, whose: move.fromId, to: toId, from, until },
      },
    });
  },
});
