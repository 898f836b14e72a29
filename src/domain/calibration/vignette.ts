/** A written, fictional case on which référents calibrate their scoring: `config/vignettes/*.json`, read at start. */
import { z } from "zod";
import { domainState } from "../diagnostic/assessment.ts";
import { domainId, impact, severity } from "../framework/schema.ts";
import { situationFacts } from "../suggestion/facts.ts";
import { leadKind } from "../suggestion/lead-kinds.ts";

const text = z.string().trim().min(1);

const expectedFinding = z.strictObject({
  state: domainState.default("assessed"),
  severity: severity.nullable().default(null),
  impact: impact.nullable().default(null),
  priority: z.boolean().default(false),
  situations: z.array(z.string()).default([]),
  /** The sentence of the text that this level rests on. */
  because: text,
});

export const vignette = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: text,
  /** What a référent heard and saw, in paragraphs. No level, no word of the method. */
  text: z.array(text).min(2),
  age: z.int().min(16).max(70),
  /** INSEE code of one of the PLIE's communes. */
  commune: z.string(),
  prescriber: leadKind.nullable(),
  orientedDaysAgo: z.int().min(0),
  facts: situationFacts.partial(),
  urgent: z.array(z.string()).default([]),
  /** Levels that a careful référent would give; a domain that is absent is at 0 (`nothing`). */
  levels: z.partialRecord(domainId, expectedFinding),
  /** What a cell would choose. */
  expected: z.strictObject({
    /** Null: diagnostic to be completed. */
    lead: leadKind.nullable(),
    /** Domains that a step, or a relay, answers. */
    steps: z.array(domainId),
    relays: z.array(domainId),
    why: text,
    /** Where the method is known to say otherwise, why; null: it should agree. */
    disagreement: text.nullable().default(null),
  }),
});
export type Vignette = z.infer<typeof vignette>;
