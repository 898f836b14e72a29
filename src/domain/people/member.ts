/** The people of one PLIE, as the team file names them. Known by object id and tenant, never by a name or an address. */
import { z } from "zod";

export const ROLE_IDS = ["referent", "chargeDeProjet", "coordinatrice", "assistante", "membreCellule"] as const;
export const roleId = z.enum(ROLE_IDS);
export type Role = z.infer<typeof roleId>;

/** An Entra object or tenant id, in lower case so that two spellings are one person. */
export const directoryId = z.guid().toLowerCase();

export const member = z.strictObject({
  aadObjectId: directoryId,
  name: z.string().trim().min(1).max(120),
  roles: z
    .array(roleId)
    .min(1)
    .refine((roles) => new Set(roles).size === roles.length, "un même rôle est écrit deux fois")
    .readonly(),
});
export type Member = Readonly<z.infer<typeof member>>;
