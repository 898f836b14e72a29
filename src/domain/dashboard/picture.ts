/** Everything that a case counts for, as it was read at one moment. */
import type { Assessment, Round } from "../diagnostic/assessment.ts";
import type { CaseFile } from "../participant/case-file.ts";
import type { Identity } from "../participant/identity.ts";
import type { Milestone } from "../participant/milestones.ts";
import type { Review } from "../review/records.ts";
import type { SituationFacts } from "../suggestion/facts.ts";
import type { PictureHandover } from "./handover-marks.ts";

/** What is asked of the territory for this person: themes, or domains where there is none. */
export interface PictureNeeds {
  /** Rank of the commune group. */
  readonly group: string;
  readonly unmet: readonly string[];
  readonly saturated: readonly string[];
}

export interface Picture {
  readonly identity: Pick<Identity, "givenName" | "familyName" | "birthDate" | "listed">;
  readonly head: CaseFile;
  /** Heads of the former parcours, as they were closed. */
  readonly past: readonly CaseFile[];
  /** Milestones still to meet, soonest first. */
  readonly due: readonly Milestone[];
  /** Domains addressed in the open assessment. */
  readonly addressed: number;
  /** Every round of every parcours. */
  readonly rounds: readonly Pick<Round, "parcours" | "round" | "metOn" | "synthesisOn">[];
  readonly assessments: readonly Pick<Assessment, "parcours" | "round" | "domain" | "finding">[];
  /** By parcours. */
  readonly facts: ReadonlyMap<number, Pick<SituationFacts, "rsa" | "rqth" | "qpv">>;
  readonly reviews: readonly Pick<Review, "id" | "parcours" | "cell" | "decided" | "secondedBy">[];
  /** Of every parcours. */
  readonly handovers: readonly PictureHandover[];
  /** Who sent the person, and from where: by their ranks in the PLIE's file. */
  readonly origin: { readonly prescriber: string; readonly group: string };
  /** Null for whoever is not followed. */
  readonly needs: PictureNeeds | null;
}

/** Behind the numbers: neither cancelled nor merged into another record. A file that was archived goes on counting. */
export const isCounted = ({ identity, head }: Pick<Picture, "identity" | "head">): boolean =>
  (identity.listed || head.retired !== null) && head.status !== "cancelled" && head.mergedInto === null;

/** In the lists as well: their file is in use. */
export const isListed = (picture: Pick<Picture, "identity" | "head">): boolean =>
  picture.head.retired === null && isCounted(picture);
