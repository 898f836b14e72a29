import { personNameFrom, recentDayFrom } from "../../src/domain/participant/typed.ts";
import type { CaseView } from "../../src/use-cases/parts/case-view.ts";
import { urgentWords } from "../../src/wording/domain.ts";
import { answerSentences } from "../../src/wording/help.ts";
import { personLine } from "../../src/wording/people.ts";
import type { ScreenOf } from "../screens.ts";
import type { Reader, Shown } from "./shown.ts";
import { buttons, filled, topOf } from "./top.ts";

/** What was typed in *Fait le… par…*, when it has to be mended: nothing of it is kept elsewhere than in the card. */
export interface UrgentTyped {
  readonly doneOn: string;
  readonly doneBy: string;
}

const problemsOf = ({ doneOn, doneBy }: UrgentTyped, today: string) => ({
  ...(recentDayFrom(doneOn, today).ok ? {} : { doneOn: urgentWords.doneOn }),
  ...(personNameFrom(doneBy).ok ? {} : { doneBy: urgentWords.doneBy }),
});

/** *Point urgent*: whom to call, now. */
export const presentUrgent = (
  screen: ScreenOf<"urgent">,
  view: CaseView,
  reader: Reader,
  typed: UrgentTyped = { doneOn: reader.today, doneBy: "" },
): Shown => {
  const point = view.dossier.framework.urgentPoints.find((entry) => entry.id === screen.urgent);
  if (point === undefined) {
    const { title, text } = answerSentences.urgentUnknown;
    const model = { ...topOf(screen, reader), title, text, suggestions: [], reference: null };
    return { name: "sentence", model: { ...model, buttons: [buttons.sheet(screen.code), buttons.home] } };
  }
  return {
    name: "urgent",
    model: {
      ...topOf(screen, reader),
      code: screen.code,
      rev: String(view.dossier.file.doc.edition),
      urgent: point.id,
      then: screen.then,
      title: point.label,
      person: personLine(view.identity),
      advice: point.advice,
      calls: point.calls,
      fields: { doneOn: filled({ ...typed }, "doneOn"), doneBy: filled({ ...typed }, "doneBy") },
      problems: screen.check ? problemsOf(typed, reader.today) : {},
    },
  };
};
