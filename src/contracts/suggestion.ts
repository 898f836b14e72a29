/** `GET /api/participants/{code}/suggestion`: the référent's recommendation, the method's lead beside it, and its lines of reasoning. */
import * as z from "zod/mini";
import { ANSWERED_BY, ASIDE_REASONS, CHOICES, DOMAINS, ELIGIBILITIES, LEAD_KINDS, LINE_CODES } from "./codes.ts";

const domain = z.enum(DOMAINS);
const kind = z.enum(LEAD_KINDS);
const level = z.literal([0, 1, 2, 3, 4]);
const conditions = z.readonly(z.array(z.string()));
/** Empty once the agreement on health was withdrawn: *retiré à la demande de la personne*. */
const written = { choice: z.enum(CHOICES), why: z.string(), at: z.iso.datetime() };

const service = z.strictObject({
  id: z.string(),
  name: z.string(),
  structure: z.string(),
  /** Metres as the crow flies from the centre of the commune. */
  metres: z.nullable(z.number()),
  waitingDays: z.nullable(z.number()),
});
const text = z.nullable(z.string());
const reach = z.strictObject({
  /** Who to call, as the PLIE knows it; else as the record of the service says. */
  known: text,
  person: text,
  phone: text,
  email: text,
  link: text,
  /** How it is mobilised. */
  how: text,
});
const chosen = z.extend(service, {
  answers: z.readonly(z.array(domain)),
  full: z.boolean(),
  alternative: z.nullable(service),
  /** Of the one to call today: the one that has room where it is full. Null: the directory does not say. */
  reach: z.nullable(reach),
});

export const suggestion = z.strictObject({
  code: z.string(),
  round: z.number(),
  recommendation: z.strictObject({
    ...written,
    /** The référent's name; null once they left the team. */
    by: z.nullable(z.string()),
    /** What was written before the lead was first seen. */
    before: z.nullable(z.strictObject(written)),
    aside: z.nullable(z.strictObject({ reason: z.enum(ASIDE_REASONS), at: z.iso.datetime() })),
  }),
  /** Who accompanies now, as the person says it; null: not asked. */
  accompaniedBy: z.nullable(z.enum([...LEAD_KINDS, "nobody", "unknown", "declined"])),
  /** Whether both go the same way. */
  agrees: z.boolean(),
  lead: z.strictObject({
    first: z.nullable(kind),
    toDiscuss: z.boolean(),
    /** Something calls for reinforced accompaniment. */
    reinforced: z.boolean(),
    equivalents: z.readonly(z.array(kind)),
    outcome: z.strictObject({
      kind: z.enum(["stay", "stayWithRelays", "reorient", "toComplete"]),
      to: z.nullable(kind),
    }),
    candidates: z.readonly(
      z.array(
        z.strictObject({
          kind,
          eligibility: z.enum(ELIGIBILITIES),
          conditions,
          /** Oriented the person within the last months: never first. */
          prescribed: z.boolean(),
          full: z.boolean(),
          waitingDays: z.nullable(z.number()),
        }),
      ),
    ),
    /** For another lead than the PLIE: its service nearest to the person. */
    where: z.nullable(z.extend(service, { reach: z.nullable(reach) })),
    toSettle: z.readonly(z.array(domain)),
    /** Named on the référent's own screens only. */
    urgentOpen: z.boolean(),
    steps: z.readonly(z.array(chosen)),
    relays: z.readonly(z.array(chosen)),
    needs: z.readonly(z.array(z.strictObject({ domain, by: z.enum(ANSWERED_BY), saturated: z.boolean() }))),
    robustness: z.nullable(
      z.strictObject({
        verdict: z.enum(["solid", "fragile"]),
        flip: z.nullable(
          z.strictObject({ domain, from: level, to: level, impact: z.nullable(z.literal([1, 2, 3])), leadsTo: kind }),
        ),
        holdsOverRange: z.boolean(),
        exhaustive: z.boolean(),
      }),
    ),
    excluded: z.readonly(z.array(z.strictObject({ service, conditions }))),
  }),
  /** The ordered tests, each with what it read. */
  why: z.readonly(
    z.array(
      z.strictObject({
        test: z.literal([1, 2, 3, 4, 5, 6]),
        concludes: z.boolean(),
        code: z.enum(LINE_CODES),
        figures: z.record(z.string(), z.number()),
        domains: z.readonly(z.array(domain)),
      }),
    ),
  ),
  versions: z.strictObject({
    framework: z.string(),
    directory: z.string(),
    /** Null: the directory is empty. */
    directoryNumber: z.nullable(z.number()),
    fictional: z.boolean(),
    asOf: z.iso.date(),
  }),
});
export type Suggestion = z.infer<typeof suggestion>;
