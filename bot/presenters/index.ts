/** From what a use case read to a card: one function for each screen. */
export {
  presentChannel,
  presentChatRefused,
  presentFault,
  presentNotUnderstood,
  presentOlderCard,
  presentOthersCase,
  presentPart,
  presentPaused,
  presentRefusal,
  presentWithdrawn,
  presentWordsOnly,
} from "./answers.ts";
export { presentConflict, type ConflictData } from "./conflict.ts";
export { presentDomain, presentGuidance } from "./domain.ts";
export { presentEntry } from "./entry.ts";
export { presentHelp, presentHome } from "./home.ts";
export { presentMilestones, presentParticipants } from "./lists.ts";
export { presentOverview } from "./overview.ts";
export { presentDuplicates, presentIdentity, presentNewPerson } from "./person.ts";
export { presentCancelRecord, presentManage, presentMergeRecord, presentPersonView } from "./records.ts";
export { presentSheet } from "./sheet.ts";
export { presentSituation } from "./situation.ts";
export { presentSynthesis } from "./synthesis.ts";
export { presentUrgent, type UrgentTyped } from "./urgent.ts";
export { presentWhy } from "./why.ts";
