import type { Action } from "../activation/records.ts";
import type { Round } from "../diagnostic/assessment.ts";
import type { EsfStage } from "../esf/codes.ts";
import type { Framework } from "../framework/schema.ts";
import type { Handover } from "../handover/records.ts";
import type { PrescriberTold } from "../outreach/records.ts";
import type { CaseFile } from "../participant/case-file.ts";
import type { Identity } from "../participant/identity.ts";
import type { Milestone } from "../participant/milestones.ts";
import type { RunningClock } from "../participant/running-clock.ts";

/** How far a questionnaire is, whatever was answered. */
export type Filled = "notBegun" | "begun" | "complete";

/** What the pieces of a file are read from: states and dates. */
export interface PieceFacts {
  readonly identity: Identity;
  readonly head: CaseFile;
  /** The open round. */
  readonly round: Pick<Round, "metOn" | "synthesisOn"> | undefined;
  /** What the clock of the case still waits for. */
  readonly due: readonly Milestone[];
  readonly delays: Framework["milestones"];
  readonly clock: RunningClock;
  /** What was asked of the situation is recorded for this parcours, whatever was answered. */
  readonly situationAsked: boolean;
  readonly esf: Readonly<Record<EsfStage, Filled>>;
  readonly actions: readonly Pick<Action, "state" | "from" | "pmsmp">[];
  readonly handovers: readonly Handover[];
  readonly told: readonly Pick<PrescriberTold, "what" | "on">[];
  /** A proof of the exit was presented with its decision, or with the news of six months later. */
  readonly exitProven: boolean;
}
