import type { Actor } from "../domain/people/actor.ts";
import { auditWrites, caseChain } from "./audit-trail.ts";
import type { Services } from "./services.ts";

/** Who opened whose file, once a day for each member and case. A lost race means that someone else's act was noted at the same instant: the next opening notes it. */
export const noteOpening = async (services: Services, actor: Actor, code: string): Promise<void> => {
  const id = `opened.${actor.memberId}.${code}.${services.clock.today()}`;
  if ((await services.store.get("seen", id)) !== undefined) return;
  const at = services.clock.now().toISOString();
  const writes = await auditWrites(services, caseChain(code), actor, { act: "case.opened", code, details: {} });
  await services.store.commit([
    { op: "put", doc: { kind: "seen", schemaVersion: 1, id, at, screen: {} }, expected: "new" },
    ...writes,
  ]);
};
