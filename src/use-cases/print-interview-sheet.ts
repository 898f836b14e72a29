import { z } from "zod";
import type { Framework } from "../domain/framework/schema.ts";
import { hasRole } from "../domain/people/actor.ts";
import { done } from "./frame/result.ts";
import { query } from "./frame/use-case.ts";

const input = z.strictObject({});

/** Prints the blank Feuille d'entretien of the framework in force. It names nobody: no case is opened by it. */
export const printInterviewSheet = query<z.infer<typeof input>, null, Framework>({
  act: "interviewSheet.print",
  input,
  load: () => Promise.resolve(done(null)),
  allow: (actor) => (hasRole(actor, "referent", "chargeDeProjet", "coordinatrice") ? null : "roleMayNot"),
  run: (services) => done(services.frameworks.current),
});
