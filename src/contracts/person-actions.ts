/**
 * Actions of a person on their page. `read` is null for who reads identity, milestones and completeness only: which action, when, whether its
 * convention is signed and its bilan made, and nothing that was said, seen or prepared.
 */
import * as z from "zod/mini";

const day = z.iso.date();
const dayOrNull = z.nullable(day);
const text = z.nullable(z.string());
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

export const ACTION_STATES = ["planned", "done", "cancelled"] as const;
export const ACTION_OBJECTIVES = ["discover", "confirm", "recruit", "collective"] as const;
export const ACTION_OUTCOMES = ["completed", "partial", "didNotShow"] as const;
export const BILAN_AGREEMENTS = ["agrees", "partly", "disagrees", "notAsked"] as const;
export const ACTION_OBSERVERS = ["host", "referent", "person"] as const;
export const ACTION_DEFERRALS = ["health", "family", "noOffer", "wish", "otherStep", "other"] as const;

const bilan = z.strictObject({
  outcome: z.enum(ACTION_OUTCOMES),
  on: day,
  /** Of what was done in part. */
  lastDay: dayOrNull,
  agreement: z.enum(BILAN_AGREEMENTS),
  /** What the person says of it, and what they say kept them from going; empty: nothing was written. */
  words: z.string(),
  understood: z.string(),
  facts: z.string(),
  /** In the words of the grid. */
  observations: many(z.strictObject({ label: z.string(), by: z.enum(ACTION_OBSERVERS), fact: z.string() })),
});

const action = z.strictObject({
  id: z.string(),
  parcours: z.int(),
  /** In words: an immersion, or the PLIE's kind of collective action. */
  kind: text,
  immersion: z.boolean(),
  state: z.enum(ACTION_STATES),
  from: day,
  until: day,
  /** Of an immersion; null where it is not signed yet. */
  signedOn: dayOrNull,
  bilanMade: z.boolean(),
  read: z.nullable(
    z.strictObject({
      objective: z.enum(ACTION_OBJECTIVES),
      host: text,
      /** A collective action: its title and its place. */
      session: z.nullable(z.strictObject({ id: z.string(), title: z.string(), place: z.string() })),
      job: text,
      hoursPerWeek: z.nullable(z.number()),
      prepared: z.boolean(),
      bilan: z.nullable(bilan),
    }),
  ),
});
export type PersonAction = z.infer<typeof action>;

export const personActions = z.strictObject({
  /** The last first. */
  actions: many(action),
  /** *Différée*, with its reason; null for who does not read the case. */
  deferrals: z.nullable(
    many(z.strictObject({ on: day, reason: z.enum(ACTION_DEFERRALS), words: z.string(), againOn: day, by: text })),
  ),
});
export type PersonActions = z.infer<typeof personActions>;
