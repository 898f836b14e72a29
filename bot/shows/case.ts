/** A case, from its entry to the lead. */
import { seeSheet, seeSynthesis } from "../../src/use-cases/see-case.ts";
import {
  seeEntryForm,
  seePersonViewForm,
  seeRecommendationForm,
  seeSituationForm,
} from "../../src/use-cases/see-forms.ts";
import { seeLead } from "../../src/use-cases/see-lead.ts";
import * as present from "../presenters/index.ts";
import { through, conflictOf, type Shows } from "./show.ts";

export const caseShows: Pick<
  Shows,
  | "sheet"
  | "entry"
  | "paused"
  | "synthesis"
  | "why"
  | "personView"
  | "situation"
  | "recommendation"
  | "lead"
  | "leadWhy"
> = {
  sheet: (screen, on) =>
    through(screen, on, seeSheet, { code: screen.code }, (view) => present.presentSheet(screen, view, on.reader)),
  entry: (screen, on) =>
    through(screen, on, seeEntryForm, { code: screen.code }, (form) => present.presentEntry(screen, form, on.reader)),
  paused: (screen, on) =>
    screen.code === null
      ? present.presentPaused(screen, null, on.reader)
      : through(screen, on, seeSheet, { code: screen.code }, (view) => present.presentPaused(screen, view, on.reader)),
  synthesis: (screen, on) =>
    through(screen, on, seeSynthesis, { code: screen.code, round: screen.round }, (view) =>
      present.presentSynthesis(screen, view, on.reader),
    ),
  why: (screen, on) =>
    through(screen, on, seeSynthesis, { code: screen.code, round: screen.round }, (view) =>
      present.presentWhy(screen, view, on.reader),
    ),
  personView: (screen, on) =>
    through(screen, on, seePersonViewForm, { code: screen.code }, (form) =>
      present.presentPersonView(screen, form, on.reader),
    ),
  situation: (screen, on) =>
    through(screen, on, seeSituationForm, { code: screen.code }, (form) =>
      form.toSettle ? conflictOf(screen, "situation", on) : present.presentSituation(screen, form, on.reader),
    ),
  recommendation: (screen, on) =>
    through(screen, on, seeRecommendationForm, { code: screen.code }, (form) =>
      form.toSettle ? conflictOf(screen, "recommendation", on) : present.presentRecommendation(screen, form, on.reader),
    ),
  lead: (screen, on) =>
    through(screen, on, seeLead, { code: screen.code }, (view) => present.presentLead(screen, view, on.reader)),
  leadWhy: (screen, on) =>
    through(screen, on, seeLead, { code: screen.code }, (view) => present.presentLeadWhy(screen, view, on.reader)),
};
