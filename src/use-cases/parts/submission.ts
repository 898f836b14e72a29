/** *Présenter en cellule*: what the form, its preview and the submission share. */
import type { CaseFile } from "../../domain/participant/case-file.ts";
import { decisionDay } from "../../domain/participant/first-phase-due.ts";
import { runningClock } from "../../domain/participant/running-clock.ts";
import type { Day } from "../../domain/participant/codes.ts";
import type { Actor } from "../../domain/people/actor.ts";
import type { CellId, ReviewId } from "../../domain/review/codes.ts";
import { namesPerson } from "../../domain/review/identifies.ts";
import type { Snapshot } from "../../domain/review/records.ts";
import { cellsOffered, type Submission, type ToSubmit } from "../../domain/review/submission-from-inputs.ts";
import type { ToTrack } from "../../domain/review/track.ts";
import { goSameWay } from "../../domain/suggestion/concordance.ts";
import { done, type RefusalCode, type Result } from "../frame/result.ts";
import type { Services } from "../frame/services.ts";
import type { Dossier } from "./dossier.ts";
import { readForm, type Form } from "./form.ts";
import { freezeCase, keepLeadAsItStands } from "./freeze-case.ts";
import { readCaseWithRecommendation, type CaseWithRecommendation, type KeptLead } from "./keep-lead.ts";
import { carrierAfterEntry } from "./on-case.ts";

export interface Presenting extends CaseWithRecommendation {
  readonly form: Form;
  readonly offered: readonly CellId[];
}

/** Nothing of it is recorded before it is submitted: what is typed is a draft. */
export const readSubmissionForm = (
  services: Services,
  file: CaseFile,
  offered: readonly CellId[] = cellsOffered(services.plie.cells, file),
): Promise<Form> =>
  readForm(services, "review", file, {
    version: String(file.parcours),
    inputs: { cell: offered[0] ?? "", question: "", full: "false" },
  });

export const loadPresenting = async (
  services: Services,
  actor: Actor,
  request: { readonly code: string },
): Promise<Result<Presenting>> => {
  const view = await readCaseWithRecommendation(services, actor, request);
  if (!view.ok) return view;
  const file = view.value.dossier.file.doc;
  const offered = cellsOffered(services.plie.cells, file);
  return done({ ...view.value, offered, form: await readSubmissionForm(services, file, offered) });
};

/** The référent of the case presents it, once their recommendation is written, and while no cell studies it. */
export const mayPresent = (
  actor: Actor,
  { dossier, recommendation, offered }: Pick<Presenting, "dossier" | "recommendation" | "offered">,
): RefusalCode | null => {
  const refusal = carrierAfterEntry(actor, dossier);
  if (refusal !== null) return refusal;
  const { review, status } = dossier.file.doc;
  if (review !== null) return "alreadyUnderReview";
  if (offered.length === 0) return status === "left" || status === "reoriented" ? "caseClosed" : "noSuchCell";
  return recommendation === undefined ? "recommendFirst" : null;
};

export const toSubmit = ({ offered, identity, dossier }: Presenting): ToSubmit => ({
  offered,
  lengths: dossier.framework.lengths,
  naming: (text) => namesPerson(identity, text),
});

/** The case as its cell is about to see it. */
export interface Frozen {
  readonly kept: KeptLead;
  readonly snapshot: Snapshot;
  readonly toTrack: ToTrack;
  /** Changes whenever what the cell would see changes. */
  readonly rev: string;
}

const toTrackOf = ({ cell, full }: Submission, { recommendation, lead }: KeptLead, snapshot: Snapshot): ToTrack => ({
  cell,
  recommendation: recommendation.doc.said.choice,
  lead: snapshot.lead,
  sameWay: goSameWay(recommendation.doc.said.choice, lead),
  personAgrees: snapshot.personView === null ? null : snapshot.personView.agreement === "agrees",
  urgentOpen: snapshot.urgentOpen,
  onRequest: full,
  second: false,
});

export const freezeSubmission = async (
  services: Services,
  actor: Actor,
  { form }: Pick<Presenting, "form">,
  about: { readonly review: ReviewId; readonly submission: Submission },
): Promise<Result<Frozen>> => {
  const { review, submission } = about;
  const kept = await keepLeadAsItStands(services, actor, { code: form.code });
  if (!kept.ok) return kept;
  const { cell, question, full } = submission;
  const snapshot = await freezeCase(services, actor, kept.value, { review, study: 1, cell, question });
  const seen = JSON.stringify({ ...snapshot, review: null, at: null, full, draft: form.rev });
  const toTrack = toTrackOf(submission, kept.value, snapshot);
  return done({ kept: kept.value, snapshot, toTrack, rev: services.ids.digest(seen) });
};

/** When the decision of the first phase is due, as its milestone says: suspensions and days not worked count; null outside it. */
export const dueOnOf = (
  { calendar, frameworks }: Pick<Services, "calendar" | "frameworks">,
  { file: { doc: file } }: Pick<Dossier, "file">,
  cell: CellId,
): Day | null => {
  if (cell !== "entree" || file.status !== "entered" || file.entry === null) return null;
  const clock = runningClock(file.pauses, (day) => calendar.isWorkingDay(day));
  return decisionDay(file, file.entry.on, frameworks.current.milestones, clock);
};
