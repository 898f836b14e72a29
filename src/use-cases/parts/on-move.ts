/** What verbs about one move share: reading it, and who sees it. */
import { maySeeMove, type CaseMove } from "../../domain/people/absence.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { Versioned } from "../../ports/store.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

export const loadMove = async (
  services: Services,
  _actor: Actor,
  { move }: { readonly move: string },
): Promise<Result<Versioned<CaseMove>>> => {
  const found = await services.store.get("caseMove", move);
  return found === undefined ? refused("noSuchCase") : done(found);
};

/** One that does not concern you and one that does not exist: one and the same answer. */
export const seesMove = (actor: Actor, { doc }: Versioned<CaseMove>): RefusalCode | null =>
  maySeeMove(actor, doc) ? null : "noSuchCase";
