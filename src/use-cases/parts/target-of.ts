/** The end of the first phase: the cell that it aims at, and the day of the decision. */
import type { Day } from "../../domain/participant/codes.ts";
import { addDays } from "../../domain/participant/days.ts";
import { targetCell, type TargetCell } from "../../domain/participant/milestones.ts";
import type { Services } from "../frame/services.ts";
import type { CaseView } from "./case-view.ts";

export interface Target {
  readonly cell: TargetCell;
  readonly decisionOn: Day;
}

/** Null outside the first phase. */
export const targetOf = (services: Services, { dossier }: CaseView): Target | null => {
  const { status, entry } = dossier.file.doc;
  if (status !== "entered" || entry === null) return null;
  const calendar = {
    isWorkingDay: (day: Day) => services.calendar.isWorkingDay(day),
    cellDates: services.plie.entryCellDates,
  };
  return {
    cell: targetCell(entry.on, dossier.framework, calendar),
    decisionOn: addDays(entry.on, dossier.framework.milestones.decisionDays),
  };
};
