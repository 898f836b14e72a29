import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { type Finding } from "../domain/diagnostic/assessment.ts";
import { applyOverview, overviewChoice, type NotApplied, type OverviewChoice } from "../domain/diagnostic/overview.ts";
import { restUnchanged } from "../domain/diagnostic/reassessment.ts";
import { countingOf } from "../domain/diagnostic/counting.ts";
import { addressed } from "../domain/diagnostic/figures.ts";
import { DOMAIN_IDS, domainId, type DomainId } from "../domain/framework/schema.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { place, type CaseFile } from "../domain/participant/case-file.ts";
import type { Decision } from "./frame/commit.ts";
import { findingsOf } from "./parts/dossier.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, emptyAssessment, queueOfCase } from "./parts/on-case.ts";
import { loadDiagnostic, onceFound, type Diagnostic } from "./parts/on-diagnostic.ts";
import { findingWrites } from "./parts/record-finding.ts";
import { refused, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { raiseUrgent } from "./parts/urgent-flags.ts";
import { command } from "./frame/use-case.ts";

const lines = z.partialRecord(domainId, overviewChoice);
const input = z.strictObject({
  code: participantCode,
  /** Parcours and round of the card: see `overviewRev`. */
  rev: z.string(),
  /** What each line said when the card was made. */
  shown: lines,
  lines,
  urgent: z.array(z.string()),
  /** *Rien n'a changé* for what this round has not spoken of yet. */
  restUnchanged: z.boolean(),
  place: place.nullable(),
  /** The id of my version that was set aside, when it is chosen over what is recorded; null otherwise. */
  settles: z.string().nullable(),
});
type Input = z.infer<typeof input>;

export type SavedOverview =
  | {
      readonly kind: "recorded";
      readonly next: DomainId | null;
      /** Enough domains are addressed for the synthesis. */
      readonly ready: boolean;
      readonly urgent: string | null;
      /** Lines that stay as they were, and why. */
      readonly notApplied: readonly NotApplied[];
    }
  /** An urgent point waits for no choice between the two versions. */
  | { readonly kind: "conflict"; readonly urgent: string | null };

export const overviewRev = (file: CaseFile): string => `${file.parcours}.${file.round ?? "-"}`;

/** What a line says for a finding. */
export const lineOf = (finding: Finding | undefined): OverviewChoice => finding?.state ?? "notAddressed";

const chosen = ({ shown, lines: sent }: Input): ReadonlyMap<DomainId, OverviewChoice> =>
  new Map(
    DOMAIN_IDS.flatMap((domain) => {
      const choice = sent[domain];
      return choice === undefined || choice === shown[domain] ? [] : [[domain, choice] as const];
    }),
  );

/** True when a line moved since the card was made, to something else than what is asked now. */
const overtaken = (
  request: Input,
  choices: ReadonlyMap<DomainId, OverviewChoice>,
  findings: ReadonlyMap<DomainId, Finding>,
): boolean =>
  [...choices].some(([domain, choice]) => {
    const now = lineOf(findings.get(domain));
    return now !== (request.shown[domain] ?? "notAddressed") && now !== choice;
  });

const decide = (
  services: Services,
  actor: Actor,
  loaded: Diagnostic,
  request: Input,
): Result<Decision<SavedOverview>> => {
  const file = loaded.file.doc;
  const open = loaded.round;
  if (file.round === null || open === undefined) return refused("notEntered");
  const number = file.round;
  const findings = findingsOf(loaded.assessments);
  const choices = chosen(request);
  const { flags, fresh } = raiseUrgent(services, actor, file, loaded.framework, request.urgent);
  if ((request.rev !== overviewRev(file) && choices.size > 0) || overtaken(request, choices, findings)) {
    const attempt = Object.fromEntries([...choices].map(([domain, choice]) => [domain, choice]));
    return decideOnCase(services, loaded, {
      act: "overview.conflict",
      details: { round: number },
      outcome: { kind: "conflict", urgent: fresh[0] ?? null },
      writes: setAside(services, actor, file, "overview", attempt, request.settles),
      after: { head: { ...file, urgent: [...flags] }, round: open.doc, findings },
    });
  }
  const context = {
    framework: loaded.framework,
    health: file.health,
    by: actor.memberId,
    now: services.clock.now().toISOString(),
    today: services.clock.today(),
  };
  const applied = applyOverview(findings, choices, context);
  const sofar = new Map([...findings, ...applied.changed]);
  const rest =
    request.restUnchanged && loaded.previous !== undefined ? restUnchanged(loaded.previous, sofar, context) : [];
  const changes = new Map([...applied.changed, ...rest]);
  const { next, after, writes } = onceFound(services, loaded, open, {
    findings: new Map([...findings, ...changes]),
    urgent: flags,
    place: request.place,
  });
  const count = addressed(after.findings, countingOf(after.head, after.round)).count;
  return decideOnCase(services, loaded, {
    act: "overview.recorded",
    details: { round: number, changed: changes.size, addressed: count, urgent: fresh.length },
    outcome: {
      kind: "recorded",
      next,
      ready: count >= loaded.framework.thresholds.synthesisAddressed,
      urgent: fresh[0] ?? null,
      notApplied: applied.notApplied,
    },
    writes: [
      ...settleWrites(file, actor, request.settles),
      ...[...changes].flatMap(([domain, finding]) =>
        findingWrites(loaded.assessments.get(domain), emptyAssessment(file, number, domain), finding, "kept"),
      ),
      ...writes,
    ],
    after,
  });
};

/**
 * Records the lines of *Tour d'horizon* that were changed, and only those. A line that moved since the card was made is never overwritten
 * silently: the whole attempt is kept aside and shown beside what is recorded.
 */
export const saveOverview = command<Input, Diagnostic, SavedOverview>({
  act: "overview.save",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDiagnostic,
  allow: carrierAfterEntry,
  decide,
});
