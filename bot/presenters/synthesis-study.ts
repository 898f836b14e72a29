/** What a study by a cell changes of the synthesis: what it says first, and the buttons that it has room for. */
import type { OpenUrgent } from "../../cards/common.ts";
import type { SynthesisView } from "../../src/use-cases/see-case.ts";
import { shortDay } from "../../src/wording/dates.ts";
import { leadWords } from "../../src/wording/lead-card.ts";
import { submissionWords } from "../../src/wording/submission.ts";
import type { ScreenOf } from "../screens.ts";
import { canPlan } from "./can-plan.ts";
import { diagnosticButton } from "./sheet-buttons.ts";
import type { Reader } from "./shown.ts";
import { decidedLine } from "./standing.ts";
import { topOf } from "./top.ts";

/** « Situation 2026-001 présentée à la cellule entrées du 8 décembre. » */
export const studyWords = ({ study, dossier, standing }: SynthesisView, reader: Reader): string | null => {
  if (study === null) return decidedLine(dossier.file.doc, dossier.framework, standing);
  const { id, cell, track } = study.review;
  if (track === "short") return submissionWords.short(id);
  const on = study.on === null ? null : shortDay(study.on, reader.today);
  const presented = submissionWords.presented(id, cell, on);
  return study.waitsForChannel ? `${presented} ${submissionWords.waitsForChannel}` : presented;
};

/** Just presented: the notice says as what, and to whom. */
export const topWithStudy = (screen: ScreenOf<"synthesis">, study: string | null, reader: Reader) => {
  const top = topOf(screen, reader);
  const justPresented = screen.notice === "reviewSubmitted" || screen.notice === "reviewShortSubmitted";
  return study === null || !justPresented || top.notice === null
    ? { top, study }
    : { top: { ...top, notice: { ...top.notice, text: study } }, study: null };
};

const MOST_BUTTONS = 6;

/** A card holds six buttons: the fiche is behind the open urgent point where there is one, and the diagnostic is on the fiche, as *Planifier une action* is. */
export const buttonsOf = (
  view: SynthesisView,
  rounds: { readonly earlierRound: string; readonly shownRound: string },
  urgent: OpenUrgent,
) => {
  const others = [
    true,
    view.may.carry,
    view.recommendation !== null,
    view.presents,
    urgent !== null,
    rounds.earlierRound !== "",
    rounds.shownRound !== "",
  ].filter(Boolean).length;
  const sheetFirst = urgent === null ? 1 : 0;
  const plans = canPlan(view) && others + sheetFirst < MOST_BUTTONS;
  const shown = others + (plans ? 1 : 0);
  const diagnostic = shown + sheetFirst < MOST_BUTTONS ? diagnosticButton(view) : null;
  return {
    canRecordView: view.may.carry,
    canRecommend: view.recommendation === "toWrite",
    lead: view.recommendation !== "written" ? null : view.may.carry ? leadWords.openMine : leadWords.openTheirs,
    present: view.presents ? submissionWords.button : null,
    canPlan: plans,
    diagnostic,
    canOpenSheet: shown + (diagnostic === null ? 0 : 1) < MOST_BUTTONS,
  };
};
