/** Where *Planifier une action* is offered. */
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";

/** From the entry on, while the person is accompanied. */
export const canPlan = ({ may, dossier }: CaseView): boolean => {
  const { entry, status } = dossier.file.doc;
  return may.carry && entry !== null && status !== "cancelled" && status !== "left" && status !== "reoriented";
};
