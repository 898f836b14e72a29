/** *À étudier*, *Ordre du jour*, *Mode séance*. */
import { findSittings } from "../../src/use-cases/find-sittings.ts";
import { listReviews } from "../../src/use-cases/list-reviews.ts";
import { seeSittingForm } from "../../src/use-cases/open-sitting.ts";
import { printMinutes } from "../../src/use-cases/print-minutes.ts";
import { seeAgenda } from "../../src/use-cases/see-agenda.ts";
import { seeSitting, type SittingView } from "../../src/use-cases/see-sitting.ts";
import { quiet, type ScreenOf } from "../screens.ts";
import * as present from "../presenters/index.ts";
import type { Shown } from "../presenters/shown.ts";
import { through, type Showing, type Shows } from "./show.ts";

/** Closed meanwhile: what is left of it is its minutes. */
const whileOpen = (
  screen: ScreenOf<"sitting" | "sittingPresent" | "sittingClose">,
  on: Showing,
  shown: (view: SittingView) => Shown,
): Promise<Shown> =>
  through(screen, on, seeSitting, { meeting: screen.meeting }, (view) =>
    view.meeting.doc.state === "open"
      ? shown(view)
      : closedOf({ screen: "sittingClosed", meeting: screen.meeting, ...quiet }, on),
  );

const closedOf = (screen: ScreenOf<"sittingClosed">, on: Showing): Promise<Shown> =>
  through(screen, on, printMinutes, { meeting: screen.meeting }, ({ model }) =>
    present.presentSittingClosed(screen, model, on.reader),
  );

export const sittingShows: Pick<
  Shows,
  "reviews" | "agenda" | "sittingForm" | "sitting" | "sittingPresent" | "sittingClose" | "sittingClosed"
> = {
  reviews: (screen, on) =>
    through(screen, on, listReviews, { cell: null, status: null }, (view) =>
      present.presentReviews(screen, view, on.reader),
    ),
  agenda: (screen, on) =>
    screen.cell === null
      ? through(screen, on, findSittings, {}, (view) => present.presentCells(screen, view, on.reader))
      : through(screen, on, seeAgenda, { cell: screen.cell }, (view) => present.presentAgenda(screen, view, on.reader)),
  sittingForm: (screen, on) =>
    through(screen, on, seeSittingForm, { cell: screen.cell }, (view) =>
      present.presentSittingForm(screen, view, on.reader),
    ),
  sitting: (screen, on) => whileOpen(screen, on, (view) => present.presentSitting(screen, view, on.reader)),
  sittingPresent: (screen, on) =>
    whileOpen(screen, on, (view) => present.presentSittingPresent(screen, view, on.reader)),
  sittingClose: (screen, on) => whileOpen(screen, on, (view) => present.presentSittingClose(screen, view, on.reader)),
  sittingClosed: (screen, on) => closedOf(screen, on),
};
