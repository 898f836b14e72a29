/**
 * How long each kind of document is kept, and what becomes of it when a person's file is erased. A kind without its line does not compile.
 *
 * - `person`: about somebody, in words or in levels; goes with their file.
 * - `esf`: typed ESF+ items, apart from the diagnostic; goes at the end of their own clock.
 * - `trace`: codes and dates only; stays, so that chains, numbers and codes remain true after an erasure.
 * - `derived`: written again from the rest; the lines of who is erased go with their file.
 * - `team`: about those who work here.
 * - `plie`: about nobody.
 * - `passing`: goes by itself after a while; what bears the code of who is erased goes with their file.
 */
import type { DocumentKind } from "./catalogue.ts";

export type Keeping = "person" | "esf" | "trace" | "derived" | "team" | "plie" | "passing";

export const KEEPING: Readonly<Record<DocumentKind, Keeping>> = {
  identity: "person",
  case: "trace",
  pastParcours: "trace",
  assessment: "person",
  pastFinding: "person",
  round: "person",
  draft: "person",
  seen: "passing",
  click: "passing",
  outbox: "passing",
  lane: "passing",
  sendShare: "passing",
  audit: "trace",
  chain: "trace",
  seal: "trace",
  event: "trace",
  sequence: "trace",
  conversation: "team",
  posted: "person",
  summary: "derived",
  framework: "plie",
  paper: "plie",
  delaysFollowed: "plie",
  facts: "plie",
  situation: "person",
  checkpoint: "person",
  exitNews: "person",
  recommendation: "person",
  lead: "person",
  caseNeeds: "derived",
  listed: "derived",
  counter: "trace",
  marker: "passing",
  projection: "plie",
  offerNews: "person",
  offerNote: "plie",
  offerState: "plie",
  vignetteScore: "team",
  doubleScoring: "person",
  review: "person",
  snapshot: "person",
  opinion: "person",
  reviewDecision: "person",
  meeting: "trace",
  minutes: "trace",
  cellLink: "plie",
  reviewPost: "person",
  sendTrouble: "passing",
  action: "person",
  actionDeferral: "person",
  actionBilan: "person",
  evidence: "person",
  host: "plie",
  session: "trace",
  attempt: "person",
  prescriberTold: "person",
  endingWords: "person",
  handover: "person",
  reminderChoice: "team",
  reminderStop: "person",
  reminded: "person",
  reminderDay: "team",
  caseMove: "trace",
  movedCase: "person",
  structure: "plie",
  service: "plie",
  serviceExtension: "plie",
  directoryVersion: "plie",
  directory: "plie",
  persona: "team",
};
