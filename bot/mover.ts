import { applyCaseMoves } from "../src/use-cases/apply-case-moves.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { oneAtATime, type OneAtATime } from "./one-at-a-time.ts";

/** What makes cases pass on the day that was planned. */
export const createMover = (services: Services): OneAtATime =>
  oneAtATime(
    (goesOn) => applyCaseMoves(services, goesOn),
    (cause) => services.log.error("moves.failed", { cause }),
  );
