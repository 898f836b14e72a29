import { z } from "zod";
import { choice, code, rev, text, top } from "../common.ts";

/** Ce qui a été observé: for each domain what was said, what was seen and by whom, and what the référent keeps of it. */
export const evidenceModel = z.strictObject({
  ...top,
  code,
  rev,
  person: text,
  about: text,
  domains: z.array(
    z.strictObject({
      domain: z.enum(["travail", "competences", "savoirs", "confiance", "projet"]),
      label: text,
      said: text,
      seen: z.array(text).min(1),
      keep: text,
      keepLabel: text,
      choices: z.array(choice).min(2),
      /** Empty: the domain has its weight already. */
      impacts: z.array(choice),
      impactLabel: text,
      impact: text,
      /** Empty: nothing more is asked of the domain. */
      situations: z.array(choice),
      situationsLabel: text,
      chosen: text,
    }),
  ),
  /** Said where nothing waits. */
  empty: text.nullable(),
  problems: z.record(z.string(), text),
});
export type EvidenceModel = z.infer<typeof evidenceModel>;
