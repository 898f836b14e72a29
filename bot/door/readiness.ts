import type { Log } from "../../src/ports/log.ts";
import type { TokenGuard } from "./token-guard.ts";

export interface ReadinessOptions {
  readonly ready: () => Promise<readonly string[]>;
  readonly guard: TokenGuard | undefined;
  readonly stopping: boolean;
  readonly log: Log;
}

const DEADLINE = 3_000;

/** The names of what is not ready, within three seconds: a probe that hangs says nothing. */
export async function readiness({ ready, guard, stopping, log }: ReadinessOptions): Promise<readonly string[]> {
  if (stopping) return ["arrêt en cours"];
  const keys = guard?.ready() ?? Promise.resolve(true);
  const [others, hasKeys] = await Promise.all([namesInTime(ready, log), orNo(keys)]);
  return hasKeys ? others : [...others, "clés de signature de Microsoft"];
}

async function namesInTime(ready: () => Promise<readonly string[]>, log: Log): Promise<readonly string[]> {
  try {
    return await Promise.race([ready(), timeout(["contrôles trop lents"])]);
  } catch (cause) {
    log.error("http.failed", { route: "/readyz", cause });
    return ["contrôles en échec"];
  }
}

const orNo = (keys: Promise<boolean>): Promise<boolean> => Promise.race([keys, timeout(false)]);

const timeout = <T>(value: T): Promise<T> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(value), DEADLINE).unref();
  });
