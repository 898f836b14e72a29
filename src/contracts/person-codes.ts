/** The closed lists that the page of a person reads, checked against the domain as those of codes.ts are. */
import type { DomainState } from "../domain/diagnostic/assessment.ts";
import type { LeftOut } from "../domain/diagnostic/explain.ts";
import type { FamilyId, SourceKind } from "../domain/framework/schema.ts";
import type { CaseFile, HealthAgreement } from "../domain/participant/case-file.ts";
import type { ToComplete } from "../domain/participant/identity-from-inputs.ts";
import type { ExitProof } from "../domain/review/outcomes.ts";
import type { AgeBand, FullReason } from "../domain/review/records.ts";
import type { FactAnswer, FactId } from "../domain/suggestion/facts.ts";

export const CANCEL_REASONS = ["error", "duplicate", "request"] as const satisfies readonly NonNullable<
  CaseFile["cancelled"]
>["reason"][];

export const TO_COMPLETE = [
  "givenName",
  "familyName",
  "birthDate",
  "commune",
  "reachable",
  "prescriber",
  "rightToWork",
  "willing",
] as const satisfies readonly ToComplete[];

export const DOMAIN_STATES = [
  "notAddressed",
  "nothing",
  "toExplore",
  "assessed",
  "declined",
  "notApplicable",
] as const satisfies readonly DomainState[];

export const LEFT_OUT = [
  "notAddressed",
  "toExplore",
  "declined",
  "notApplicable",
  "awaitsFirstAction",
  "notPartOfThisFigure",
] as const satisfies readonly LeftOut[];

export const SOURCE_KINDS = ["dit", "observe", "atteste"] as const satisfies readonly SourceKind[];
export const FAMILIES = [
  "vieQuotidienne",
  "savoirsConfianceEntourage",
  "versEmploi",
] as const satisfies readonly FamilyId[];
export const HEALTH = ["notAsked", "agreed", "refused", "withdrawn"] as const satisfies readonly HealthAgreement[];

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

export const FACT_ANSWERS = [
  ...["yes", "no", "unknown", "declined", "notNow", "doesNotWish", "nobody", "requested", "none"],
  ...["plie", "franceTravail", "accompagnementGlobal", "missionLocale", "capEmploi"],
  ...["accompagnementSocial", "creationActivite"],
  ...["EN_ACTIVITE", "DEUX_DERNIERES_ANNEES", "PLUS_DEUX_ANS", "JAMAIS"],
  ...["AFS", "CP4", "CFG", "C3A", "C12", "NV5", "NV4", "NV3", "NV2", "NV1"],
  ...["FT", "CD", "ML", "CE", "IND"],
] as const satisfies readonly FactAnswer[];

export const FULL_REASONS = [
  "wayOut",
  "disagreement",
  "fragile",
  "noLead",
  "urgent",
  "onRequest",
  "drawn",
  "otherCell",
  "secondStudy",
] as const satisfies readonly FullReason[];

export const AGE_BANDS = [
  "under26",
  "26to29",
  "30to44",
  "45to54",
  "55up",
  "unknown",
] as const satisfies readonly AgeBand[];

export const EXIT_PROOFS = [
  "jobContract",
  "employerStatement",
  "payslip",
  "businessRegistration",
  "trainingStatement",
  "personsStatement",
  "none",
] as const satisfies readonly ExitProof[];

/** What is told of the past of a case. Drafts, and what was left to be mended, are no acts. */
export const PAST_ACTS = [
  "participant.registered",
  "entry.entered",
  "overview.recorded",
  "assessment.recorded",
  "assessment.recordedUrgent",
  "urgent.raised",
  "urgent.done",
  "round.opened",
  "situation.recorded",
  "esf.recorded",
  "esf.signed",
  "exitProof.received",
  "exitProof.awaited",
  "stagePoint.record.recorded",
  "case.archived",
  "case.unarchived",
  "case.stillFollowed",
  "bilan.recorded",
  "evidence.settled",
  "personView.recorded",
  "recommendation.recorded",
  "lead.setAside",
  "lead.takenBack",
  "identity.corrected",
  "rights.requested",
  "rights.answered",
  "notice.given",
  "health.agreed",
  "health.refused",
  "health.withdrawn",
  "review.submitted",
  "review.decided",
  "review.adjourned",
  "review.withdrawn",
  "review.reopened",
  "review.secondAsked",
  "review.takenInFull",
  "record.cancelled",
  "record.reopened",
  "record.merged",
  "record.received",
  "case.newParcours",
  "case.reopened",
  "case.substituted",
  "case.substituteLeft",
  "case.transferred",
  "case.moveTold",
  "contact.noted",
  "appointment.missed",
  "appointment.held",
  "outreach.opened",
  "outreach.reviewed",
  "prescriber.told",
  "parcours.ended",
  "parcours.suspend.recorded",
  "parcours.planReturn.recorded",
  "parcours.resume.recorded",
  "followUp.hold.recorded",
  "exitNews.record.recorded",
  "action.planned",
  "action.changed",
  "action.deferred",
  "action.signed",
  "action.cancelled",
  "preparation.recorded",
  "handover.relay",
  "handover.urgent",
  "handover.sheet",
  "handover.agree",
  "handover.refer",
  "handover.referAccepted",
  "handover.referRefused",
  "handover.send",
  "handover.remind",
  "handover.call",
  "handover.accepted",
  "handover.refused",
  "handover.next",
  "handover.heldPerson",
  "handover.heldPartner",
  "handover.unreached",
  "handover.stillYes",
  "handover.stillNo",
  "handover.stillUnknown",
  "handover.giveUp",
] as const;
