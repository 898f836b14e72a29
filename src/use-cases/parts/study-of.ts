/** Whether a cell studies a case, and whether it may be presented to one: for the screens of the case. */
import type { Day } from "../../domain/participant/codes.ts";
import type { Review } from "../../domain/review/records.ts";
import { cellsOffered } from "../../domain/review/submission-from-inputs.ts";
import type { Services } from "../frame/services.ts";
import { readAgenda } from "./agenda.ts";
import type { CaseView } from "./case-view.ts";
import { readLink } from "./post-of.ts";

export interface Study {
  readonly review: Review;
  /** The cell's sitting that it waits for; null: no date is known. */
  readonly on: Day | null;
  /** Its card waits for the channel of the cell to be linked and confirmed. */
  readonly waitsForChannel: boolean;
}

export const studyOf = async (services: Services, { dossier }: CaseView): Promise<Study | null> => {
  const id = dossier.file.doc.review;
  const review = id === null ? undefined : await services.store.get("review", id);
  if (review === undefined) return null;
  const { cell, track } = review.doc;
  const [agenda, link] = await Promise.all([readAgenda(services, cell), readLink(services, cell)]);
  const waitsForChannel = track === "full" && link?.doc.state !== "linked";
  return { review: review.doc, on: track === "full" ? agenda.on : null, waitsForChannel };
};

/** Some cell that the PLIE holds may study the case as it stands, and it is this actor's to present. */
export const presents = ({ plie }: Services, { dossier: { file }, may }: CaseView): boolean =>
  may.carry && file.doc.review === null && cellsOffered(plie.cells, file.doc).length > 0;
