/** `GET /api/me`: who the person in front of the tab is to the PLIE. */
// The namespace, not the named export, which would bring every language of zod (360 kB) into the tab.
import * as z from "zod";
import type { Role } from "../domain/people/member.ts";

const ROLES = [
  "referent",
  "chargeDeProjet",
  "coordinatrice",
  "assistante",
  "membreCellule",
] as const satisfies readonly Role[];

export const me = z.strictObject({
  name: z.string(),
  roles: z.array(z.enum(ROLES)).readonly(),
  plie: z.strictObject({ id: z.string(), name: z.string() }),
});
export type Me = z.infer<typeof me>;
