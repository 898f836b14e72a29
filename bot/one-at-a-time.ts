/** A task that comes back again and again, in one process. */
export interface OneAtATime {
  /** One run at a time: a run under way takes what was just written. Never fails: what could not be done is at the next run. */
  run(): Promise<void>;
  /** Resolves once the batch under way is written; nothing is done afterwards. */
  stop(): Promise<void>;
}

/** `goesOn` is false once it is to stop. */
export const oneAtATime = (
  task: (goesOn: () => boolean) => Promise<unknown>,
  failed: (cause: unknown) => void,
): OneAtATime => {
  let stopped = false;
  let running: Promise<void> | undefined;
  const work = async (): Promise<void> => {
    try {
      await task(() => !stopped);
    } catch (cause) {
      failed(cause);
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
