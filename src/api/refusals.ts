import type { ProblemCode } from "../contracts/problem.ts";
import type { RefusalCode } from "../use-cases/frame/result.ts";

/** How the tab's API says each refusal of a use case: a new refusal does not compile until it stands here. */
export const problemOf: Readonly<Record<RefusalCode, ProblemCode>> = {
  stranger: "notAMember",
  roleMayNot: "roleMayNot",
  noSuchCase: "notFound",
  caseClosed: "conflict",
  notEntered: "conflict",
  alreadyDone: "conflict",
  changedMeanwhile: "conflict",
  choiceMissing: "invalid",
  nothingToSettle: "conflict",
  healthClosed: "conflict",
  roundNotReady: "conflict",
  mergeOtherWay: "conflict",
  recommendFirst: "recommendFirst",
  noSuchReview: "notFound",
  alreadyUnderReview: "conflict",
  noSuchCell: "notFound",
  ownCase: "roleMayNot",
  tookPart: "roleMayNot",
  opinionsClosed: "conflict",
  quorumMissing: "conflict",
  notRevealed: "conflict",
  viewMissing: "conflict",
  tooLate: "conflict",
  sittingClosed: "conflict",
  channelToConfirm: "conflict",
  chatNotOpen: "conflict",
  localOnly: "roleMayNot",
  busy: "busy",
};
