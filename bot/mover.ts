import { applyCaseMoves } from "../src/use-cases/apply-case-moves.ts";
import type { Services } from "../src/use-cases/frame/services.ts";

/** What makes cases pass on the day that was planned. */
export interface Mover {
  /** One run at a time. Never fails: what could not be done is at the next run. */
  run(): Promise<void>;
  /** Resolves once the case under way is written; none passes afterwards. */
  stop(): Promise<void>;
}

export const createMover = (services: Services): Mover => {
  let stopped = false;
  let running: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    try {
      await applyCaseMoves(services, () => !stopped);
    } catch (cause) {
      services.log.error("moves.failed", { cause });
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
