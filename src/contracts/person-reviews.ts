/** What cells saw, said and decided of a person, in the answer of `GET /api/participants/{code}`. */
import * as z from "zod/mini";
import { ANSWERED_BY, ASIDE_REASONS, CHOICES, DOMAINS, LEAD_KINDS } from "./codes.ts";
import { AGE_BANDS, DOMAIN_STATES, EXIT_PROOFS, FULL_REASONS } from "./person-codes.ts";
import { OUTCOMES, REVIEW_CELLS, REVIEW_STATUSES } from "./reviews.ts";

const text = z.nullable(z.string());
const day = z.iso.date();
const instant = z.iso.datetime();
const count = z.int().check(z.nonnegative());
const domain = z.enum(DOMAINS);
const kind = z.enum(LEAD_KINDS);
const level = z.nullable(z.literal([0, 1, 2, 3, 4]));
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

/** Where a reorientation leads; `service` null: the structure is still to be chosen. */
const towards = z.nullable(z.strictObject({ lead: kind, service: text }));

const seen = z.strictObject({
  at: instant,
  by: text,
  version: z.string(),
  question: z.string(),
  ageBand: z.enum(AGE_BANDS),
  communeGroup: text,
  recommendation: z.nullable(z.strictObject({ choice: z.enum(CHOICES), why: z.string() })),
  lead: z.nullable(
    z.strictObject({
      first: z.nullable(kind),
      equivalents: many(kind),
      toDiscuss: z.boolean(),
      outcome: z.enum(["stay", "stayWithRelays", "reorient", "toComplete"]),
      solid: z.nullable(z.boolean()),
      relays: count,
      steps: count,
      unmet: many(z.strictObject({ domain, by: z.enum(ANSWERED_BY) })),
    }),
  ),
  view: z.nullable(
    z.strictObject({
      agreement: z.enum(["agrees", "partly", "disagrees"]),
      words: z.string(),
      heard: z.boolean(),
      on: day,
    }),
  ),
  findings: many(
    z.strictObject({
      domain,
      state: z.enum(DOMAIN_STATES),
      severity: level,
      impact: z.nullable(z.literal([1, 2, 3])),
      selfSeverity: level,
      priority: z.boolean(),
      strength: z.string(),
      facts: z.string(),
    }),
  ),
  provisional: z.boolean(),
  urgentOpen: z.boolean(),
  /** Health was removed from it at the person's request. */
  withdrawn: z.boolean(),
});
export type SeenByCell = z.infer<typeof seen>;

const decision = z.strictObject({
  outcome: z.enum(OUTCOMES),
  to: towards,
  /** Empty: erased at the person's request. */
  reasons: z.string(),
  departs: z.nullable(z.enum(ASIDE_REASONS)),
  proofs: many(z.enum(EXIT_PROOFS)),
  next: z.string(),
  by: text,
  on: day,
  letterDueOn: day,
  secondUntil: z.nullable(day),
});

const study = z.strictObject({
  number: count,
  seen: z.nullable(seen),
  /** Null until they are revealed. */
  opinions: z.nullable(
    many(
      z.strictObject({
        by: text,
        notedBy: text,
        outcome: z.enum(OUTCOMES),
        to: towards,
        why: z.string(),
        next: z.string(),
      }),
    ),
  ),
  decision: z.nullable(decision),
});
export type PersonStudy = z.infer<typeof study>;

const moved = z.nullable(z.strictObject({ at: instant }));

export const personReview = z.strictObject({
  /** Its label, which the page puts in words: « Situation 2026-001 ». */
  id: z.string(),
  cell: z.enum(REVIEW_CELLS),
  status: z.enum(REVIEW_STATUSES),
  track: z.enum(["short", "full"]),
  because: many(z.enum(FULL_REASONS)),
  parcours: count,
  submittedAt: instant,
  submittedBy: text,
  dueOn: z.nullable(day),
  /** The study that this one takes up again, asked by the person. */
  secondOf: text,
  adjourned: moved,
  withdrawn: moved,
  reopened: moved,
  /** There is a letter that tells the person what was decided. */
  letter: z.boolean(),
  /** The last first. */
  studies: many(study),
});
export type PersonReview = z.infer<typeof personReview>;
