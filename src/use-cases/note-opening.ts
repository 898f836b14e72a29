import type { Actor } from "../domain/people/actor.ts";
import { auditWrites, caseChain } from "./audit-trail.ts";
import type { Services } from "./services.ts";
import { untilWritten } from "./until-written.ts";

/** Who opened whose file, once a day for each member and case: written before anything is shown. */
export const noteOpening = async (services: Services, actor: Actor, code: string): Promise<void> => {
  const id = `opened.${actor.memberId}.${code}.${services.clock.today()}`;
  await untilWritten(services, async () => {
    if ((await services.store.get("seen", id)) !== undefined) return true;
    const at = services.clock.now().toISOString();
    const writes = await auditWrites(services, caseChain(code), actor, { act: "case.opened", code, details: {} });
    const committed = await services.store.commit([
      { op: "put", doc: { kind: "seen", schemaVersion: 1, id, at, screen: {} }, expected: "new" },
      ...writes,
    ]);
    return committed.ok ? true : undefined;
  });
};
