import { z } from "zod";
import { choice, code, text, top } from "../common.ts";

/** *Services*, before a domain is chosen. */
export const serviceDomainsModel = z.strictObject({
  ...top,
  /** For whom; null: for nobody in particular. */
  person: text.nullable(),
  intro: text,
  fictional: text.nullable(),
  /** « Mobilité · 12 services », in the order of the domains. */
  items: z.array(choice).min(1).max(14),
  of: z.strictObject({ code: code.nullable() }),
  sheet: z.strictObject({ code }).nullable(),
});
export type ServiceDomainsModel = z.infer<typeof serviceDomainsModel>;
