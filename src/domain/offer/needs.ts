/** Which needs nobody answers, kept by the projector: one row a case, and the news for its référent. */
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
