import type { Services } from "./services.ts";

const WITHIN_MS = 2500;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 800;

/** Does work again, with full jitter, while it answers undefined (somebody else wrote first); undefined once 2.5 s are up. */
export const untilWritten = async <T>(
  services: Pick<Services, "clock" | "ids">,
  work: () => Promise<T | undefined>,
): Promise<T | undefined> => {
  const started = services.clock.now().getTime();
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    const answer = await work();
    if (answer !== undefined) return answer;
    const jittered = services.ids.random() * pause;
    if (services.clock.now().getTime() - started + jittered > WITHIN_MS) return undefined;
    await services.clock.pause(jittered);
  }
};
