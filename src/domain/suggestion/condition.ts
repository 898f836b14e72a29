/** What a partner states in the open: it may exclude a lead or a service, and the card then says so. */
import { z } from "zod";
import { FACTS, FACT_IDS } from "./facts.ts";

const label = z.string().trim().min(1).max(200);
const fact = z.enum(FACT_IDS);
const answers = [...new Set(FACT_IDS.flatMap((id) => [...FACTS[id]]))];

/**
 * `age`: `from` included, `under` excluded, on the day of the lead. `fact`: met by one of `is`; `soon` answers mean that it will be (RQTH requested).
 * `stated`: a condition that no fact of ours can check: always *éligibilité à vérifier*. An unknown, a declined or an unasked fact never excludes.
 */
export const condition = z.discriminatedUnion("on", [
  z.strictObject({
    on: z.literal("age"),
    from: z.int().min(0).optional(),
    under: z.int().positive().optional(),
    label,
  }),
  z.strictObject({
    on: z.literal("fact"),
    fact,
    is: z.array(z.enum(answers)).min(1),
    soon: z.array(z.enum(answers)).optional(),
    label,
  }),
  z.strictObject({ on: z.literal("stated"), label }),
]);
export type Condition = z.infer<typeof condition>;

/** `eligible` is ranked; `excluded` and `soon` are said with the condition; `toVerify` is said, never excluded, never ranked. */
export const ELIGIBILITIES = ["eligible", "excluded", "soon", "toVerify"] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];
