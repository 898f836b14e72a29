/** How far the cases were counted: what says that one moved, and where the projector stands. */
import { z } from "zod";
import { instant, participantCode } from "../participant/codes.ts";

/** Says that a case moved: taken by the projector, removed with what it counted. */
export const marker = z.strictObject({
  kind: z.literal("marker"),
  schemaVersion: z.literal(1),
  code: participantCode,
  edition: z.number().int().nonnegative(),
  at: instant,
});
export type Marker = z.infer<typeof marker>;

/**
 * Where the projector stands: the generation of counters that is read, and what every line was read from. Written with each batch, so that two
 * instances never count at once.
 */
export const projection = z.strictObject({
  kind: z.literal("projection"),
  schemaVersion: z.literal(1),
  generation: z.string(),
  /** Digest of the rules of counting, the framework, the communes and the directory: another one means that every case is to be read again. Null: never yet. */
  readFrom: z.string().nullable(),
  /** Every case is being read again, in the order of codes: those up to `after` are counted in the next generation as well. */
  pass: z.strictObject({ generation: z.string(), readFrom: z.string(), after: participantCode.nullable() }).nullable(),
  /** Generations that are read no more, whose counters are still to be removed. */
  dropped: z.array(z.string()),
});
export type Projection = z.infer<typeof projection>;
