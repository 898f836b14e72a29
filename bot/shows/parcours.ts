/** *Suspendre, reprendre*, *Point à trois mois*, *Six mois après la sortie*. */
import { seeExitNewsForm, seeFollowUpForm, seePauseForm } from "../../src/use-cases/see-path-forms.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const parcoursShows: Pick<Shows, "pause" | "followUp" | "exitNews"> = {
  pause: (screen, on) =>
    through(screen, on, seePauseForm, { code: screen.code }, (view) => present.presentPause(screen, view, on.reader)),
  followUp: (screen, on) =>
    through(screen, on, seeFollowUpForm, { code: screen.code }, (view) =>
      present.presentFollowUp(screen, view, on.reader),
    ),
  exitNews: (screen, on) =>
    through(screen, on, seeExitNewsForm, { code: screen.code }, (view) =>
      present.presentExitNews(screen, view, on.reader),
    ),
};
