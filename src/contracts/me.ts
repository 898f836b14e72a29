/** `GET /api/me`: who the person in front of the tab is to the PLIE. */
import * as z from "zod/mini";
import type { Role } from "../domain/people/member.ts";

export const MEMBER_ROLES = [
  "referent",
  "chargeDeProjet",
  "coordinatrice",
  "assistante",
  "membreCellule",
] as const satisfies readonly Role[];

export const me = z.strictObject({
  name: z.string(),
  roles: z.readonly(z.array(z.enum(MEMBER_ROLES))),
  plie: z.strictObject({ id: z.string(), name: z.string() }),
});
export type Me = z.infer<typeof me>;

export type MemberRole = Me["roles"][number];
