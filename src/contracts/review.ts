/** `GET /api/reviews/{review}`: one case under study as the caller may see it. Who the person is stays out: their code is there for who may open the file. */
import * as z from "zod/mini";
import type { ReviewMove } from "../domain/review/codes.ts";
import type { ADJOURN_REASONS, REOPEN_REASONS, WITHDRAW_REASONS } from "../domain/review/records.ts";
import type { Reading } from "../domain/review/seen.ts";
import { opinionsStand } from "./cells.ts";
import { ASIDE_REASONS, CHOICES, REFERRING_BODIES } from "./codes.ts";
import { AGE_BANDS, FULL_REASONS } from "./person-codes.ts";
import { OUTCOMES, REVIEW_CELLS, REVIEW_STATUSES } from "./reviews.ts";

const ADJOURN = [
  "quorum",
  "personAbsent",
  "referentAbsent",
  "toInform",
  "noTime",
  "other",
] as const satisfies readonly (typeof ADJOURN_REASONS)[number][];
const WITHDRAW = [
  "notReady",
  "situationChanged",
  "personsRequest",
  "error",
  "other",
] as const satisfies readonly (typeof WITHDRAW_REASONS)[number][];
const REOPEN = [
  "newInformation",
  "infoCorrected",
  "routeFailed",
  "personsRequest",
  "other",
] as const satisfies readonly (typeof REOPEN_REASONS)[number][];
const MOVES = ["adjourn", "withdraw", "reopen", "second"] as const satisfies readonly ReviewMove[];
const READINGS = ["words", "channel", "noLevel"] as const satisfies readonly Reading[];

const service = z.nullable(z.strictObject({ name: z.string(), structure: z.string() }));
/** `place`: the other accompaniment, as the framework of the PLIE names it. */
const said = { outcome: z.enum(OUTCOMES), place: z.nullable(z.string()), service };

const seen = z.strictObject({
  reading: z.enum(READINGS),
  question: z.string(),
  ageBand: z.enum(AGE_BANDS),
  communeGroup: z.nullable(z.string()),
  /** Labels of domains and levels are those of the framework that the diagnostic was made with. */
  helps: z.readonly(z.array(z.string())),
  difficulties: z.readonly(
    z.array(
      z.strictObject({
        domain: z.string(),
        /** Null: still to be explored. */
        level: z.nullable(z.string()),
        impact: z.nullable(z.string()),
      }),
    ),
  ),
  health: z.string(),
  person: z.nullable(
    z.strictObject({
      agreement: z.enum(["agrees", "partly", "disagrees"]),
      heard: z.boolean(),
      words: z.nullable(z.string()),
      on: z.nullable(z.string()),
    }),
  ),
  recommendation: z.nullable(
    z.strictObject({ choice: z.enum(CHOICES), place: z.nullable(z.string()), why: z.nullable(z.string()) }),
  ),
  lead: z.nullable(
    z.strictObject({
      /** Null: the method has no lead that can be relied on. */
      outcome: z.nullable(z.enum(["stay", "stayWithRelays", "reorient", "toComplete"])),
      place: z.nullable(z.string()),
      toDiscuss: z.boolean(),
      solid: z.nullable(z.boolean()),
    }),
  ),
  withdrawn: z.boolean(),
  urgentOpen: z.boolean(),
  provisional: z.boolean(),
});
export type SeenOut = z.infer<typeof seen>;

const opinion = z.strictObject({
  who: z.nullable(z.string()),
  notedBy: z.nullable(z.string()),
  ...said,
  why: z.string(),
  next: z.string(),
});
export type OpinionOut = z.infer<typeof opinion>;

const decision = z.strictObject({
  ...said,
  /** A reorientation of someone on RSA is passed on to the body that refers them; null: the cell decides. */
  referred: z.nullable(z.strictObject({ body: z.nullable(z.enum(REFERRING_BODIES)) })),
  reasons: z.string(),
  departs: z.nullable(z.enum(ASIDE_REASONS)),
  next: z.string(),
  on: z.string(),
  by: z.nullable(z.string()),
  /** The letter to the person can be printed by the caller. */
  letter: z.boolean(),
});
export type DecisionOut = z.infer<typeof decision>;

/** What may be done next, in the caller's own conversation. */
const NEXT = ["giveOpinion", "changeOpinion", "noteOpinion", "reveal", "decide", ...MOVES] as const;
export type NextStep = (typeof NEXT)[number];

export const reviewView = z.strictObject({
  today: z.string(),
  timeZone: z.string(),
  id: z.string(),
  cell: z.enum(REVIEW_CELLS),
  status: z.enum(REVIEW_STATUSES),
  track: z.enum(["short", "full"]),
  dueOn: z.nullable(z.string()),
  because: z.readonly(z.array(z.enum(FULL_REASONS))),
  secondOf: z.nullable(z.string()),
  stand: opinionsStand,
  revealed: z.nullable(z.strictObject({ by: z.nullable(z.string()), at: z.string() })),
  adjourned: z.nullable(z.strictObject({ because: z.enum(ADJOURN), at: z.string() })),
  withdrawn: z.nullable(z.strictObject({ because: z.enum(WITHDRAW), at: z.string() })),
  reopened: z.nullable(z.strictObject({ because: z.enum(REOPEN), at: z.string() })),
  /** Null: what the cell saw cannot be read any more. */
  seen: z.nullable(seen),
  mine: z.nullable(z.strictObject(said)),
  /** Null until they are revealed. */
  opinions: z.nullable(z.readonly(z.array(opinion))),
  decision: z.nullable(decision),
  next: z.readonly(z.array(z.enum(NEXT))),
  /** The code of the person's file; null: not the caller's to open. */
  file: z.nullable(z.string()),
});
export type ReviewOut = z.infer<typeof reviewView>;
