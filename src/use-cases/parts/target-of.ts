/** The cell that the first phase of a person aims at, with the delays and the calendar of today. */
import { cellAimedAt, clockFactsOf } from "../../domain/participant/milestones.ts";
import type { TargetCell } from "../../domain/participant/target-cell.ts";
import type { Services } from "../frame/services.ts";
import type { CaseView } from "./case-view.ts";
import { workCalendarOf } from "./on-case.ts";

/** Null where no cell is aimed at. */
export const targetOf = (services: Services, { dossier }: CaseView): TargetCell | null => {
  const facts = clockFactsOf(dossier.file.doc, dossier.round?.doc);
  return cellAimedAt(facts, services.frameworks.current, workCalendarOf(services));
};
