import { openPictureReader } from "../src/use-cases/parts/read-picture.ts";
import { projectCases } from "../src/use-cases/project-cases.ts";
import type { Services } from "../src/use-cases/frame/services.ts";

/** What keeps lists and counters up to date. */
export interface Projector {
  /** One run at a time: a run under way takes what was just written. Never fails: what could not be counted is at the next run. */
  run(): Promise<void>;
  /** Resolves once the batch under way is written; nothing is counted afterwards. */
  stop(): Promise<void>;
}

export const createProjector = (services: Services): Projector => {
  let stopped = false;
  let running: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    try {
      await projectCases(services, openPictureReader, () => !stopped);
    } catch (cause) {
      services.log.error("projector.failed", { cause });
    }
  };
  return {
    run: () => (running ??= work().finally(() => (running = undefined))),
    stop: async () => {
      stopped = true;
      await running;
    },
  };
};
