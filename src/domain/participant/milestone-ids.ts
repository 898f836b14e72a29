/** What may be due for a case: codes only. */
/** In the order of a parcours (method §6). */
export const MILESTONES = [
  "firstContact",
  "firstAppointment",
  "outreachReview",
  "t0",
  "firstAction",
  "actionDone",
  /** The action is over and has no bilan. */
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
  /** The first appointment with the partner. */
  "handoverAppointment",
  /** Still followed, ninety days later? */
  "handoverFollow",
  /** The point every three months, after *poursuite*. */
  "followUp",
  /** Six months after an exit to employment. */
  "exitFollowUp",
  /** ESF+ questionnaires to be signed: at the entry, within four weeks of the exit, six months after it. */
  "esfEntry",
  "esfExit",
  "esfLater",
  /** The person asked something of what is noted about them: the law gives a month. */
  "rightsAnswer",
  /** The return date of a suspended parcours. */
  "resume",
] as const;
/** A milestone stands once in what is due for a case: of several hand-overs, the soonest. */
export const DUE_AT_MOST = MILESTONES.length;
export type MilestoneId = (typeof MILESTONES)[number];
