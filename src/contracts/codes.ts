/**
 * The closed lists of the trade as the browser knows them. Written here because a contract takes nothing but types from the domain; a code that
 * the domain does not have does not compile here, and one that is missing does not compile where the API answers with it.
 */
import type { Step } from "../domain/dashboard/steps.ts";
import type { DomainId } from "../domain/framework/domains.ts";
import type { CaseStatus } from "../domain/participant/case-file.ts";
import type { Ending } from "../domain/participant/clock-facts.ts";
import type { MilestoneId } from "../domain/participant/milestones.ts";
import type { Eligibility } from "../domain/suggestion/condition.ts";
import type { SituationFacts } from "../domain/suggestion/facts.ts";
import type { LeadKind } from "../domain/suggestion/lead-kinds.ts";
import type { NeedAnswer, TestLine } from "../domain/suggestion/lead.ts";
import type { AsideReason, RecommendationChoice } from "../domain/suggestion/stored-lead.ts";

export const DOMAINS = [
  "mobilite",
  "logement",
  "sante",
  "famille",
  "finances",
  "droits",
  "savoirs",
  "numerique",
  "confiance",
  "entourage",
  "projet",
  "competences",
  "recherche",
  "travail",
] as const satisfies readonly DomainId[];

export const CASE_STATUSES = [
  "oriented",
  "entered",
  "decided",
  "inPath",
  "reoriented",
  "left",
  "cancelled",
] as const satisfies readonly CaseStatus[];

/** In the order in which a person goes through them. */
export const STEPS = [
  "toMeet",
  "assessing",
  "assessed",
  "synthesised",
  "underReview",
  "toComplete",
  "decided",
  "inPath",
  "reoriented",
  "left",
] as const satisfies readonly Step[];

export const MILESTONES = [
  "firstContact",
  "firstAppointment",
  "outreachReview",
  "t0",
  "firstAction",
  "actionDone",
  "bilan",
  "t1",
  "synthesis",
  "cell",
  "complete",
  "decision",
  "handoverSend",
  "handoverReminder",
  "handoverCall",
  "handoverFallback",
  "handoverAppointment",
  "handoverFollow",
  "followUp",
  "exitFollowUp",
  "esfEntry",
  "esfExit",
  "esfLater",
  "rightsAnswer",
  "resume",
] as const satisfies readonly MilestoneId[];

/** How a parcours ends without a cell. */
export const ENDINGS = [
  "lastingJob",
  "transitionJob",
  "training",
  "movedAway",
  "request",
  "noNews",
  "retirement",
  "death",
  "notEligible",
] as const satisfies readonly Ending[];

export const LEAD_KINDS = [
  "plie",
  "franceTravail",
  "accompagnementGlobal",
  "missionLocale",
  "capEmploi",
  "accompagnementSocial",
  "creationActivite",
] as const satisfies readonly LeadKind[];

export const CHOICES = [
  "stay",
  "stayWithRelays",
  "reorient:franceTravail",
  "reorient:accompagnementGlobal",
  "reorient:missionLocale",
  "reorient:capEmploi",
  "reorient:accompagnementSocial",
  "reorient:creationActivite",
  "toComplete",
] as const satisfies readonly RecommendationChoice[];

export const ASIDE_REASONS = [
  "infoToCorrect",
  "notForeseen",
  "otherView",
  "noPlace",
  "personsChoice",
  "other",
] as const satisfies readonly AsideReason[];

export const ELIGIBILITIES = ["eligible", "excluded", "soon", "toVerify"] as const satisfies readonly Eligibility[];

export const ANSWERED_BY = [
  "lead",
  "step",
  "relay",
  "later",
  "toVerify",
  "unmet",
] as const satisfies readonly NeedAnswer["by"][];

export const LINE_CODES = [
  "wishesNoSearch",
  "wishNotKnown",
  "wishDeclined",
  "seeks",
  "tooFewAddressed",
  "differsOverRange",
  "holdsOverRange",
  "noNeed",
  "someNeed",
  "manyLight",
  "fewLight",
  "reinforced",
  "notReinforced",
  "coverage",
] as const satisfies readonly TestLine["code"][];

/** Who refers a person on RSA, as it may have been answered. */
export const REFERRING_BODIES = [
  "FT",
  "CD",
  "ML",
  "CE",
  "IND",
  "none",
  "unknown",
  "declined",
] as const satisfies readonly NonNullable<SituationFacts["referringBody"]>[];
