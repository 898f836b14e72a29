import { z } from "zod";
import { choice, code, problemsOf, rev, text, top } from "../common.ts";
import { SHEET_FIELDS } from "../../src/domain/handover/codes.ts";

/** Fiche pour le partenaire: to whom, where otherwise, and what is useful to receive the person. */
export const handoverSheetModel = z.strictObject({
  ...top,
  code,
  handover: text.max(60),
  rev,
  person: text,
  /** What never leaves, and when the agreement is asked again. */
  limits: text,
  /** What the fields were begun with; null: they were written. */
  prefilled: text.nullable(),
  fields: z.strictObject({
    lead: text,
    name: text,
    contact: text,
    otherLead: text,
    otherName: text,
    otherContact: text,
    asks: text,
    helps: text,
    useful: text,
    practical: text,
  }),
  /** `lead` is empty for a relay: the référent stays. */
  choices: z.strictObject({ lead: z.array(choice), otherLead: z.array(choice) }),
  kept: text.nullable(),
  problems: problemsOf(SHEET_FIELDS),
});
export type HandoverSheetModel = z.infer<typeof handoverSheetModel>;
