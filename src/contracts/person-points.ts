/** *Points à trois mois* of a person, and the news six months after an exit to employment, for who reads the case. */
import * as z from "zod/mini";
import type { PROOFS_OF_NEWS, STILL_EMPLOYED } from "../domain/participant/path-records.ts";

const STILL = ["yes", "no", "unknown"] as const satisfies typeof STILL_EMPLOYED;
const PROOFS = ["attested", "said", "none"] as const satisfies typeof PROOFS_OF_NEWS;
const day = z.iso.date();
const name = z.nullable(z.string());

export const personPoints = z.strictObject({
  /** The latest first. */
  held: z.readonly(z.array(z.strictObject({ on: day, agreed: z.string(), nextOn: day, by: name }))),
  news: z.nullable(z.strictObject({ on: day, still: z.enum(STILL), proof: z.enum(PROOFS), by: name })),
});
export type PersonPoints = z.infer<typeof personPoints>;
