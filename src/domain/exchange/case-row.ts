/** One row towards the PLIE's own software: dates, steps and decisions of a case that moved. */
import { stepOf, type Step } from "../dashboard/steps.ts";
import type { Round } from "../diagnostic/assessment.ts";
import type { CaseFile, CaseStatus } from "../participant/case-file.ts";
import { firstEnding, type Ending } from "../participant/clock-facts.ts";
import type { Day } from "../participant/codes.ts";
import { exitOf } from "../participant/exit-of.ts";
import { suspendedNow } from "../participant/suspended-now.ts";
import type { ReviewOutcome } from "../review/outcomes.ts";
import type { LeadKind } from "../suggestion/lead-kinds.ts";
import type { CaseValue, DateFormat } from "./export-rules.ts";

export interface MovedCase {
  readonly head: CaseFile;
  /** The first evaluation, and the one that is open. */
  readonly first: Round | undefined;
  readonly round: Round | undefined;
  /** As the other software knows them; null: it was never said. */
  readonly externalId: string | null;
  readonly referent: string | null;
  readonly movedOn: Day;
}

/** A value of the row, before it is put in words. */
export type CaseCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "status"; readonly status: CaseStatus }
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "decision"; readonly outcome: ReviewOutcome }
  | { readonly kind: "lead"; readonly lead: LeadKind }
  | { readonly kind: "exit"; readonly how: Ending | ReviewOutcome }
  | null;

const textOf = (text: string | null): CaseCell => (text === null ? null : { kind: "text", text });
const dayOf = (day: Day | null | undefined): CaseCell => (day == null ? null : { kind: "day", day });

const stepIn = ({ head, first, round }: MovedCase): CaseCell => {
  const step = stepOf({
    status: head.status,
    t0Met: (first?.metOn ?? null) !== null || (head.round ?? 0) > 0,
    synthesisDone: (round?.synthesisOn ?? null) !== null,
    underReview: head.review !== null,
    toComplete: head.toComplete !== null && head.decided === null,
  });
  return step === null ? null : { kind: "step", step };
};

const latest = (days: readonly (Day | null)[]): Day | null =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? null;

const exitHow = ({ ended, status, decided }: CaseFile): CaseCell => {
  const how = firstEnding({ ended })?.how;
  if (how !== undefined) return { kind: "exit", how };
  return status === "left" && decided !== null ? { kind: "exit", how: decided.outcome } : null;
};

const CELLS: Readonly<Record<CaseValue, (moved: MovedCase) => CaseCell>> = {
  externalId: ({ externalId }) => textOf(externalId),
  code: ({ head }) => textOf(head.code),
  parcours: ({ head }) => textOf(String(head.parcours)),
  status: ({ head }) => ({ kind: "status", status: head.status }),
  step: stepIn,
  referent: ({ referent }) => textOf(referent),
  orientedOn: ({ head }) => dayOf(head.orientedOn),
  enteredOn: ({ head }) => dayOf(head.entry?.on),
  diagnosedOn: ({ first }) => dayOf(first?.metOn ?? first?.closedOn),
  actedOn: ({ head }) => dayOf(head.activation?.doneOn),
  suspendedOn: ({ head }) => dayOf(suspendedNow(head)?.from),
  returnOn: ({ head }) => dayOf(suspendedNow(head)?.returnOn),
  decidedOn: ({ head }) => dayOf(head.decided?.on),
  decision: ({ head }) => (head.decided === null ? null : { kind: "decision", outcome: head.decided.outcome }),
  destination: ({ head }) => (head.decided?.to == null ? null : { kind: "lead", lead: head.decided.to.lead }),
  handedOverOn: ({ head }) => dayOf(latest(head.handovers.map(({ sentOn }) => sentOn))),
  receivedOn: ({ head }) => dayOf(latest(head.handovers.map(({ heldOn }) => heldOn))),
  exitOn: ({ head }) => dayOf(exitOf(head)),
  exit: ({ head }) => exitHow(head),
  movedOn: ({ movedOn }) => dayOf(movedOn),
};
export const caseCell = (value: CaseValue, moved: MovedCase): CaseCell => CELLS[value](moved);

const WRITTEN: Readonly<Record<DateFormat, (year: string, month: string, day: string) => string>> = {
  "dd/MM/yyyy": (year, month, day) => `${day}/${month}/${year}`,
  "yyyy-MM-dd": (year, month, day) => `${year}-${month}-${day}`,
  yyyyMMdd: (year, month, day) => `${year}${month}${day}`,
};
/** A day, as the columns of this software write it. */
export const writtenDay = (format: DateFormat, day: Day): string => {
  const [year = "", month = "", of = ""] = day.split("-");
  return WRITTEN[format](year, month, of);
};
