/** When a person withdraws their agreement that health be noted: what is rewritten and what is removed. */
import { actionWithoutHealth, deferralWithoutHealth } from "../activation/without-health.ts";
import type { Action, ActionDeferral } from "../activation/records.ts";
import type { DoubleScoring, Scores } from "../calibration/records.ts";
import { transmissionWithoutHealth } from "../exchange/without-health.ts";
import { handoverWithoutHealth } from "../handover/without-health.ts";
import type { EndingWords } from "../outreach/records.ts";
import type { CaseFile } from "../participant/case-file.ts";
import { ofHealth } from "../participant/clock-facts.ts";
import type { Instant, MemberId } from "../participant/codes.ts";
import type { Checkpoint } from "../participant/path-records.ts";
import type { StagePoint } from "../participant/stage-point.ts";
import type { StoredDocument } from "../records/catalogue.ts";
import { requestWithoutHealth } from "../rights/records.ts";
import { snapshotWithoutHealth } from "../review/freeze.ts";
import type { Opinion, ReviewDecision, Snapshot } from "../review/records.ts";
import type { Recommendation, StoredLead } from "../suggestion/stored-lead.ts";
import { blankFinding } from "./findings.ts";

/** `keep`: the document holds nothing about health. */
export type HealthErasure =
  { readonly act: "keep" } | { readonly act: "remove" } | { readonly act: "rewrite"; readonly doc: StoredDocument };

/** The case once the agreement is withdrawn or refused: no screen about health is left to come back to, no suspension says that it was for health. */
export const healthClosed = (head: CaseFile, health: "withdrawn" | "refused"): CaseFile => ({
  ...head,
  health,
  pauses: head.pauses.map((pause) => (ofHealth(pause.reason) ? { ...pause, reason: null } : pause)),
  place: head.place?.at === "domain" && head.place.domain === "sante" ? { at: "overview" } : head.place,
});

/** A double scoring keeps no level of health, and one that was still open closes. */
const doubleWithoutHealth = (doc: DoubleScoring): DoubleScoring => {
  const without = ({ sante: _erased, ...others }: Scores): Scores => others;
  const closes = doc.state === "offered" || doc.state === "accepted";
  return {
    ...doc,
    first: without(doc.first),
    second: doc.second === null ? null : without(doc.second),
    state: closes ? "expired" : doc.state,
  };
};

/** Nothing of a lead says where health had a part in it: all of it goes, and it says so. */
const emptied = (lead: StoredLead): StoredLead => ({ ...lead, inputs: "", offers: "", lead: "", withdrawn: true });

/** Reasons are free text, and a route is often argued with health: the choice stays, its reasons are to be written again. */
const withoutReasons = (doc: Recommendation): Recommendation => ({
  ...doc,
  said: { ...doc.said, why: "" },
  before: doc.before === null ? null : { ...doc.before, why: "" },
});

/** What was written in a cell is argued with the same: the outcome stays, its reasons go. */
const ofReview = (doc: Snapshot | Opinion | ReviewDecision): Snapshot | Opinion | ReviewDecision => {
  switch (doc.kind) {
    case "snapshot":
      return snapshotWithoutHealth(doc);
    case "opinion":
      return { ...doc, why: "", next: "" };
    case "reviewDecision":
      return { ...doc, reasons: "", next: "" };
  }
};

type WithWords = Action | ActionDeferral | Checkpoint | EndingWords | StagePoint;
const WITH_WORDS: ReadonlySet<string> = new Set<WithWords["kind"]>([
  "action",
  "actionDeferral",
  "checkpoint",
  "endingWords",
  "stagePoint",
]);
const hasWordsOfTheTrade = (doc: StoredDocument): doc is WithWords => WITH_WORDS.has(doc.kind);

/** What was typed of actions, points and endings is argued with health as well: dates and codes stay, words go. */
const withoutWords = (doc: WithWords): StoredDocument => {
  switch (doc.kind) {
    case "action":
      return actionWithoutHealth(doc);
    case "actionDeferral":
      return deferralWithoutHealth(doc);
    case "checkpoint":
    case "stagePoint":
      return { ...doc, agreed: "" };
    case "endingWords":
      return { ...doc, why: "", door: "" };
  }
};

/**
 * What becomes of one document of the case. Every round and parcours is concerned; an assessment then reads *ne souhaite pas en parler*.
 * Events, audit and counters hold no level of health and stay, so that chains and rebuilds remain valid.
 */
export const withdrawHealth = (
  doc: StoredDocument,
  author: { readonly by: MemberId; readonly now: Instant },
): HealthErasure => {
  if (doc.kind === "draft") return doc.aboutHealth ? { act: "remove" } : { act: "keep" };
  if (doc.kind === "pastFinding" || doc.kind === "offerNews")
    return doc.domain === "sante" ? { act: "remove" } : { act: "keep" };
  if (doc.kind === "doubleScoring") return { act: "rewrite", doc: doubleWithoutHealth(doc) };
  // What kept someone from coming, or from going on, may be their health: what was seen and its levels stay.
  if (doc.kind === "actionBilan") return { act: "rewrite", doc: { ...doc, facts: "", words: "", understood: "" } };
  if (hasWordsOfTheTrade(doc)) return { act: "rewrite", doc: withoutWords(doc) };
  if (doc.kind === "case") return { act: "rewrite", doc: healthClosed(doc, "withdrawn") };
  if (doc.kind === "pastParcours")
    return { act: "rewrite", doc: { ...doc, head: healthClosed(doc.head, "withdrawn") } };
  if (doc.kind === "lead") return doc.withdrawn ? { act: "keep" } : { act: "rewrite", doc: emptied(doc) };
  if (doc.kind === "recommendation") return { act: "rewrite", doc: withoutReasons(doc) };
  if (doc.kind === "snapshot" || doc.kind === "opinion" || doc.kind === "reviewDecision")
    return { act: "rewrite", doc: ofReview(doc) };
  if (doc.kind === "rightsRequest") return { act: "rewrite", doc: requestWithoutHealth(doc) };
  if (doc.kind === "transmission") return { act: "rewrite", doc: transmissionWithoutHealth(doc) };
  if (doc.kind === "handover") return { act: "rewrite", doc: handoverWithoutHealth(doc) };
  if (doc.kind !== "assessment" || doc.domain !== "sante") return { act: "keep" };
  const finding = blankFinding("declined", author);
  return { act: "rewrite", doc: { ...doc, edition: doc.edition + 1, finding, draft: null } };
};
