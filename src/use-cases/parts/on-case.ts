/** What most commands about a case share: reading it, who may, and the row its lists read. */
import { mayCarryCase, type Actor } from "../../domain/people/actor.ts";
import type { Assessment, Finding, Round } from "../../domain/diagnostic/assessment.ts";
import { addressed } from "../../domain/diagnostic/figures.ts";
import { countingOf } from "../../domain/diagnostic/counting.ts";
import type { DomainId } from "../../domain/framework/schema.ts";
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { cellAimedAt, clockFactsOf, milestones, type WorkCalendar } from "../../domain/participant/milestones.ts";
import { mayLeadReviews } from "../../domain/review/members.ts";
import type { Write } from "../../ports/store.ts";
import type { Details } from "../frame/audit-trail.ts";
import type { Decision } from "../frame/commit.ts";
import { readDossier, type Dossier } from "./dossier.ts";
import { done, refused, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";

export const loadDossier = async (
  services: Services,
  _actor: Actor,
  input: { readonly code: string },
): Promise<Result<Dossier>> => {
  const dossier = await readDossier(services, input.code);
  return dossier === undefined ? refused("noSuchCase") : done(dossier);
};

/** Null: a paper for nobody yet, to be filled in with a pen. */
export interface ForPaper {
  readonly dossier: Dossier | null;
}
export const loadForPaper = async (
  services: Services,
  actor: Actor,
  { code }: { readonly code: string | null },
): Promise<Result<ForPaper>> => {
  if (code === null) return done({ dossier: null });
  const dossier = await loadDossier(services, actor, { code });
  return dossier.ok ? done({ dossier: dossier.value }) : dossier;
};

/** A case that is not yours and one that does not exist: one and the same answer. */
export const carrierOnly = (actor: Actor, dossier: Dossier): RefusalCode | null => {
  if (!mayCarryCase(actor, dossier.file.doc)) return "noSuchCase";
  return dossier.file.doc.status === "cancelled" ? "caseClosed" : null;
};

/** Once the first interview is recorded. */
export const carrierAfterEntry = (actor: Actor, dossier: Dossier): RefusalCode | null =>
  carrierOnly(actor, dossier) ?? (dossier.file.doc.entry === null ? "notEntered" : null);

/** The person's view: by the référent of the case; while a cell studies it, also by whoever leads the review, who may hear the person there. */
export const recordsPersonView = (actor: Actor, dossier: Dossier): RefusalCode | null => {
  const { review, entry, status } = dossier.file.doc;
  const heardThere = review !== null && entry !== null && status !== "cancelled" && mayLeadReviews(actor);
  return heardThere ? null : carrierAfterEntry(actor, dossier);
};

/** Who records the view of a person whom they do not accompany does it for a decision: the review that it waits in. */
export const decisionThatWaits = (actor: Actor, file: Pick<CaseFile, "referentId" | "review">): string | null =>
  mayCarryCase(actor, file) ? null : file.review;

export const aboutCode = (input: { readonly code: string }): string => input.code;
export const queueOfCase = (_actor: Actor, input: { readonly code: string }): string => `case ${input.code}`;

/** The case's state as it will be once the command is written. */
export interface After {
  readonly head: CaseFile;
  readonly round: Round | undefined;
  readonly findings: ReadonlyMap<DomainId, Finding>;
}

export const workCalendarOf = ({ calendar, plie }: Pick<Services, "calendar" | "plie">): WorkCalendar => ({
  isWorkingDay: (day) => calendar.isWorkingDay(day),
  cellDates: plie.entryCellDates,
});

/** What is still to meet, with the delays and the cells of today. */
export const dueOf = (services: Services, head: CaseFile, round: Round | undefined) => {
  if (head.retired !== null) return { due: [], noCellDate: false };
  const clock = [clockFactsOf(head, round), services.frameworks.current, workCalendarOf(services)] as const;
  return { due: [...milestones(...clock)], noCellDate: cellAimedAt(...clock)?.announced === false };
};

/** The row that lists and milestones read, derived from the case in the same batch; its days are those of the framework in force. */
export const summaryWrite = (services: Services, after: After): Write => {
  const { head, round, findings } = after;
  return {
    op: "put",
    doc: {
      kind: "summary",
      schemaVersion: 1,
      code: head.code,
      parcours: head.parcours,
      referentId: head.referentId,
      substituteId: head.substitute?.memberId ?? null,
      status: head.status,
      round: head.round,
      addressed: addressed(findings, countingOf(head, round)).count,
      ...dueOf(services, head, round),
      lastContactOn: head.lastContactOn ?? head.entry?.on ?? null,
    },
  };
};

/** The case as it was read: what was erased, or moved, meanwhile is read again, and nothing of it is written. */
export const asRead = ({ doc, version }: Dossier["file"]): Write => ({ op: "put", doc, expected: version });

/** A decision about the case that was read, with its row brought up to date. */
export const decideOnCase = <Outcome>(
  services: Services,
  dossier: Dossier,
  what: {
    readonly act: string;
    readonly details?: Details;
    readonly outcome: Outcome;
    readonly writes: readonly Write[];
    readonly after: After;
  },
): Result<Decision<Outcome>> =>
  done({
    outcome: what.outcome,
    head: { next: what.after.head, version: dossier.file.version },
    writes: [...what.writes, summaryWrite(services, what.after)],
    audit: { act: what.act, code: dossier.file.doc.code, details: what.details ?? {} },
  });

/** An assessment not written yet. */
export const emptyAssessment = (file: CaseFile, round: number, domain: DomainId): Assessment => ({
  kind: "assessment",
  schemaVersion: 1,
  code: file.code,
  parcours: file.parcours,
  round,
  domain,
  edition: 0,
  finding: null,
  draft: null,
});
