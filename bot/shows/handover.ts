/** *Passage de relais*. */
import { seeHandover, seeHandoverAnswer, seeHandovers, seeHandoverSheet } from "../../src/use-cases/see-handovers.ts";
import * as present from "../presenters/index.ts";
import { through, type Shows } from "./show.ts";

export const handoverShows: Pick<Shows, "handovers" | "handover" | "handoverSheet" | "handoverAnswer"> = {
  handovers: (screen, on) =>
    through(screen, on, seeHandovers, { code: screen.code }, (view) =>
      present.presentHandovers(screen, view, on.reader),
    ),
  handover: (screen, on) =>
    through(screen, on, seeHandover, { code: screen.code, handover: screen.handover }, (view) =>
      present.presentHandover(screen, view, on.reader),
    ),
  handoverSheet: (screen, on) =>
    through(screen, on, seeHandoverSheet, { code: screen.code, handover: screen.handover }, (view) =>
      present.presentHandoverSheet(screen, view, on.reader),
    ),
  handoverAnswer: (screen, on) =>
    through(screen, on, seeHandoverAnswer, { code: screen.code, handover: screen.handover }, (view) =>
      present.presentHandoverAnswer(screen, view, on.reader),
    ),
};
