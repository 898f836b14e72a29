/** The sheet of a person: the first interview, the synthesis and their view of it, their identity, the agreement for health, the record itself. */
import { z } from "zod";
import { action, code, ofCase, ofCaseRev, rev, typed, whole } from "./action.ts";
import { identityFields } from "./person.ts";

/** The assessment round that a synthesis shows; empty or absent: the open one. */
const shownRound = z.string().max(4).optional();
const ofRound = z.object({ code, round: shownRound });

const identity = z.strictObject({ code, rev, whole, ...identityFields });

export const entryFields = {
  firstInterviewOn: typed,
  noticeOn: typed,
  language: typed,
  interpreter: typed,
  healthAgreement: typed,
} as const;
const entry = z.strictObject({ code, rev, ...entryFields });

export const personViewFields = { agreement: typed, words: typed, heard: typed } as const;
/** `back`: the review whose decision waits for it; empty or absent: none. */
const personView = z.strictObject({ code, rev, whole, back: z.string().max(20).optional(), ...personViewFields });

export const caseActions = {
  openSheet: action("sheet.open", ofCase),
  openEntry: action("entry.open", ofCase),
  saveEntry: action("entry.save", entry),
  leaveEntry: action("entry.leave", entry),
  openSynthesis: action("synthesis.open", ofRound),
  explainSynthesis: action("synthesis.why", z.strictObject({ code, figure: typed, round: shownRound })),
  openPersonView: action("personView.open", ofCase),
  savePersonView: action("personView.save", personView),
  leavePersonView: action("personView.leave", personView),
  openManage: action("manage.open", ofCase),
  openIdentity: action("identity.open", ofCase),
  saveIdentity: action("identity.save", identity),
  leaveIdentity: action("identity.leave", identity),
  agreeHealth: action("health.agree", ofCaseRev),
  refuseHealth: action("health.refuse", ofCaseRev),
  askWithdrawal: action("health.withdrawAsk", ofCaseRev),
  withdrawHealth: action("health.withdraw", ofCaseRev),
  openCancel: action("record.cancelOpen", ofCase),
  cancelRecord: action("record.cancel", z.strictObject({ code, rev, reason: typed })),
  openMerge: action("record.mergeOpen", ofCase),
  askMerge: action("record.mergeAsk", z.strictObject({ code, rev, into: typed })),
  mergeRecord: action("record.merge", z.strictObject({ code, rev, into: typed })),
  reopenRecord: action("record.reopen", ofCaseRev),
} as const;
