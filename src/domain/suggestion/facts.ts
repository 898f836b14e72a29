/**
 * Facts about the situation, apart from the diagnostic: for eligibility and reports only. None of them enters a figure or the rank of a lead,
 * except through an eligibility that a partner states in the open.
 */
import { z } from "zod";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";
import { LEAD_KINDS } from "./lead-kinds.ts";

/** *Ne sait pas* is never a no; *ne souhaite pas répondre* is never a blank. Null: not asked yet. */
export const ANSWERS = ["yes", "no", "unknown", "declined"] as const;

/** Every fact, and the answers that it may have. Source: method of the PLIE, §3; the lists of `lastJob`, `diploma` and `referringBody` are those of the national orientation exchanges. */
export const FACTS = {
  /** *Cherche un emploi maintenant*, said by the person. */
  seeksWork: ["yes", "notNow", "doesNotWish", "unknown", "declined"],
  /** Who accompanies now. */
  accompaniedBy: ["nobody", ...LEAD_KINDS, "unknown", "declined"],
  lastJob: ["EN_ACTIVITE", "DEUX_DERNIERES_ANNEES", "PLUS_DEUX_ANS", "JAMAIS", "unknown", "declined"],
  franceTravail: ANSWERS,
  rsa: ANSWERS,
  ass: ANSWERS,
  aah: ANSWERS,
  /** The status only, never its cause. */
  rqth: ["yes", "requested", "no", "unknown", "declined"],
  /** Present contract in an insertion structure. */
  iae: ANSWERS,
  diploma: ["AFS", "CP4", "CFG", "C3A", "C12", "NV5", "NV4", "NV3", "NV2", "NV1", "unknown", "declined"],
  /** Lives in a priority district. */
  qpv: ANSWERS,
  /** The body that refers the person, for those on RSA: IND, FT, CD, ML, CE. */
  referringBody: ["FT", "CD", "ML", "CE", "IND", "none", "unknown", "declined"],
  /** A present *contrat d'engagement*. */
  engagement: ANSWERS,
  /** Wishes to create their own activity. */
  wantsToCreate: ANSWERS,
} as const;
export type FactId = keyof typeof FACTS;
export type FactAnswer = (typeof FACTS)[FactId][number];
export const FACT_IDS = [
  "seeksWork",
  "accompaniedBy",
  "lastJob",
  "franceTravail",
  "rsa",
  "ass",
  "aah",
  "rqth",
  "iae",
  "diploma",
  "qpv",
  "referringBody",
  "engagement",
  "wantsToCreate",
] as const satisfies readonly FactId[];

/** Each fact with its answer; null where it was not asked. `rightToWorkUntil` is the day on which the right to work ends; null: none known. */
export const situationFacts = z.strictObject({
  seeksWork: z.enum(FACTS.seeksWork).nullable(),
  accompaniedBy: z.enum(FACTS.accompaniedBy).nullable(),
  lastJob: z.enum(FACTS.lastJob).nullable(),
  franceTravail: z.enum(ANSWERS).nullable(),
  rsa: z.enum(ANSWERS).nullable(),
  ass: z.enum(ANSWERS).nullable(),
  aah: z.enum(ANSWERS).nullable(),
  rqth: z.enum(FACTS.rqth).nullable(),
  iae: z.enum(ANSWERS).nullable(),
  diploma: z.enum(FACTS.diploma).nullable(),
  qpv: z.enum(ANSWERS).nullable(),
  referringBody: z.enum(FACTS.referringBody).nullable(),
  engagement: z.enum(ANSWERS).nullable(),
  wantsToCreate: z.enum(ANSWERS).nullable(),
  rightToWorkUntil: day.nullable(),
});
export type SituationFacts = z.infer<typeof situationFacts>;

/** Nothing asked yet. */
export const NOTHING_ASKED: SituationFacts = {
  seeksWork: null,
  accompaniedBy: null,
  lastJob: null,
  franceTravail: null,
  rsa: null,
  ass: null,
  aah: null,
  rqth: null,
  iae: null,
  diploma: null,
  qpv: null,
  referringBody: null,
  engagement: null,
  wantsToCreate: null,
  rightToWorkUntil: null,
};

/** The situation of a person in one parcours: one document, one version. */
export const situationRecord = z.strictObject({
  kind: z.literal("situation"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  facts: situationFacts,
  by: memberId,
  at: instant,
});
export type SituationRecord = z.infer<typeof situationRecord>;
