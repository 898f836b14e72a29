/** `GET /api/participants/{code}/suggestion`: the référent's recommendation, the method's lead beside it, and its lines of reasoning. */
// The namespace, not the named export, which would bring every language of zod (360 kB) into the tab.
import * as z from "zod";
import { ANSWERED_BY, ASIDE_REASONS, CHOICES, DOMAINS, ELIGIBILITIES, LEAD_KINDS, LINE_CODES } from "./codes.ts";

const domain = z.enum(DOMAINS);
const kind = z.enum(LEAD_KINDS);
const conditions = z.array(z.string()).readonly();
/** Empty once the agreement on health was withdrawn: *retiré à la demande de la personne*. */
const written = { choice: z.enum(CHOICES), why: z.string(), at: z.iso.datetime() };

const service = z.strictObject({
  id: z.string(),
  name: z.string(),
  structure: z.string(),
  /** Metres as the crow flies from the centre of the commune. */
  metres: z.number().nullable(),
  waitingDays: z.number().nullable(),
});
const chosen = service.extend({
  answers: z.array(domain).readonly(),
  full: z.boolean(),
  alternative: service.nullable(),
});

export const suggestion = z.strictObject({
  code: z.string(),
  round: z.number(),
  recommendation: z.strictObject({
    ...written,
    /** The référent's name; null once they left the team. */
    by: z.string().nullable(),
    /** What was written before the lead was first seen. */
    before: z.strictObject(written).nullable(),
    aside: z.strictObject({ reason: z.enum(ASIDE_REASONS), at: z.iso.datetime() }).nullable(),
  }),
  /** Whether both go the same way. */
  agrees: z.boolean(),
  lead: z.strictObject({
    first: kind.nullable(),
    toDiscuss: z.boolean(),
    equivalents: z.array(kind).readonly(),
    outcome: z.strictObject({
      kind: z.enum(["stay", "stayWithRelays", "reorient", "toComplete"]),
      to: kind.nullable(),
    }),
    candidates: z
      .array(
        z.strictObject({
          kind,
          eligibility: z.enum(ELIGIBILITIES),
          conditions,
          full: z.boolean(),
          waitingDays: z.number().nullable(),
        }),
      )
      .readonly(),
    toSettle: z.array(domain).readonly(),
    /** Named on the référent's own screens only. */
    urgentOpen: z.boolean(),
    steps: z.array(chosen).readonly(),
    relays: z.array(chosen).readonly(),
    needs: z.array(z.strictObject({ domain, by: z.enum(ANSWERED_BY), saturated: z.boolean() })).readonly(),
    robustness: z
      .strictObject({
        verdict: z.enum(["solid", "fragile"]),
        flip: z.strictObject({ domain, from: z.number(), to: z.number(), leadsTo: kind }).nullable(),
        holdsOverRange: z.boolean(),
        exhaustive: z.boolean(),
      })
      .nullable(),
    excluded: z.array(z.strictObject({ service, conditions })).readonly(),
  }),
  /** The ordered tests, each with what it read. */
  why: z
    .array(
      z.strictObject({
        test: z.number(),
        concludes: z.boolean(),
        code: z.enum(LINE_CODES),
        figures: z.record(z.string(), z.number()),
        domains: z.array(domain).readonly(),
      }),
    )
    .readonly(),
  versions: z.strictObject({
    framework: z.string(),
    directory: z.string(),
    /** Null: the directory is empty. */
    directoryNumber: z.number().nullable(),
    fictional: z.boolean(),
    asOf: z.iso.date(),
  }),
});
export type Suggestion = z.infer<typeof suggestion>;
