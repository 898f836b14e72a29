/** Whether a cell studies a case, and whether it may be presented to one: for the screens of the case. */
import type { Day } from "../../domain/participant/codes.ts";
import type { Review } from "../../domain/review/records.ts";
import { cellsOffered } from "../../domain/review/submission-from-inputs.ts";
import { NOTHING_ASKED, type SituationFacts } from "../../domain/suggestion/facts.ts";
import type { Services } from "../frame/services.ts";
import { readAgenda } from "./agenda.ts";
import type { CaseView } from "./case-view.ts";
import { readSituation } from "./dossier.ts";
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

/** Where a case stands with its cells: the study under way, and what a decision is read with. */
export interface Standing {
  readonly review: Review | null;
  /** Whose word a reorientation waits for; not said to who does not read the case. */
  readonly facts: Pick<SituationFacts, "rsa" | "referringBody">;
}

export const standingOf = async (services: Services, { dossier, may }: CaseView): Promise<Standing> => {
  const file = dossier.file.doc;
  const asked = may.readLevels && file.decided?.outcome === "reorient";
  const [review, situation] = await Promise.all([
    file.review === null ? undefined : services.store.get("review", file.review),
    asked ? readSituation(services, file) : undefined,
  ]);
  const { rsa, referringBody } = situation?.doc.facts ?? NOTHING_ASKED;
  return { review: review?.doc ?? null, facts: { rsa, referringBody } };
};
