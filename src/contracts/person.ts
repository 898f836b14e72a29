/**
 * `GET /api/participants/{code}`: one person, as the caller may see them. `read` is null for who reads identity, milestones and completeness only:
 * nothing that was said, noted, decided or proposed is in the rest.
 */
import * as z from "zod/mini";
import { CASE_STATUSES, DOMAINS, LEAD_KINDS, MILESTONES, STEPS } from "./codes.ts";
import {
  CANCEL_REASONS,
  DOMAIN_STATES,
  FACT_ANSWERS,
  FACT_IDS,
  FAMILIES,
  HEALTH,
  LEFT_OUT,
  SOURCE_KINDS,
  TO_COMPLETE,
} from "./person-codes.ts";
import { personActions } from "./person-actions.ts";
import { personContact } from "./person-contact.ts";
import { personEsf } from "./person-esf.ts";
import { personHandover } from "./person-handover.ts";
import { personPoints } from "./person-points.ts";
import { personReview } from "./person-reviews.ts";
import { piecesOfPerson } from "./pieces.ts";
import { CONTESTED } from "./person-rights.ts";

const text = z.nullable(z.string());
const day = z.iso.date();
const dayOrNull = z.nullable(day);
const count = z.int().check(z.nonnegative());
const domain = z.enum(DOMAINS);
const level = z.literal([0, 1, 2, 3, 4]);
const impact = z.literal([1, 2, 3]);
const labelled = { label: z.string() };
const many = <T extends z.ZodMiniType>(one: T) => z.readonly(z.array(one));

/** The words that the PLIE's framework gives to codes. */
const frameworkWords = z.strictObject({
  version: z.string(),
  levels: z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]),
  impacts: z.tuple([z.string(), z.string(), z.string()]),
  families: many(z.strictObject({ id: z.enum(FAMILIES), ...labelled })),
  domains: many(z.strictObject({ id: domain, family: z.enum(FAMILIES), ...labelled })),
  suggestion: z.strictObject({
    leads: many(
      z.strictObject({
        kind: z.enum(LEAD_KINDS),
        ...labelled,
        about: z.string(),
        intensity: z.enum(["light", "reinforced"]),
      }),
    ),
  }),
  thresholds: z.strictObject({ needFromSeverity: level, synthesisAddressed: count }),
});
export type FrameworkWords = z.infer<typeof frameworkWords>;

const noted = {
  state: z.enum(DOMAIN_STATES),
  severity: z.nullable(level),
  impact: z.nullable(impact),
  priority: z.boolean(),
  selfSeverity: z.nullable(level),
  situations: many(z.string()),
  strength: z.string(),
  facts: z.string(),
  source: z.nullable(z.strictObject({ kind: z.enum(SOURCE_KINDS), by: text, on: day })),
  /** Who noted it, and when. */
  by: text,
  at: z.iso.datetime(),
};
/** A level with where it comes from. */
const heard = z.nullable(
  z.strictObject({ kind: z.enum(SOURCE_KINDS), severity: level, impact: z.nullable(impact), by: text, on: day }),
);
const finding = z.strictObject({
  domain,
  ...noted,
  /** The last that was said, and the last that was observed or attested, up to this evaluation; `seen` null: nothing was. */
  said: heard,
  seen: heard,
  /** The référent's level less the person's, where it is to be talked about together. */
  gap: z.nullable(z.int()),
  /** What was noted before in the same evaluation, the latest first. */
  earlier: many(z.strictObject(noted)),
});
export type PersonFinding = z.infer<typeof finding>;

const known = z.strictObject({ severity: level, impact: z.nullable(impact), weight: count });
const figure = z.strictObject({ numerator: count, denominator: count, value: count });
const extent = z.nullable(figure);

const movement = z.strictObject({
  domains: many(
    z.strictObject({
      domain,
      kind: z.enum(["new", "same", "better", "worse"]),
      from: z.nullable(known),
      to: known,
    }),
  ),
  over: count,
  from: extent,
  to: extent,
});

const round = z.strictObject({
  number: count,
  openedOn: day,
  metOn: dayOrNull,
  closedOn: dayOrNull,
  synthesisOn: dayOrNull,
  version: z.string(),
  view: z.nullable(
    z.strictObject({
      agreement: z.enum(["agrees", "partly", "disagrees"]),
      words: z.string(),
      heard: z.boolean(),
      on: day,
      by: text,
    }),
  ),
  addressed: z.strictObject({ count, of: count }),
  provisional: z.boolean(),
  /** Null: not computable, which is never zero. */
  extent,
  range: z.nullable(z.strictObject({ low: figure, high: figure, open: many(domain) })),
  /** The same of each family of domains, in the framework's words and order. */
  families: many(z.strictObject({ label: z.string(), extent })),
  leftOut: many(z.strictObject({ domain, why: z.enum(LEFT_OUT) })),
  /** Domains that were spoken of, in the framework's order. */
  findings: many(finding),
  /** The person's priorities first, then the heaviest. */
  difficulties: many(domain),
  movement: z.nullable(movement),
});
export type PersonRound = z.infer<typeof round>;

const urgent = z.strictObject({
  open: count,
  done: count,
  /** Named for the référent of the case only. */
  points: z.nullable(
    many(
      z.strictObject({
        ...labelled,
        calls: many(z.strictObject({ who: z.string(), number: text })),
        raisedOn: z.iso.datetime(),
        done: z.nullable(z.strictObject({ on: day, by: z.string() })),
      }),
    ),
  ),
});

const read = z.strictObject({
  /** Each version that something here was made with; the present one first. */
  frameworks: many(frameworkWords),
  health: z.enum(HEALTH),
  urgent,
  /** The last first. */
  rounds: many(round),
  /** The last word on each domain, from one evaluation to another; null: there is one evaluation only. */
  inForce: z.nullable(
    z.strictObject({
      findings: many(finding),
      difficulties: many(domain),
      /** Not spoken of again in the last evaluation: from one before it. */
      carried: many(domain),
    }),
  ),
  situation: z.nullable(
    z.strictObject({
      facts: many(z.strictObject({ fact: z.enum(FACT_IDS), answer: z.nullable(z.enum(FACT_ANSWERS)) })),
      rightToWorkUntil: dayOrNull,
      by: text,
      at: z.iso.datetime(),
    }),
  ),
  recommendation: z.enum(["toWrite", "written", "none"]),
  reviews: many(personReview),
  handovers: many(personHandover),
  contacts: personContact,
  points: personPoints,
  /** What the person contests, waiting for its answer. */
  contested: many(z.enum(CONTESTED)),
  /** Earlier parcours of the same person. */
  before: many(
    z.strictObject({
      parcours: count,
      orientedOn: day,
      enteredOn: dayOrNull,
      closedOn: day,
      status: z.enum(CASE_STATUSES),
    }),
  ),
});
export type PersonRead = z.infer<typeof read>;

/** Milestones behind. */
const MET = ["oriented", "entered", "t0", "round", "synthesis", "decided"] as const;

export const person = z.strictObject({
  code: z.string(),
  /** Grows with whatever changes of the case. */
  edition: count,
  today: day,
  timeZone: z.string(),
  identity: z.strictObject({
    givenName: z.string(),
    familyName: z.string(),
    birthDate: dayOrNull,
    commune: text,
    communeTyped: text,
    phone: text,
    email: text,
    address: text,
    prescriber: text,
    language: z.string(),
  }),
  referent: z.strictObject({ name: text, mine: z.boolean() }),
  status: z.enum(CASE_STATUSES),
  /** Finer than the status during the first phase; null: a record that was cancelled. */
  step: z.nullable(z.enum(STEPS)),
  cancelled: z.nullable(z.strictObject({ reason: z.enum(CANCEL_REASONS), on: day })),
  mergedInto: text,
  parcours: count,
  orientedOn: day,
  entry: z.nullable(z.strictObject({ on: day, noticeOn: day, interpreter: z.boolean() })),
  milestones: z.strictObject({
    met: many(z.strictObject({ what: z.enum(MET), on: day, round: z.nullable(count) })),
    /** `announced` false: no date of the PLIE's calendar fits yet. */
    coming: many(z.strictObject({ what: z.enum(MILESTONES), on: day, announced: z.boolean() })),
    /** The parcours is suspended now. Why is not said here. */
    pause: z.nullable(z.strictObject({ from: day, returnOn: dayOrNull })),
  }),
  completeness: z.strictObject({
    missing: many(z.enum(TO_COMPLETE)),
    /** Null before the first interview. */
    addressed: z.nullable(z.strictObject({ count, of: count })),
    /** Whether the person was asked if their health may be noted: not what they answered. Null before the first interview. */
    healthAsked: z.nullable(z.boolean()),
  }),
  actions: personActions,
  esf: personEsf,
  /** Null: nothing is looked at any more. */
  pieces: z.nullable(piecesOfPerson),
  read: z.nullable(read),
});
export type Person = z.infer<typeof person>;
