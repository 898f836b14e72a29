import { applyImports } from "../src/use-cases/apply-imports.ts";
import type { Services } from "../src/use-cases/frame/services.ts";
import { oneAtATime, type OneAtATime } from "./one-at-a-time.ts";

/** What goes on with the imports that were begun. */
export const createImporter = (services: Services): OneAtATime =>
  oneAtATime(
    (goesOn) => applyImports(services, goesOn),
    (cause) => services.log.error("import.failed", { cause }),
  );
