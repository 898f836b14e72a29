import { z } from "zod";
import type { Framework } from "../domain/framework/schema.ts";
import type { Member, Role } from "../domain/people/member.ts";

const MAY_PRINT: readonly Role[] = ["referent", "chargeDeProjet", "coordinatrice"];

/** Prints the blank Feuille d'entretien of the framework in force. It names nobody: no case is opened by it. */
export const printInterviewSheet = (deps: { readonly framework: Framework }) => ({
  input: z.strictObject({}),
  allow: (member: Member): boolean => member.roles.some((role) => MAY_PRINT.includes(role)),
  run: (): Framework => deps.framework,
});
export type PrintInterviewSheet = ReturnType<typeof printInterviewSheet>;
