/** Urgent points are flags, not points: raised at once, asked about until someone has called. */
import type { Actor } from "../../domain/people/actor.ts";
import type { Framework } from "../../domain/framework/schema.ts";
import type { CaseFile, UrgentFlag } from "../../domain/participant/case-file.ts";
import type { Services } from "../frame/services.ts";

export interface Raised {
  readonly flags: readonly UrgentFlag[];
  /** The urgent points that were not already open. */
  readonly fresh: readonly string[];
}

/** Adds the ticked urgent points that are not open already; an unknown one is ignored. */
export const raiseUrgent = (
  services: Services,
  actor: Actor,
  file: CaseFile,
  framework: Framework,
  ticked: readonly string[],
): Raised => {
  const known = new Set(framework.urgentPoints.map((point) => point.id));
  const open = new Set(file.urgent.filter((flag) => flag.done === null).map((flag) => flag.id));
  const fresh = [...new Set(ticked)].filter((id) => known.has(id) && !open.has(id));
  const kept = file.urgent.filter((flag) => !fresh.includes(flag.id));
  const raisedAt = services.clock.now().toISOString();
  return {
    fresh,
    flags: [...kept, ...fresh.map((id) => ({ id, raisedAt, raisedBy: actor.memberId, done: null }))],
  };
};

export const openUrgent = (file: CaseFile): readonly UrgentFlag[] => file.urgent.filter((flag) => flag.done === null);
