/** What a decision changes of the case, and what coming back on it gives back. */
import type { CaseFile, CaseStatus } from "../participant/case-file.ts";
import type { Day, MemberId } from "../participant/codes.ts";
import { addMonths } from "../participant/days.ts";
import type { CellId } from "./codes.ts";
import { outcomesOf, type Destination, type ReviewOutcome } from "./outcomes.ts";
import type { Review } from "./records.ts";

/** Null: the status stays what it was. */
const STATUS: Readonly<Record<ReviewOutcome, CaseStatus | null>> = {
  stay: "inPath",
  // Secured once the first relay is reached; until then relays are under way.
  stayWithRelays: "decided",
  reorient: "decided",
  toComplete: "entered",
  exitJob: "left",
  exitTraining: "left",
  exitOther: "left",
  goOn: null,
  practice: null,
};

/** Where the last decision left a case, and what a partner received of it since; null: nothing was decided yet. What keeps a status is decided in the path only. */
export const statusOnceDecided = ({
  decided,
  handovers,
}: Pick<CaseFile, "decided" | "handovers">): CaseStatus | null => {
  if (decided === null) return null;
  const kind = decided.outcome === "reorient" ? "reorient" : "relay";
  const received = handovers.some((one) => one.kind === kind && one.heldOn !== null);
  if (received && decided.outcome === "reorient") return "reoriented";
  return received && decided.outcome === "stayWithRelays" ? "inPath" : (STATUS[decided.outcome] ?? "inPath");
};

const STAYS: readonly ReviewOutcome[] = ["stay", "stayWithRelays"];

/**
 * *Diagnostic à compléter* is decided once: a second time, the cell is offered *poursuite*. In the short circuit a simple stay is decided, and
 * nothing else: the rest is for the full study.
 */
export const outcomesOffered = (
  { cell, track }: Pick<Review, "cell" | "track">,
  file: Pick<CaseFile, "toComplete">,
): readonly ReviewOutcome[] =>
  track === "short" ? STAYS : outcomesOf[cell].filter((one) => one !== "toComplete" || file.toComplete === null);

/** Whoever stays has a point in their path every so many months. An exit keeps the next one: nothing is due of it, and who goes on finds it again. */
const nextPoint = ({ followUpOn }: CaseFile, outcome: ReviewOutcome, inMonths: Day): Day | null => {
  if (STAYS.includes(outcome)) return inMonths;
  return outcome === "goOn" ? (followUpOn ?? inMonths) : followUpOn;
};

export const caseOnceDecided = (
  file: CaseFile,
  decided: {
    readonly review: string;
    readonly outcome: ReviewOutcome;
    readonly to: Destination | null;
    readonly on: Day;
    readonly by: MemberId;
    readonly completeUntil: Day;
    /** *Poursuite*: a point every so many months. */
    readonly followUpMonths: number;
  },
): CaseFile => {
  const { review, outcome, to, on, by, completeUntil, followUpMonths } = decided;
  // A second study may undo an exit: the person goes on.
  const goesOn = outcome === "goOn" && file.status === "left" ? "inPath" : file.status;
  return {
    ...file,
    status: STATUS[outcome] ?? goesOn,
    review: null,
    decided: outcome === "practice" ? file.decided : { review, outcome, to, on, by },
    toComplete: outcome === "toComplete" ? { on, until: completeUntil } : file.toComplete,
    followUpOn: nextPoint(file, outcome, addMonths(on, followUpMonths)),
    afterExit: outcome === "exitJob" ? { from: on, doneOn: null } : outcome === "practice" ? file.afterExit : null,
  };
};

const BEFORE: Readonly<Record<CellId, CaseStatus | null>> = { entree: "entered", sortie: "inPath", gta: null };

/** The case once its decision is taken up again: where it stood before, under study. */
export const caseOnceReopened = (
  file: CaseFile,
  review: { readonly id: string; readonly cell: CellId; readonly outcome: ReviewOutcome },
): CaseFile => {
  const isOfThis = file.decided?.review === review.id;
  return {
    ...file,
    status: BEFORE[review.cell] ?? file.status,
    review: review.id,
    decided: isOfThis ? null : file.decided,
    toComplete: isOfThis && review.outcome === "toComplete" ? null : file.toComplete,
    followUpOn: review.cell === "entree" ? null : file.followUpOn,
    afterExit: review.cell === "sortie" ? null : file.afterExit,
  };
};
