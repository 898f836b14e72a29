import { z } from "zod";
import type { Actor } from "../domain/people/actor.ts";
import { typedInputs, type Assessment, type Finding, type TypedInputs } from "../domain/diagnostic/assessment.ts";
import { findingFromInputs, inputsFromFinding } from "../domain/diagnostic/finding-from-inputs.ts";
import { frameworkDomain } from "../domain/diagnostic/findings.ts";
import { sameTyped, withTheRest } from "../domain/shown-text.ts";
import { domainId, type DomainId, type FrameworkDomain } from "../domain/framework/schema.ts";
import { participantCode } from "../domain/participant/codes.ts";
import { place, type CaseFile } from "../domain/participant/case-file.ts";
import type { Versioned, Write } from "../ports/store.ts";
import type { Decision } from "./frame/commit.ts";
import { findingsOf } from "./parts/dossier.ts";
import { aboutCode, carrierAfterEntry, decideOnCase, emptyAssessment, queueOfCase } from "./parts/on-case.ts";
import { loadDiagnostic, onceFound, type Diagnostic } from "./parts/on-diagnostic.ts";
import { findingWrites, sameFinding } from "./parts/record-finding.ts";
import { refused, type RefusalCode, type Result } from "./frame/result.ts";
import type { Services } from "./frame/services.ts";
import { setAside, settleWrites } from "./parts/set-aside.ts";
import { raiseUrgent } from "./parts/urgent-flags.ts";
import { command } from "./frame/use-case.ts";

const input = z.strictObject({
  code: participantCode,
  domain: domainId,
  /** The version that the card showed: see `assessmentRev`. */
  rev: z.string(),
  inputs: typedInputs,
  /** `record` when the référent says it is done; `keep` when another button carries what was typed. */
  intent: z.enum(["record", "keep"]),
  /** Where to resume; null: the domain that comes next. */
  place: place.nullable(),
  urgent: z.array(z.string()),
  /** The id of my version that was set aside, when it is chosen over what is recorded; null otherwise. */
  settles: z.string().nullable(),
});
type Input = z.infer<typeof input>;

export type SavedAssessment =
  | { readonly kind: "recorded"; readonly next: DomainId | null; readonly urgent: string | null }
  | { readonly kind: "kept"; readonly urgent: string | null }
  /** Something is to be mended before it can be recorded; what was typed is kept. */
  | { readonly kind: "toMend"; readonly urgent: string | null }
  /** Newer work is there: both are kept, the person chooses. An urgent point waits for no choice. */
  | { readonly kind: "conflict"; readonly urgent: string | null };

/** What a card of this domain carries as `rev`: it also tells the parcours and the round, so that an old card is known as old. */
export const assessmentRev = (file: CaseFile, entry: Versioned<Assessment> | undefined): string =>
  `${file.parcours}.${file.round ?? "-"}~${entry?.version ?? "new"}`;

/** What the card of a domain is filled with: the draft, else what is recorded, else what the previous round said. */
export const shownInputs = (
  domain: FrameworkDomain,
  current: Assessment | undefined,
  previous: Finding | undefined,
): TypedInputs => {
  if (current?.draft) return current.draft.inputs;
  const known = current?.finding ?? undefined;
  const untouched = known === undefined || (known.state === "toExplore" && known.strength === "" && known.facts === "");
  return inputsFromFinding(untouched && previous !== undefined ? previous : known, domain);
};

const allow = (actor: Actor, loaded: Diagnostic, { domain }: Input): RefusalCode | null =>
  carrierAfterEntry(actor, loaded) ??
  (domain === "sante" && loaded.file.doc.health !== "agreed" ? "healthClosed" : null);

const keepDraft = (
  services: Services,
  actor: Actor,
  current: Assessment,
  version: string | undefined,
  inputs: TypedInputs,
): Write => ({
  op: "put",
  doc: { ...current, draft: { inputs, by: actor.memberId, at: services.clock.now().toISOString() } },
  expected: version ?? "new",
});

const decide = (
  services: Services,
  actor: Actor,
  loaded: Diagnostic,
  request: Input,
): Result<Decision<SavedAssessment>> => {
  const file = loaded.file.doc;
  const open = loaded.round;
  if (file.round === null || open === undefined) return refused("notEntered");
  const entry = loaded.assessments.get(request.domain);
  const current = entry?.doc ?? emptyAssessment(file, file.round, request.domain);
  const words = frameworkDomain(loaded.framework, request.domain);
  const shown = shownInputs(words, entry?.doc, loaded.previous?.get(request.domain));
  const inputs = withTheRest(shown, request.inputs);
  const findings = findingsOf(loaded.assessments);
  const details = { domain: request.domain, round: file.round };

  const { flags, fresh } = raiseUrgent(services, actor, file, loaded.framework, request.urgent);
  const urgent = fresh[0] ?? null;
  if (request.rev !== assessmentRev(file, entry) && !sameTyped(inputs, shown)) {
    return decideOnCase(services, loaded, {
      act: "assessment.conflict",
      details,
      outcome: { kind: "conflict", urgent },
      writes: setAside(services, actor, file, request.domain, { ...inputs, intent: request.intent }, request.settles),
      after: { head: { ...file, urgent: [...flags] }, round: open.doc, findings },
    });
  }

  const settled = settleWrites(file, actor, request.settles);
  const read =
    request.intent === "keep"
      ? undefined
      : findingFromInputs(inputs, {
          framework: loaded.framework,
          domain: request.domain,
          findings,
          health: file.health,
          by: actor.memberId,
          now: services.clock.now().toISOString(),
          today: services.clock.today(),
        });
  if (read === undefined || !read.ok) {
    const kept = request.intent === "keep" && sameTyped(inputs, shown) && current.draft === null;
    return decideOnCase(services, loaded, {
      act: fresh.length > 0 ? "urgent.raised" : "assessment.kept",
      details,
      outcome: { kind: read === undefined ? "kept" : "toMend", urgent },
      writes: [...settled, ...(kept ? [] : [keepDraft(services, actor, current, entry?.version, inputs)])],
      after: {
        head: {
          ...file,
          urgent: [...flags],
          place: (read === undefined ? request.place : null) ?? { at: "domain", domain: request.domain },
        },
        round: open.doc,
        findings,
      },
    });
  }

  const finding =
    sameFinding(current.finding, read.finding) && current.finding !== null ? current.finding : read.finding;
  const { next, after, writes } = onceFound(services, loaded, open, {
    findings: new Map(findings).set(request.domain, finding),
    urgent: flags,
    place: request.place,
    from: request.domain,
  });
  return decideOnCase(services, loaded, {
    act: fresh.length > 0 ? "assessment.recordedUrgent" : "assessment.recorded",
    details:
      request.domain === "sante"
        ? details
        : { ...details, severity: finding.severity, impact: finding.impact, state: finding.state },
    outcome: { kind: "recorded", next, urgent },
    writes: [...settled, ...findingWrites(entry, current, finding, "cleared"), ...writes],
    after,
  });
};

/**
 * Saves one domain of the diagnostic. What was typed is kept first, whatever the button; it is recorded when nothing is to be mended.
 * Refuses another référent's case, a case before entry, and `sante` without the person's agreement. Newer work is never overwritten: both are kept.
 */
export const saveAssessment = command<Input, Diagnostic, SavedAssessment>({
  act: "assessment.save",
  input,
  about: aboutCode,
  queue: queueOfCase,
  load: loadDiagnostic,
  allow,
  decide,
});
