/** What is kept of a lead, and of what people said of it. */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { LEAD_KINDS } from "./lead-kinds.ts";

/** *Ma préconisation*: stays, with or without relays; goes to one of the other leads; or nothing yet. */
export const RECOMMENDATIONS = [
  "stay",
  "stayWithRelays",
  ...LEAD_KINDS.filter((kind) => kind !== "plie").map((kind) => `reorient:${kind}` as const),
  "toComplete",
] as const;
export const recommendationChoice = z.enum(RECOMMENDATIONS);
export type RecommendationChoice = z.infer<typeof recommendationChoice>;

const said = z.strictObject({ choice: recommendationChoice, why: z.string(), by: memberId, at: instant });

/** Why the lead is set aside; recorded, never held against anyone. */
export const ASIDE_REASONS = [
  "infoToCorrect",
  "notForeseen",
  "otherView",
  "noPlace",
  "personsChoice",
  "other",
] as const;
export const asideReason = z.enum(ASIDE_REASONS);
export type AsideReason = z.infer<typeof asideReason>;

/** *Ma préconisation* in one round. `before` is the last one written before the lead was shown: it never changes afterwards. */
export const recommendation = z.strictObject({
  kind: z.literal("recommendation"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  round: z.number().int().nonnegative(),
  said,
  before: said.nullable(),
  /** The id of the stored lead first shown beside it; null: not shown yet. */
  leadShown: z.string().nullable(),
  /** The lead set aside by one click; null: it is not. */
  aside: z.strictObject({ reason: asideReason, lead: z.string(), by: memberId, at: instant }).nullable(),
});
export type Recommendation = z.infer<typeof recommendation>;

/**
 * A lead that was shown, submitted or printed: its inputs, both versions, its result and the services that it names or excludes, as text (JSON)
 * so that it is read back byte for byte. `withdrawn`: health was removed at the person's request; no longer replayable, and says so.
 */
export const storedLead = z.strictObject({
  kind: z.literal("lead"),
  schemaVersion: z.literal(1),
  /** `<code>.<parcours>.<round>.<random>`: never a digest of what it holds, from which a level that was withdrawn could be found again. */
  id: z.string(),
  code: participantCode,
  parcours: z.number().int().positive(),
  round: z.number().int().nonnegative(),
  frameworkVersion: z.string(),
  directoryVersion: z.string(),
  asOf: day,
  inputs: z.string(),
  /** The offers named or excluded, whole. */
  offers: z.string(),
  lead: z.string(),
  withdrawn: z.boolean(),
  at: instant,
});
export type StoredLead = z.infer<typeof storedLead>;
