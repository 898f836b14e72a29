/** From what was typed in *Présenter en cellule* to what is submitted. The question is read by everyone in the channel. */
import type { TypedInputs } from "../diagnostic/assessment.ts";
import type { Framework } from "../framework/schema.ts";
import type { CaseFile, CaseStatus } from "../participant/case-file.ts";
import { cleanText, lengthOf } from "../text.ts";
import { CELL_IDS, cellId, type CellId } from "./codes.ts";
import type { Identifier } from "./identifies.ts";
import type { Cells } from "./members.ts";

export const SUBMISSION_FIELDS = ["cell", "question", "full"] as const;

export interface Submission {
  readonly cell: CellId;
  readonly question: string;
  /** *Demander une étude complète*. */
  readonly full: boolean;
}

export type SubmissionProblem =
  | { readonly field: "cell" | "question"; readonly code: "missing" }
  | { readonly field: "question"; readonly code: "tooLong"; readonly limit: number; readonly length: number }
  | { readonly field: "question"; readonly code: "names"; readonly identifiers: readonly Identifier[] };
type Read =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly problems: readonly SubmissionProblem[] };

const IN_PATH: readonly CaseStatus[] = ["inPath", "decided"];
const STUDIED: Readonly<Record<CellId, readonly CaseStatus[]>> = {
  entree: ["entered"],
  sortie: IN_PATH,
  gta: ["entered", ...IN_PATH],
};

/** The cells that may study a case as it stands, among those that the PLIE holds. */
export const cellsOffered = (cells: Cells, { status }: Pick<CaseFile, "status">): readonly CellId[] =>
  CELL_IDS.filter((cell) => cells[cell] !== undefined && STUDIED[cell].includes(status));

/** What a submission is read against. */
export interface ToSubmit {
  readonly offered: readonly CellId[];
  readonly lengths: Pick<Framework["lengths"], "longText">;
  /** What in a text tells of whom it speaks. */
  readonly naming: (text: string) => readonly Identifier[];
}

const questionProblems = (question: string, { lengths, naming }: ToSubmit): readonly SubmissionProblem[] => {
  const limit = lengths.longText;
  const length = lengthOf(question);
  if (length === 0) return [{ field: "question", code: "missing" }];
  const identifiers = naming(question);
  return [
    ...(length > limit ? [{ field: "question", code: "tooLong", limit, length } as const] : []),
    ...(identifiers.length > 0 ? [{ field: "question", code: "names", identifiers } as const] : []),
  ];
};

export const submissionFromInputs = (inputs: TypedInputs, about: ToSubmit): Read => {
  const chosen = cellId.safeParse(inputs["cell"]);
  const cell = chosen.success && about.offered.includes(chosen.data) ? chosen.data : undefined;
  const question = cleanText(inputs["question"] ?? "");
  const problems: SubmissionProblem[] = [
    ...(cell === undefined ? [{ field: "cell", code: "missing" } as const] : []),
    ...questionProblems(question, about),
  ];
  return cell === undefined || problems.length > 0
    ? { ok: false, problems }
    : { ok: true, submission: { cell, question, full: inputs["full"] === "true" } };
};
