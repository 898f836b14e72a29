import { z } from "zod";

/** The seven leads (référent unique): who accompanies the person as a whole. */
export const LEAD_KINDS = [
  "plie",
  "franceTravail",
  "accompagnementGlobal",
  "missionLocale",
  "capEmploi",
  "accompagnementSocial",
  "creationActivite",
] as const;
export const leadKind = z.enum(LEAD_KINDS);
export type LeadKind = z.infer<typeof leadKind>;
