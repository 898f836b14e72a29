/** From what was typed on the card of a domain to what is recorded, and back. */
import type { z } from "zod";
import type { DomainId, Framework, FrameworkDomain, Impact, Severity, SourceKind } from "../framework/schema.ts";
import { DOMAIN_IDS, impact, severity, sourceKind } from "../framework/schema.ts";
import type { Day, Instant, MemberId } from "../participant/codes.ts";
import type { HealthAgreement } from "../participant/case-file.ts";
import type { DomainState, Finding, TypedInputs } from "./assessment.ts";
import type { Findings } from "./findings.ts";
import { blankFinding, frameworkDomain } from "./findings.ts";
import { cleanText, lengthOf } from "../text.ts";

/** The fields of the card of a domain, as `TypedInputs` holds them. */
export const FINDING_FIELDS = [
  "strength",
  "severity",
  "impact",
  "situations",
  "selfSeverity",
  "priority",
  "source",
  "facts",
] as const;
export type FindingField = (typeof FINDING_FIELDS)[number];

/** Why what was typed cannot be recorded as it stands. Nothing is lost: the draft keeps it. */
export type FindingProblem =
  | { readonly field: "severity"; readonly code: "levelUnknown" | "healthClosed" }
  | { readonly field: "impact"; readonly code: "impactUnknown" | "impactMissing" }
  | { readonly field: "situations"; readonly code: "situationUnknown"; readonly ids: readonly string[] }
  | { readonly field: "situations"; readonly code: "situationsMissing"; readonly from: Severity }
  | { readonly field: "selfSeverity"; readonly code: "selfLevelUnknown" }
  | { readonly field: "priority"; readonly code: "priorityUnknown" }
  | {
      readonly field: "priority";
      readonly code: "tooManyPriorities";
      readonly limit: number;
      readonly already: readonly DomainId[];
    }
  | { readonly field: "source"; readonly code: "sourceUnknown" | "sourceMissing" }
  | { readonly field: "source"; readonly code: "sourceNotAccepted"; readonly accepted: readonly SourceKind[] }
  | {
      readonly field: "strength" | "facts";
      readonly code: "tooLong";
      readonly limit: number;
      readonly length: number;
    };
export type FindingProblemCode = FindingProblem["code"];

export interface FindingContext {
  readonly framework: Framework;
  readonly domain: DomainId;
  /** The findings in force in this round: the previous one of this domain, and the priorities of the others. */
  readonly findings: Findings;
  readonly health: HealthAgreement;
  readonly by: MemberId;
  readonly now: Instant;
  readonly today: Day;
}

export type FindingRead =
  | { readonly ok: true; readonly finding: Finding }
  | { readonly ok: false; readonly problems: readonly FindingProblem[] };

/** The source that the card of a domain shows at first: *Dit*, unless the domain only takes what was observed or attested. */
export const presetSource = (domain: FrameworkDomain): SourceKind | null =>
  domain.sources.includes("dit") ? "dit" : null;

/** Undefined: not a value of the list. */
const digit = <V>(schema: z.ZodType<V>, typed: string | undefined, unchanged: V | null): V | null | undefined => {
  if (typed === undefined) return unchanged;
  const text = typed.trim();
  if (text === "") return null;
  return schema.safeParse(/^\d$/.test(text) ? Number(text) : null).data;
};

const flag = (typed: string | undefined, unchanged: boolean): boolean | undefined => {
  if (typed === undefined) return unchanged;
  const text = typed.trim();
  return text === "true" ? true : text === "false" || text === "" ? false : undefined;
};

interface Situations {
  readonly ids: readonly string[];
  readonly unknown: readonly string[];
}
const situationsFrom = (
  typed: string | undefined,
  domain: FrameworkDomain,
  unchanged: readonly string[],
): Situations => {
  const named = typed === undefined ? unchanged : typed.split(",").map((id) => id.trim());
  const known = domain.situations.map((entry) => entry.id);
  return {
    ids: known.filter((id) => named.includes(id)),
    /* What an older framework named and this one no longer has is not an error of typing. */
    unknown: typed === undefined ? [] : named.filter((id) => id !== "" && !known.includes(id)),
  };
};

interface Typed {
  readonly severity: Severity | null | undefined;
  readonly impact: Impact | null | undefined;
  readonly selfSeverity: Severity | null | undefined;
  readonly priority: boolean | undefined;
  readonly situations: Situations;
  readonly source: SourceKind | null | undefined;
  readonly strength: string;
  readonly facts: string;
}

const sourceFrom = (typed: string | undefined, shown: SourceKind | null): SourceKind | null | undefined => {
  if (typed === undefined) return shown;
  return typed.trim() === "" ? null : sourceKind.safeParse(typed.trim()).data;
};

const read = (inputs: TypedInputs, domain: FrameworkDomain, previous: Finding): Typed => ({
  severity: digit(severity, inputs["severity"], previous.severity),
  impact: digit(impact, inputs["impact"], previous.impact),
  selfSeverity: digit(severity, inputs["selfSeverity"], previous.selfSeverity),
  priority: flag(inputs["priority"], previous.priority),
  situations: situationsFrom(inputs["situations"], domain, previous.situations),
  source: sourceFrom(inputs["source"], previous.source?.kind ?? presetSource(domain)),
  strength: cleanText(inputs["strength"] ?? previous.strength),
  facts: cleanText(inputs["facts"] ?? previous.facts),
});

const unknowns = (typed: Typed): readonly FindingProblem[] => [
  ...(typed.severity === undefined ? [{ field: "severity", code: "levelUnknown" } as const] : []),
  ...(typed.impact === undefined ? [{ field: "impact", code: "impactUnknown" } as const] : []),
  ...(typed.selfSeverity === undefined ? [{ field: "selfSeverity", code: "selfLevelUnknown" } as const] : []),
  ...(typed.priority === undefined ? [{ field: "priority", code: "priorityUnknown" } as const] : []),
  ...(typed.source === undefined ? [{ field: "source", code: "sourceUnknown" } as const] : []),
  ...(typed.situations.unknown.length > 0
    ? [{ field: "situations", code: "situationUnknown", ids: typed.situations.unknown } as const]
    : []),
];

const tooLong = (field: "strength" | "facts", text: string, limit: number): readonly FindingProblem[] => {
  const length = lengthOf(text);
  return length > limit ? [{ field, code: "tooLong", limit, length }] : [];
};

/** What a level needs beside itself. */
const levelProblems = (typed: Typed, domain: FrameworkDomain): readonly FindingProblem[] => {
  const level = typed.severity;
  if (level === null || level === undefined) return [];
  const problems: FindingProblem[] = [];
  if (level > 0 && typed.impact === null) problems.push({ field: "impact", code: "impactMissing" });
  const from = domain.situationRequiredFrom;
  if (from !== null && level >= from && typed.situations.ids.length === 0)
    problems.push({ field: "situations", code: "situationsMissing", from });
  if (typed.source === null) problems.push({ field: "source", code: "sourceMissing" });
  if (typed.source && !domain.sources.includes(typed.source))
    problems.push({ field: "source", code: "sourceNotAccepted", accepted: domain.sources });
  return problems;
};

const priorityProblems = (typed: Typed, context: FindingContext): readonly FindingProblem[] => {
  const limit = context.framework.thresholds.prioritiesAtMost;
  const already = DOMAIN_IDS.filter((id) => id !== context.domain && context.findings.get(id)?.priority === true);
  return typed.priority === true && already.length >= limit
    ? [{ field: "priority", code: "tooManyPriorities", limit, already }]
    : [];
};

const stateWith = (level: Severity | null, previous: DomainState, saysSomething: boolean): DomainState => {
  if (level !== null) return level === 0 ? "nothing" : "assessed";
  if (previous === "nothing" || previous === "assessed") return "toExplore";
  return previous === "notAddressed" && saysSomething ? "toExplore" : previous;
};

/** The date and author of the evidence change only when the level, its weight or the kind of evidence does. */
const evidence = (
  kind: SourceKind | null,
  next: Finding,
  previous: Finding,
  context: FindingContext,
): Finding["source"] => {
  const same = previous.severity === next.severity && previous.impact === next.impact;
  if (same && previous.source?.kind === kind) return previous.source;
  const saysSomething = next.severity !== null || next.facts !== "" || next.strength !== "";
  return kind === null || !saysSomething ? null : { kind, by: context.by, on: context.today };
};

/**
 * What is recorded from the inputs of a domain's card. An input that did not come back is unchanged from the previous finding.
 * Without a level the domain stays as it was (*à creuser* once something is said), and nothing is derived from it.
 */
export const findingFromInputs = (inputs: TypedInputs, context: FindingContext): FindingRead => {
  if (context.domain === "sante" && context.health !== "agreed")
    return { ok: false, problems: [{ field: "severity", code: "healthClosed" }] };
  const domain = frameworkDomain(context.framework, context.domain);
  const previous = context.findings.get(context.domain) ?? blankFinding("notAddressed", context);
  const typed = read(inputs, domain, previous);
  const problems = [
    ...unknowns(typed),
    ...levelProblems(typed, domain),
    ...priorityProblems(typed, context),
    ...tooLong("strength", typed.strength, context.framework.lengths.strength),
    ...tooLong("facts", typed.facts, context.framework.lengths.facts),
  ];
  const { severity: level, impact: typedImpact, selfSeverity, priority, source, situations, strength, facts } = typed;
  if (problems.length > 0 || level === undefined || typedImpact === undefined || selfSeverity === undefined)
    return { ok: false, problems };
  const saysSomething =
    strength !== "" || facts !== "" || selfSeverity !== null || priority === true || situations.ids.length > 0;
  const next: Finding = {
    state: stateWith(level, previous.state, saysSomething),
    severity: level,
    impact: level === null || level === 0 ? null : typedImpact,
    priority: priority === true,
    situations: [...situations.ids],
    selfSeverity,
    strength,
    facts,
    source: null,
    by: context.by,
    at: context.now,
  };
  return { ok: true, finding: { ...next, source: evidence(source ?? null, next, previous, context) } };
};

const written = (value: number | null): string => (value === null ? "" : String(value));

/** What the card of a domain shows: the inputs that would record this finding again. */
export const inputsFromFinding = (
  finding: Finding | undefined,
  domain: FrameworkDomain,
): Readonly<Record<FindingField, string>> => ({
  strength: finding?.strength ?? "",
  severity: written(finding?.severity ?? null),
  impact: written(finding?.impact ?? null),
  situations: (finding?.situations ?? []).filter((id) => domain.situations.some((entry) => entry.id === id)).join(","),
  selfSeverity: written(finding?.selfSeverity ?? null),
  priority: String(finding?.priority ?? false),
  source: finding?.source?.kind ?? presetSource(domain) ?? "",
  facts: finding?.facts ?? "",
});
