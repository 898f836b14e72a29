/** What one case says of a month: dates up to its last day, codes, counts; nothing of what was told, seen or missed. Pure. */
import type { Action, ActionBilan } from "../activation/records.ts";
import { missingOn } from "../completeness/pieces.ts";
import type { CasePieces } from "../completeness/records.ts";
import { isPositive, leaveOf } from "../dashboard/file-marks.ts";
import { stepOf } from "../dashboard/steps.ts";
import type { Round } from "../diagnostic/assessment.ts";
import { ageOn } from "../esf/indicators.ts";
import { DECLINED, type EsfStage } from "../esf/codes.ts";
import { answeredOn, type EsfAnswers } from "../esf/records.ts";
import { esfStage } from "../esf/standing.ts";
import type { CaseFile, CaseStatus } from "../participant/case-file.ts";
import type { Day } from "../participant/codes.ts";
import type { Review } from "../review/records.ts";
import { esfColumnId, type ExtractionField } from "./extraction-columns.ts";
import { firstDayOf, lastDayOf, monthOf } from "./extraction-month.ts";
import type { ExtractionCells, Month } from "./extraction-records.ts";

/** Everything that a row is made from, of the parcours that the month speaks of. */
export interface ExtractionFacts {
  readonly head: CaseFile;
  /** The parcours under way, or a former one. */
  readonly isPresent: boolean;
  readonly names: {
    readonly referent: string | null;
    readonly prescriber: string | null;
    readonly commune: string | null;
  };
  readonly qpv: string | null;
  readonly rounds: readonly Pick<Round, "round" | "metOn" | "synthesisOn">[];
  readonly reviews: readonly Pick<Review, "submittedAt" | "decided" | "withdrawn">[];
  readonly actions: readonly Pick<Action, "id" | "what" | "state" | "from" | "until">[];
  /** Of the actions in which the person did not take part, nothing leaves. */
  readonly bilans: readonly Pick<ActionBilan, "id" | "outcome">[];
  readonly pieces: CasePieces["pieces"];
  readonly esf: readonly EsfAnswers[];
  /** The item of the sheet's own questionnaire that says the birth date. */
  readonly birthOf: (sheet: Pick<EsfAnswers, "stage" | "version">) => string | undefined;
  /** Months between the exit and the last questionnaire. */
  readonly laterMonths: number;
}

/** Of this parcours: when someone left, whatever the month. */
const leftOn = ({ head, isPresent }: Pick<ExtractionFacts, "head" | "isPresent">): Day | null =>
  leaveOf(head, isPresent)?.on ?? head.ended?.on ?? null;

/** Oriented or entered that month, or in the active file in the course of it: whoever left that month is in it. */
export const isInMonth = (of: Pick<ExtractionFacts, "head" | "isPresent">, month: Month): boolean => {
  const { head } = of;
  if (head.status === "cancelled" || head.mergedInto !== null) return false;
  if (monthOf(head.orientedOn) === month) return true;
  const exit = leftOn(of);
  const enteredOn = head.entry?.on ?? null;
  return enteredOn !== null && enteredOn <= lastDayOf(month) && (exit === null || exit >= firstDayOf(month));
};

class Reading {
  readonly #facts: ExtractionFacts;
  readonly end: Day;
  readonly exit: Day | null;

  constructor(facts: ExtractionFacts, month: Month) {
    this.#facts = facts;
    this.end = lastDayOf(month);
    this.exit = this.upTo(leftOn(facts));
  }

  /** What is dated after the month is not of it. */
  upTo(on: Day | null | undefined): Day | null {
    return on === null || on === undefined || on > this.end ? null : on;
  }

  get decided() {
    return this.#facts.reviews
      .flatMap(({ decided }) => (decided !== null && decided.on <= this.end ? [decided] : []))
      .sort((one, other) => one.on.localeCompare(other.on) || one.at.localeCompare(other.at))
      .at(-1);
  }

  /** By its dates: a case that went further since stood there at the end of the month. */
  get status(): CaseStatus {
    const { head } = this.#facts;
    if (this.exit !== null) return head.status === "reoriented" ? "reoriented" : "left";
    if (this.upTo(head.entry?.on) === null) return "oriented";
    const { decided } = this;
    if (decided === undefined || decided.outcome === "toComplete") return "entered";
    if (decided.outcome === "reorient" || head.status === "decided") return "decided";
    return "inPath";
  }

  get openRound() {
    return this.#facts.rounds.toSorted((one, other) => one.round - other.round);
  }

  get step(): string | null {
    const { reviews } = this.#facts;
    const isBefore = (at: string): boolean => at.slice(0, 10) <= this.end;
    const synthesis = this.openRound.at(-1)?.synthesisOn;
    return stepOf({
      status: this.status,
      t0Met: this.upTo(this.openRound[0]?.metOn) !== null,
      synthesisDone: this.upTo(synthesis) !== null,
      underReview: reviews.some(
        ({ submittedAt, decided, withdrawn }) =>
          isBefore(submittedAt) &&
          (decided === null || decided.on > this.end) &&
          (withdrawn === null || !isBefore(withdrawn.at)),
      ),
      toComplete: this.decided?.outcome === "toComplete",
    });
  }

  get actions() {
    const { actions, bilans } = this.#facts;
    const missed = new Set(bilans.flatMap(({ id, outcome }) => (outcome === "didNotShow" ? [id] : [])));
    const kept = actions.filter(({ id, state }) => state !== "cancelled" && !missed.has(id));
    return kept.toSorted((one, other) => one.from.localeCompare(other.from) || one.id.localeCompare(other.id));
  }
}

const esfCells = ({ esf, birthOf }: ExtractionFacts, end: Day): ExtractionCells => {
  const cells: ExtractionCells = {};
  for (const sheet of esf) {
    const { stage, answers } = sheet;
    const on = answeredOn(sheet);
    if (on === null || on > end) continue;
    const birth = birthOf(sheet);
    for (const [item, answer] of Object.entries(answers)) {
      const isBirth = item === birth && typeof answer === "string" && answer !== DECLINED;
      cells[esfColumnId(stage, item)] = isBirth ? ageOn(answer, on) : answer;
    }
  }
  return cells;
};

type Said = Readonly<Record<ExtractionField, string | number | readonly string[] | null>>;

const saidBy = (facts: ExtractionFacts, month: Month): Said => {
  const reading = new Reading(facts, month);
  const { head, names, isPresent } = facts;
  const leave = reading.exit === null ? null : leaveOf(head, isPresent);
  const handover = head.handovers.filter(({ decidedOn }) => decidedOn <= reading.end).at(-1);
  const missing = missingOn(facts.pieces, reading.end).map(({ piece }) => piece);
  const { decided, actions, exit } = reading;
  const signedOn = (stage: EsfStage): Day | null => reading.upTo(esfStage(head, stage, facts.laterMonths).signedOn);
  return {
    ...{ code: head.code, ...names, qpv: facts.qpv, status: reading.status, step: reading.step },
    orientedOn: reading.upTo(head.orientedOn),
    firstContactOn: reading.upTo(head.firstContactOn),
    enteredOn: reading.upTo(head.entry?.on),
    t0On: reading.upTo(reading.openRound[0]?.metOn),
    synthesisOn: reading.upTo(reading.openRound[0]?.synthesisOn),
    ...{ decisionOn: decided?.on ?? null, decision: decided?.outcome ?? null },
    handoverSentOn: reading.upTo(handover?.sentOn),
    handoverAcceptedOn: reading.upTo(handover?.acceptedOn),
    actionsPlanned: actions.filter(({ until }) => until > reading.end).length,
    actionsDone: actions.filter(({ state, until }) => state === "done" && until <= reading.end).length,
    actionKinds: [...new Set(actions.map(({ what }) => what))],
    actionDates: actions.map(({ from, until }) => (from === until ? from : `${from}/${until}`)),
    ...{ exitOn: exit, exitKind: leave?.how ?? null },
    exitPositive: leave === null ? null : isPositive(leave.how) ? "yes" : "no",
    ...{ piecesMissing: missing, piecesMissingCount: missing.length },
    esfEntrySignedOn: signedOn("entry"),
    esfExitSignedOn: signedOn("exit"),
    esfLaterSignedOn: signedOn("later"),
  };
};

/** Only what the list of columns names is kept. */
export const cellsOf = (facts: ExtractionFacts, month: Month, columns: ReadonlySet<string>): ExtractionCells => {
  const cells: ExtractionCells = {};
  const said = { ...saidBy(facts, month), ...esfCells(facts, lastDayOf(month)) };
  for (const [id, value] of Object.entries(said)) {
    if (!columns.has(id) || value === null || value === "") continue;
    if (typeof value === "string" || typeof value === "number") cells[id] = value;
    else if (value.length > 0) cells[id] = [...value];
  }
  return cells;
};
