import { openPictureReader } from "../src/use-cases/parts/read-picture.ts";
import { projectCases } from "../src/use-cases/project-cases.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { oneAtATime, type OneAtATime } from "./one-at-a-time.ts";

/** What keeps lists and counters up to date. */
export const createProjector = (services: Services): OneAtATime =>
  oneAtATime(
    (goesOn) => projectCases(services, openPictureReader, goesOn),
    (cause) => services.log.error("projector.failed", { cause }),
  );
