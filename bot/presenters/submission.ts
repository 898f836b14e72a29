/** *Présenter en cellule*: the form, then what the channel will show. */
import { CELL_IDS, type CellId } from "../../src/domain/review/codes.ts";
import type { SubmissionProblem } from "../../src/domain/review/submission-from-inputs.ts";
import { shownAtMost } from "../../src/domain/shown-text.ts";
import { cleanText, lengthOf } from "../../src/domain/text.ts";
import type { SubmissionForm, SubmissionPreview } from "../../src/use-cases/see-submission.ts";
import { shortDay } from "../../src/wording/dates.ts";
import { personLine } from "../../src/wording/people.ts";
import { keptWords } from "../../src/wording/problems.ts";
import { submissionProblem, submissionWords } from "../../src/wording/submission.ts";
import type { ScreenOf } from "../screens.ts";
import { reviewCardLines } from "./review-lines.ts";
import type { Reader, Shown } from "./shown.ts";
import { filled, topOf, topOfDraft } from "./top.ts";

const onDay = (on: string | null | undefined, reader: Reader): string | null =>
  on == null ? null : shortDay(on, reader.today);

const problemsIn = (problems: readonly SubmissionProblem[]): Partial<Record<"cell" | "question", string>> => {
  const said = (field: "cell" | "question"): string =>
    problems
      .filter((problem) => problem.field === field)
      .map(submissionProblem)
      .join(" ");
  return Object.fromEntries(
    (["cell", "question"] as const).flatMap((field) => (said(field) === "" ? [] : [[field, said(field)]])),
  );
};

export const presentReviewForm = (screen: ScreenOf<"reviewForm">, view: SubmissionForm, reader: Reader): Shown => {
  const { form, dossier, offered } = view;
  const length = lengthOf(cleanText(form.shown["question"] ?? ""));
  const choices = CELL_IDS.filter((cell) => offered.includes(cell)).map((cell: CellId) => ({
    title: submissionWords.cell(cell, onDay(view.dates[cell], reader)),
    value: cell,
  }));
  return {
    name: "review-form",
    model: {
      ...topOfDraft(screen, form.draft?.doc, reader),
      code: screen.code,
      rev: form.rev,
      person: personLine(view.identity),
      about: submissionWords.about,
      fields: {
        cell: filled(form.shown, "cell"),
        question: filled(form.shown, "question"),
        full: filled(form.shown, "full", "false"),
      },
      choices: { cell: choices },
      kept: keptWords(length, dossier.framework.lengths.longText, shownAtMost("question")),
      problems: screen.check ? problemsIn(view.problems) : {},
    },
  };
};

const { preview } = submissionWords;

const aboutOf = ({ because, snapshot, on, linked }: SubmissionPreview, reader: Reader): string[] => {
  if (because.length === 0) return [preview.short, preview.drawn(reader.framework.reviews.drawnPercent)];
  return [preview.channel(snapshot.cell, onDay(on, reader)), ...(linked ? [] : [preview.notLinked])];
};

export const presentReviewPreview = (
  screen: ScreenOf<"reviewPreview">,
  view: SubmissionPreview,
  reader: Reader,
): Shown => {
  const { snapshot, because, dueOn } = view;
  return {
    name: "review-preview",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev: view.rev,
      person: personLine(view.identity),
      about: aboutOf(view, reader),
      title: submissionWords.title(snapshot.review, snapshot.cell),
      ...reviewCardLines(view.dossier.framework, { dueOn, fullBecause: because, snapshot }),
      act: because.length === 0 ? preview.transmit : preview.publish,
    },
  };
};
