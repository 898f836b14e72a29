import type { Actor } from "../../domain/people/actor.ts";
import type { Write } from "../../ports/store.ts";
import { auditWrites, caseChain, memberChain } from "./audit-trail.ts";
import type { Services } from "./services.ts";
import { untilWritten } from "./until-written.ts";

const onceADay = async (services: Services, what: string, writes: () => Promise<readonly Write[]>): Promise<void> => {
  const id = `${what}.${services.clock.today()}`;
  await untilWritten(services, async () => {
    if ((await services.store.get("seen", id)) !== undefined) return true;
    const at = services.clock.now().toISOString();
    const guard: Write = {
      op: "put",
      doc: { kind: "seen", schemaVersion: 1, id, at, screen: {} },
      expected: "new",
    };
    return (await services.store.commit([guard, ...(await writes())])).ok ? true : undefined;
  });
};

/** Who opened whose file, once a day for each member and case: written before anything is shown. */
export const noteOpening = (services: Services, actor: Actor, code: string): Promise<void> =>
  onceADay(services, `opened.${actor.memberId}.${code}`, () =>
    auditWrites(services, caseChain(code), actor, { act: "case.opened", code, details: {} }),
  );

/** Someone who is not of the team knocked: once a day for each and each door, so that whoever insists does not fill the store. */
export const noteStranger = (
  services: Services,
  actor: Actor,
  door: "bot.enter" | "tab.enter" = "bot.enter",
): Promise<void> =>
  onceADay(services, `stranger.${door}.${actor.memberId}`, () =>
    auditWrites(services, memberChain(actor.memberId), actor, {
      act: `refused:${door}`,
      code: null,
      details: { refusal: "stranger" },
    }),
  );

/** Who took which month of the extraction, once a day: it holds everyone's codes and dates. */
export const noteExtraction = (services: Services, actor: Actor, month: string): Promise<void> =>
  onceADay(services, `extraction.${actor.memberId}.${month}`, () =>
    auditWrites(services, memberChain(actor.memberId), actor, {
      act: "extraction.taken",
      code: null,
      details: { month },
    }),
  );

/** Who took what moved in which period, towards the PLIE's own software: once a day. */
export const noteExport = (
  services: Services,
  actor: Actor,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> =>
  onceADay(services, `export.${actor.memberId}.${from}.${to}`, () =>
    auditWrites(services, memberChain(actor.memberId), actor, {
      act: "export.taken",
      code: null,
      details: { from, to },
    }),
  );

/** Who took the list of pieces to complete, once a day: it holds names. */
export const notePieces = (services: Services, actor: Actor): Promise<void> =>
  onceADay(services, `pieces.${actor.memberId}`, () =>
    auditWrites(services, memberChain(actor.memberId), actor, { act: "pieces.taken", code: null, details: {} }),
  );
