/** `GET /api/exports?from&to`: what the export towards the PLIE's software holds, and what was transmitted in the period. */
import * as z from "zod/mini";

const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

export const TRANSMISSION_BODIES = ["FT", "CD", "ML", "CE"] as const;

export const exportsPage = z.strictObject({
  version: z.string(),
  /** The columns stand as the PLIE chose them: the maker of its software has not confirmed them. */
  unconfirmed: z.boolean(),
  columns: many(z.strictObject({ name: z.string(), about: z.string() })),
  /** Null for who may not see them. */
  transmissions: z.nullable(
    many(
      z.strictObject({
        id: z.string(),
        code: z.string(),
        to: z.enum(TRANSMISSION_BODIES),
        agreedOn: z.iso.date(),
        by: z.nullable(z.string()),
      }),
    ),
  ),
});
export type ExportsPage = z.infer<typeof exportsPage>;

/** `GET /api/participants/:code/transmissions`: what left, in France Travail's own words. */
export const personTransmissions = z.strictObject({
  transmissions: many(
    z.strictObject({
      id: z.string(),
      to: z.enum(TRANSMISSION_BODIES),
      agreedOn: z.iso.date(),
      by: z.nullable(z.string()),
      withoutHealth: z.boolean(),
      sent: many(
        z.strictObject({
          libelle: z.string(),
          valeur: z.enum(["NON_ABORDEE", "OUI", "CLOTUREE"]),
          impact: z.nullable(z.enum(["FAIBLE", "FORT"])),
          estPrioritaire: z.boolean(),
        }),
      ),
    }),
  ),
});
export type PersonTransmissions = z.infer<typeof personTransmissions>;
