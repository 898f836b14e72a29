/** What is known of one domain for one person in one assessment round. */
import { z } from "zod";
import { domainId, impact, severity, sourceKind } from "../framework/schema.ts";
import { day, instant, memberId, participantCode } from "../participant/codes.ts";

/**
 * pas abordé · rien à signaler (0) · à creuser · évalué (1–4) · ne souhaite pas en parler · sans objet.
 * "Not spoken of" is never zero; declined and not applicable count as addressed and enter no figure.
 */
export const DOMAIN_STATES = ["notAddressed", "nothing", "toExplore", "assessed", "declined", "notApplicable"] as const;
export const domainState = z.enum(DOMAIN_STATES);
export type DomainState = z.infer<typeof domainState>;

export const evidenceSource = z.strictObject({ kind: sourceKind, by: memberId, on: day });
export type EvidenceSource = z.infer<typeof evidenceSource>;

/** What is found in a domain, without who recorded it. */
export const findingFields = {
  state: domainState,
  severity: severity.nullable(),
  impact: impact.nullable(),
  priority: z.boolean(),
  situations: z.array(z.string()).max(40),
  selfSeverity: severity.nullable(),
  strength: z.string(),
  facts: z.string(),
  source: evidenceSource.nullable(),
} as const;

/** What the référent recorded. `severity` is 0 for `nothing`, 1–4 for `assessed`, null otherwise; `impact` is null at level 0 and without a level. */
export const finding = z.strictObject({ ...findingFields, by: memberId, at: instant }).superRefine((value, context) => {
  const level = value.severity;
  const fits =
    value.state === "nothing"
      ? level === 0
      : value.state === "assessed"
        ? level !== null && level >= 1
        : level === null;
  if (!fits) context.addIssue({ code: "custom", path: ["severity"], message: "level and state do not go together" });
  const weighed = value.state === "assessed";
  if (weighed !== (value.impact !== null))
    context.addIssue({
      code: "custom",
      path: ["impact"],
      message: "a weight goes with a level from 1, and only then",
    });
});
export type Finding = z.infer<typeof finding>;

/** Raw inputs of a card as typed, by field. Longer text than allowed is kept whole here. */
export const typedInputs = z.record(z.string(), z.string());
export type TypedInputs = z.infer<typeof typedInputs>;

export const savedDraft = z.strictObject({ inputs: typedInputs, by: memberId, at: instant });
export type SavedDraft = z.infer<typeof savedDraft>;

/** One domain in one round: the recorded finding, and what was typed since and is not recorded yet. */
export const assessment = z.strictObject({
  kind: z.literal("assessment"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  round: z.number().int().nonnegative(),
  domain: domainId,
  /** Counts the recorded findings; an earlier one is kept as `pastFinding` under its edition. */
  edition: z.number().int().nonnegative(),
  finding: finding.nullable(),
  draft: savedDraft.nullable(),
});
export type Assessment = z.infer<typeof assessment>;

/** An earlier finding of the same round: later evidence never erases earlier. */
export const pastFinding = z.strictObject({
  kind: z.literal("pastFinding"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  round: z.number().int().nonnegative(),
  domain: domainId,
  edition: z.number().int().nonnegative(),
  finding,
});
export type PastFinding = z.infer<typeof pastFinding>;

/** An assessment round (T0, T1, T2…), with the framework version it was made with. */
export const round = z.strictObject({
  kind: z.literal("round"),
  schemaVersion: z.literal(1),
  code: participantCode,
  parcours: z.number().int().positive(),
  round: z.number().int().nonnegative(),
  frameworkVersion: z.string(),
  openedOn: day,
  /** The day the threshold of addressed domains was first met; null until then. */
  metOn: day.nullable(),
  closedOn: day.nullable(),
  /** Once closed: whether the bilan of an action was recorded by then. */
  bilanRecorded: z.boolean().default(false),
  synthesisOn: day.nullable(),
  /** The person's view of the synthesis, in their words. */
  personView: z
    .strictObject({
      agreement: z.enum(["agrees", "partly", "disagrees"]),
      words: z.string(),
      /** *Souhaite être entendue* by the cell. */
      heard: z.boolean().default(false),
      on: day,
      by: memberId,
    })
    .nullable(),
});
export type Round = z.infer<typeof round>;

/** The id of a round, and what everything that belongs to it is found by. */
export const roundId = ({ code, parcours, round: number }: Pick<Round, "code" | "parcours" | "round">): string =>
  `${code}.${parcours}.${number}`;
