/**
 * What is done again and again: sending what is due, telling members what they have to do, asking about what may not have arrived, counting
 * needs, sealing the audit, removing what has outlived its time.
 */
import type { Outbox } from "../src/outbox/outbox.ts";
import { askAboutUnseen } from "../src/use-cases/ask-about-unseen.ts";
import { coverNewcomers } from "../src/use-cases/apply-case-moves.ts";
import { checkRosters } from "../src/use-cases/check-rosters.ts";
import { freezeExtractions } from "../src/use-cases/freeze-extractions.ts";
import { finishErasures } from "../src/use-cases/finish-erasures.ts";
import { listRetention } from "../src/use-cases/list-retention.ts";
import { followDelays } from "../src/use-cases/follow-delays.ts";
import { openLateOutreach } from "../src/use-cases/open-outreach.ts";
import { remindMembers } from "../src/use-cases/remind-members.ts";
import { sealAudit } from "../src/use-cases/seal-audit.ts";
import { undoCancelledSessions } from "../src/use-cases/cancel-session.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { createImporter } from "./importer.ts";
import { createMover } from "./mover.ts";
import { createProjector } from "./projector.ts";

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
const UPKEEP_MS = 3_600_000;
const UNSEEN_MS = 60_000;
const REMINDERS_MS = 60_000;
/** How long a stop lets what is due leave; the rest waits in the store for the next start. */
const LAST_SENDS_MS = 2_000;
/** An answer waits this long for its message to be replaced first; then the message follows. */
const PATIENCE_MS = 800;

export interface Rounds {
  start(): void;
  /** Sends at once; resolves when it is done in this chat (in all of them when none is named), or after a short while. */
  sendNow(conversationId?: string): Promise<void>;
  stop(): Promise<void>;
}

/** Resolves with `work`, or after a while. */
const within = async (work: Promise<void>, milliseconds: number): Promise<void> => {
  let waited: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (waited = setTimeout(resolve, milliseconds)));
  await Promise.race([work, patience]).finally(() => clearTimeout(waited));
};

export const createRounds = (services: Services, outbox: Outbox): Rounds => {
  const projector = createProjector(services);
  const mover = createMover(services);
  const importer = createImporter(services);
  let stopped = false;
  let sending: NodeJS.Timeout | undefined;
  let upkeep: NodeJS.Timeout | undefined;
  let unseen: NodeJS.Timeout | undefined;
  let reminders: NodeJS.Timeout | undefined;
  let pause = FIRST_PAUSE_MS;
  let wiped = "";
  let triedOn = "";
  const next = (): void => {
    if (stopped) return;
    clearTimeout(sending);
    // Without waiting for the end: a chat that hangs must hold back neither what is due elsewhere nor the counts.
    const poll = (): void => {
      void outbox.drain();
      void projector.run();
      void mover.run();
      void importer.run();
      next();
    };
    sending = setTimeout(poll, pause).unref();
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  };
  const doing = (task: Promise<unknown>): Promise<unknown> =>
    task.catch((cause: unknown) => services.log.error("upkeep.failed", { cause }));
  /** One task that fails does not hold back the other. */
  const keepUp = async (): Promise<void> => {
    let recent = wiped;
    for (const task of [
      () => followDelays(services, () => !stopped),
      () => sealAudit(services),
      () => checkRosters(services),
      () => coverNewcomers(services),
      () => openLateOutreach(services),
      () => undoCancelledSessions(services),
      () => freezeExtractions(services, () => !stopped),
      () => listRetention(services),
      async () => {
        recent = (await finishErasures(services, () => !stopped)).join();
      },
      // Writing everything again takes a while: only where somebody went since it was last done, and on a later day where it failed.
      async () => {
        const today = services.clock.today();
        const whole = !stopped && recent !== wiped && triedOn !== today;
        if (whole) triedOn = today;
        await services.store.purge({ whole });
        if (!whole) return;
        wiped = recent;
        triedOn = "";
      },
    ])
      await doing(task());
  };
  return {
    start: () => {
      next();
      void keepUp();
      upkeep = setInterval(() => void keepUp(), UPKEEP_MS).unref();
      unseen = setInterval(() => void doing(askAboutUnseen(services)), UNSEEN_MS).unref();
      reminders = setInterval(() => void doing(remindMembers(services)), REMINDERS_MS).unref();
    },
    sendNow: async (conversationId) => {
      // What is to be tried again is due in about a second: the long pause of a quiet hour would come too late.
      pause = FIRST_PAUSE_MS;
      if (sending !== undefined) next();
      await within(outbox.drain(conversationId), PATIENCE_MS);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(sending);
      clearInterval(upkeep);
      clearInterval(unseen);
      clearInterval(reminders);
      await Promise.all([
        within(outbox.drain(), LAST_SENDS_MS).then(() => outbox.stop()),
        projector.stop(),
        mover.stop(),
        importer.stop(),
      ]);
    },
  };
};
