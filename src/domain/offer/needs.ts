/** Which needs nobody answers, kept by the projector: one row a case, counters by theme and commune group. */
import { z } from "zod";
import { DOMAIN_IDS } from "../framework/domains.ts";
import { instant, memberId, participantCode } from "../participant/codes.ts";

const need = z.strictObject({ domain: z.enum(DOMAIN_IDS), themes: z.array(z.string()) });

/** What a case counts for now. Holds no level. */
export const caseNeeds = z.strictObject({
  kind: z.literal("caseNeeds"),
  schemaVersion: z.literal(1),
  code: participantCode,
  referentId: memberId,
  /** The commune group; empty where the commune is not known. */
  group: z.string(),
  unmet: z.array(need).max(DOMAIN_IDS.length),
  saturated: z.array(need).max(DOMAIN_IDS.length),
  /** Digest of which versions of the diagnostic, situation and identity were read: the same one means that nothing moved but the offer. */
  readFrom: z.string(),
  /** The directory it was read against. */
  directoryVersion: z.string(),
});
export type CaseNeeds = z.infer<typeof caseNeeds>;

/** People with an unmet, or a saturated, need: by theme (or domain where it has none) and commune group. One document a generation. */
export const needsCount = z.strictObject({
  kind: z.literal("needsCount"),
  schemaVersion: z.literal(1),
  /** A rebuild writes a new generation, then switches. */
  generation: z.string(),
  /** `<theme or domain>|<group>` to the number of people. */
  unmet: z.record(z.string(), z.number().int()),
  saturated: z.record(z.string(), z.number().int()),
});
export type NeedsCount = z.infer<typeof needsCount>;

/** Says that a case moved: taken by the projector, removed with what it counted. */
export const marker = z.strictObject({
  kind: z.literal("marker"),
  schemaVersion: z.literal(1),
  code: participantCode,
  edition: z.number().int().nonnegative(),
  at: instant,
});
export type Marker = z.infer<typeof marker>;

/**
 * Where the projector stands: the generation that is read, and the directory that every row was read against. Written with each batch, so that
 * two instances never count at once.
 */
export const projection = z.strictObject({
  kind: z.literal("projection"),
  schemaVersion: z.literal(1),
  generation: z.string(),
  /** Version of the directory with the edition of its notes; another one means that every case is to be read again. Null: never yet. */
  offer: z.string().nullable(),
  /** Every case is being read again, in the order of codes: those up to `after` are counted in the next generation as well. */
  pass: z.strictObject({ generation: z.string(), offer: z.string(), after: participantCode.nullable() }).nullable(),
});
export type Projection = z.infer<typeof projection>;

/** To tell a référent once that a service now answers a need that nobody answered. */
export const offerNews = z.strictObject({
  kind: z.literal("offerNews"),
  schemaVersion: z.literal(1),
  code: participantCode,
  domain: z.enum(DOMAIN_IDS),
  service: z.string(),
  referentId: memberId,
  at: instant,
  /** When it was first shown on *Accueil*; null: not yet. */
  toldAt: instant.nullable(),
});
export type OfferNews = z.infer<typeof offerNews>;
