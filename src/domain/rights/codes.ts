/** What a person may ask of what is noted about them, and what becomes of it: codes only. */

/** GDPR: access (15), rectification (16), erasure (17), limitation (18), opposition (21); contestation: CRPA L. 311-3-1 and method §1.9. */
export const REQUESTS = ["copy", "correct", "contest", "object", "restrict", "erase"] as const;
export type RequestKind = (typeof REQUESTS)[number];

/** What is contested. */
export const CONTESTED = ["diagnostic", "decision", "note", "esf"] as const;
export type Contested = (typeof CONTESTED)[number];

/** `partly`: one part was done, and why not the other is said. */
export const REQUEST_OUTCOMES = ["done", "partly", "refused"] as const;
export type RequestOutcome = (typeof REQUEST_OUTCOMES)[number];

/** What a person was told, or agreed to. */
export const AGREEMENTS = ["notice", "health"] as const;
export type AgreementKind = (typeof AGREEMENTS)[number];
export const AGREEMENT_STATES = ["given", "refused", "withdrawn"] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];
