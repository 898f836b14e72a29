/** What was typed of an action, or of one put off, may say what health changes: it goes; what, when and where stay. */
import type { Action, ActionDeferral } from "./records.ts";

export const actionWithoutHealth = (action: Action): Action => ({
  ...action,
  edition: action.edition + 1,
  preparation: { ...action.preparation, referent: "", learn: "", show: "" },
  pmsmp: action.pmsmp?.renews == null ? action.pmsmp : { ...action.pmsmp, renews: { ...action.pmsmp.renews, why: "" } },
});

export const deferralWithoutHealth = (deferral: ActionDeferral): ActionDeferral => ({
  ...deferral,
  reason: deferral.reason === "health" ? "other" : deferral.reason,
  words: "",
});
