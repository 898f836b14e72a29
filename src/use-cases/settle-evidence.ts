import { z } from "zod";
import {
  findingSeen,
  keepingTheRest,
  settledAs,
  settlingFromInputs,
  type Settling,
} from "../domain/activation/settle-evidence.ts";
import { typedInputs, type Assessment, type Finding } from "../domain/diagnostic/assessment.ts";
import { priorities, type Findings } from "../domain/diagnostic/figures.ts";
import type { DomainId, Severity } from "../domain/framework/schema.ts";
import { participantCode } from "../domain/participant/codes.ts";
import type { Actor } from "../domain/people/actor.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { command } from "./frame/use-case.ts";
import { keepBilanTyped, loadEvidence, type EvidenceCase } from "./parts/bilan-form.ts";
import { findingsOf } from "./parts/dossier.ts";
import { dropTyped, readTyped } from "./parts/form.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, emptyAssessment, queueOfCase } from "./parts/on-case.ts";
import { onceFound } from "./parts/on-diagnostic.ts";
import { findingWrites } from "./parts/record-finding.ts";

const input = z.strictObject({
  code: participantCode,
  rev: z.string(),
  inputs: typedInputs,
  intent: z.enum(["record", "keep"]),
  /** Domains without a choice go on waiting, or are kept as they were seen. */
  rest: z.enum(["wait", "keep"]),
});
type Input = z.infer<typeof input>;

export type SettledEvidence =
  | { readonly kind: "kept" | "toMend" | "overtaken" | "nothingChosen" }
  /** `left`: how many domains still wait. */
  | { readonly kind: "settled"; readonly left: number };

interface Found {
  readonly findings: Findings;
  readonly changed: ReadonlyMap<DomainId, Finding>;
}

/** The levels kept, one domain after the other, so that the person's priorities stay within their number. */
const foundFrom = (
  services: Services,
  actor: Actor,
  { dossier }: EvidenceCase,
  settled: readonly Settling[],
): Found => {
  const author = { by: actor.memberId, now: services.clock.now().toISOString() };
  const limit = dossier.framework.thresholds.prioritiesAtMost;
  const kept = settled.flatMap((one) => (one.level === null ? [] : [{ ...one, level: one.level }]));
  return kept.reduce<Found>(
    ({ findings, changed }, one) => {
      const { domain } = one.seen;
      const others = priorities(findings).filter((id) => id !== domain).length;
      const finding = findingSeen(one, author, others < limit);
      return { findings: new Map(findings).set(domain, finding), changed: new Map(changed).set(domain, finding) };
    },
    { findings: findingsOf(dossier.assessments), changed: new Map() },
  );
};

const written = (level: Severity | null): string => (level === null ? "" : String(level));

/** Words left in the card of the domain stay there, beside the level that was just kept. */
const withLevel = (entry: Versioned<Assessment> | undefined, finding: Finding): Versioned<Assessment> | undefined => {
  const draft = entry?.doc.draft ?? null;
  if (entry === undefined || draft === null) return entry;
  const inputs = {
    ...draft.inputs,
    severity: written(finding.severity),
    impact: finding.impact === null ? "" : String(finding.impact),
    situations: finding.situations.join(","),
    source: "observe",
  };
  return { ...entry, doc: { ...entry.doc, draft: { ...draft, inputs } } };
};

const record = (
  services: Services,
  actor: Actor,
  loaded: EvidenceCase,
  settled: readonly Settling[],
): Result<Decision<SettledEvidence>> => {
  const { dossier, waiting, form } = loaded;
  const file = dossier.file.doc;
  const { round: number } = file;
  const open = dossier.round;
  if (number === null || open === undefined) return refused("notEntered");
  const author = { by: actor.memberId, now: services.clock.now().toISOString() };
  const { findings, changed } = foundFrom(services, actor, loaded, settled);
  const { after, writes } = onceFound(services, dossier, open, { findings, urgent: file.urgent, place: file.place });
  const byDomain = new Map(settled.map((one) => [one.seen.domain, one]));
  return decideOnCase<SettledEvidence>(services, dossier, {
    act: "evidence.settled",
    details: { round: number, domains: settled.map(({ seen }) => seen.domain).join(",") },
    outcome: { kind: "settled", left: loaded.seen.length - settled.length },
    writes: [
      ...waiting.flatMap(({ doc, version }): Write[] => {
        const how = byDomain.get(doc.domain);
        return how === undefined ? [] : [{ op: "put", doc: settledAs(doc, how, number, author), expected: version }];
      }),
      ...[...changed].flatMap(([domain, finding]) =>
        findingWrites(
          withLevel(dossier.assessments.get(domain), finding),
          emptyAssessment(file, number, domain),
          finding,
          "kept",
        ),
      ),
      ...writes,
      ...dropTyped(form),
    ],
    after,
  });
};

/**
 * What was observed becomes the level of a domain only here, by the référent's own choice: kept as seen, adjusted, or left. The earlier finding is
 * kept; a closed evaluation is never touched.
 */
export const settleEvidence = command<Input, EvidenceCase, SettledEvidence>({
  act: "evidence.settle",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadEvidence,
  allow: (actor, { dossier }) => carrierAfterEntry(actor, dossier),
  decide: (services, actor, loaded, request) => {
    const { dossier, form, seen } = loaded;
    const { inputs: typed, overtaken } = readTyped(form, request.rev, request.inputs);
    const inputs = request.rest === "keep" && !overtaken ? keepingTheRest(typed, seen) : typed;
    const keep = (kind: Exclude<SettledEvidence["kind"], "settled">) =>
      decideOnCase<SettledEvidence>(services, dossier, {
        act: `evidence.${kind}`,
        outcome: { kind },
        writes: [keepBilanTyped(services, actor, form, inputs)],
        after: { head: dossier.file.doc, round: dossier.round?.doc, findings: findingsOf(dossier.assessments) },
      });
    if (request.intent === "keep") return keep("kept");
    if (overtaken) return keep("overtaken");
    const read = settlingFromInputs(inputs, seen, dossier.framework);
    if (!read.ok) return keep("toMend");
    return read.settled.length === 0 ? keep("nothingChosen") : record(services, actor, loaded, read.settled);
  },
});
