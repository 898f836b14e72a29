import { z } from "zod";
import { choice, code, openUrgent, problemsOf, rev, text, top } from "../common.ts";

/** A step, a relay, or who to call for another lead: its name, then one line for each thing to know. */
const service = z.strictObject({ name: text, lines: z.array(text).max(5) });

/** Piste de la méthode, beside the recommendation: can be read aloud to the person. */
export const leadModel = z.strictObject({
  ...top,
  code,
  /** The lead that is shown, and whether one is set aside. */
  rev,
  person: text,
  urgent: openUrgent,
  /** To readers who do not carry the case; null: none is open, or the block above says it. */
  urgentElsewhere: text.nullable(),
  /** Side by side. */
  mine: z.strictObject({ title: text, text }),
  method: z.strictObject({ title: text, text }),
  agreement: text,
  /** The reasons of the recommendation, when, and what stood before the lead was seen where it differs. */
  reasons: z.array(text).max(4),
  /** What the lead is, proposes, and whether it was set aside. */
  about: z.array(text).max(6),
  /** « Piste solide : … », and the domains that would settle it. */
  sure: z.array(text).max(3),
  /** Other leads: equivalent, full, soon, to verify, excluded. */
  others: z.array(text).max(8),
  where: z.array(service).max(3),
  steps: z.array(service).max(5),
  relays: z.array(service).max(5),
  /** Needs without a step nor a relay: who works on them, later, to verify, unmet. */
  needs: z.array(text).max(24),
  /** Services that a condition closes to the person, with it. */
  excluded: z.array(text).max(3),
  versions: text,
  fields: z.strictObject({ reason: text }),
  choices: z.strictObject({ reason: z.array(choice) }),
  canSetAside: z.boolean(),
  canTakeBack: z.boolean(),
  /** The référent of the case, in the open round. */
  canModify: z.boolean(),
  problems: problemsOf(["reason"]),
});
export type LeadModel = z.infer<typeof leadModel>;
