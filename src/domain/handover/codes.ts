/** Closed lists of hand-overs: the steps that a person takes, and the fields of their forms. */
export const HANDOVER_STEPS = [
  "refer",
  "referAccepted",
  "referRefused",
  "agree",
  "send",
  "remind",
  "call",
  "next",
  "heldPerson",
  "heldPartner",
  "unreached",
  "stillYes",
  "stillNo",
  "stillUnknown",
  "giveUp",
] as const;
export type HandoverStep = (typeof HANDOVER_STEPS)[number];

export const ANSWER_FIELDS = ["answer", "on", "reason", "words", "appointmentOn"] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

export const SHEET_TEXTS = ["asks", "helps", "useful", "practical"] as const;
export type SheetText = (typeof SHEET_TEXTS)[number];
export const SHEET_FIELDS = [
  "lead",
  "name",
  "contact",
  "otherLead",
  "otherName",
  "otherContact",
  ...SHEET_TEXTS,
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];
